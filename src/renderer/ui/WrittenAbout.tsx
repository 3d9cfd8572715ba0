import type { EntryName } from '../../shared/domain/entry';
import { message } from '../i18n/i18n';
import type { SessionFields } from '../session/sessionFields';
import { useEntriesAbout } from '../session/useEntriesAbout';
import { Label } from './Label';
import { fieldsToInstant } from './sessionDraft';
import styles from './SessionForm.module.css';
import { OneWord } from './WordChoice';

const mostLetters = 48;

function nameOf({ title }: EntryName): string {
  if (title === '') return message('journal.untitled');
  const letters = [...title];
  return letters.length <= mostLetters
    ? title
    : `${letters
        .slice(0, mostLetters - 1)
        .join('')
        .trimEnd()}…`;
}

interface WrittenAboutProps {
  readonly fields: SessionFields;
  readonly onChange: (entryId: SessionFields['entryId']) => void;
}

/**
 * Which entry of that day was written about it. One of another day that is tied to it already is among them; one that is in
 * the bin is not, and stays tied to it for when it is put back.
 */
export function WrittenAbout({ fields, onChange }: WrittenAboutProps) {
  const { zone, entryId } = fields;
  const entries = useEntriesAbout({ startedAt: fieldsToInstant(fields), zone, entryId });
  if (entries.length === 0) return null;
  const chosen = entries.find(({ id }) => id === entryId)?.id ?? 'none';
  return (
    <div className={styles.part}>
      <Label as="p">{message('movement.writtenAbout')}</Label>
      <OneWord
        label={message('movement.writtenAbout')}
        words={[
          { value: 'none', label: message('movement.noEntry') },
          ...entries.map((entry) => ({ value: entry.id, label: nameOf(entry) })),
        ]}
        value={chosen}
        onChange={(value) => onChange(value === 'none' ? null : value)}
      />
    </div>
  );
}
