import { clip, documentToOwnText, textToTitleAndExcerpt } from '../../../shared/document/plainText';
import type { Entry } from '../../../shared/domain/entry';
import { chooseRecords, type PacketRecords } from '../../../shared/packet/packetRecords';
import { foldTag } from '../../../shared/search/foldTag';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { Tick } from '../../ui/Tick';
import styles from './ChoosePart.module.css';
import { toggled, type PacketChoice } from './packetChoice';
import { Part } from './Part';

/** As much as stands on a line. */
const longestTitle = 48;

/** The given title, or the words it begins with. */
function nameOf({ givenTitle, document, day }: Entry): string {
  const title = givenTitle ?? textToTitleAndExcerpt(documentToOwnText(document)).title;
  const when = formatDay(day, 'date');
  return title === '' ? when : message('packet.entryOf', { day: when, title: clip(title, longestTitle) });
}

interface ChooseEntriesProps {
  readonly records: PacketRecords;
  readonly choice: PacketChoice;
  readonly onChange: (change: Partial<PacketChoice>) => void;
}

/** Which entries: those with some tags, and without those that were left out. */
export function ChooseEntries({ records, choice, onChange }: ChooseEntriesProps) {
  const tags = [
    ...new Map(records.entries.flatMap((entry) => entry.tags.map((tag) => [foldTag(tag), tag]))).values(),
  ].toSorted((one, other) => one.localeCompare(other));
  const { entries } = chooseRecords(records, { ...choice, leftOut: new Set() });
  return (
    <Part name={message('packet.entries')}>
      {tags.length > 0 && (
        <fieldset className={styles.tags}>
          <legend className={styles.note}>{message('packet.tags')}</legend>
          {tags.map((tag) => (
            <Tick
              key={tag}
              label={tag}
              checked={choice.tags.includes(tag)}
              onChange={() => onChange({ tags: [...toggled(new Set(choice.tags), tag)] })}
            />
          ))}
        </fieldset>
      )}
      <fieldset className={styles.entries}>
        <legend className={styles.note}>{message('packet.entriesNote', { count: entries.length })}</legend>
        {entries.map((entry) => (
          <Tick
            key={entry.id}
            label={nameOf(entry)}
            checked={!choice.leftOut.has(entry.id)}
            onChange={() => onChange({ leftOut: toggled(choice.leftOut, entry.id) })}
          />
        ))}
      </fieldset>
    </Part>
  );
}
