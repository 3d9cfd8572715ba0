import { useId, useState } from 'react';
import { mostTagsOfAnEntry, tagNameLimit } from '../../../../shared/domain/entry';
import type { EntryId } from '../../../../shared/id';
import { call } from '../../../bridge/client';
import { useTags } from '../../../bridge/factQueries';
import { message } from '../../../i18n/i18n';
import { changeFacts } from './changeFacts';
import styles from './EntryFacts.module.css';

interface TagFieldProps {
  readonly id: EntryId;
  readonly tags: readonly string[];
}

/** The tags of an entry, and a field that completes those there are. Enter, a comma or leaving it adds one. */
export function TagField({ id, tags }: TagFieldProps) {
  const known = useTags().data?.tags ?? [];
  const listId = useId();
  const [text, setText] = useState('');
  // Two may be added before the journal has answered once.
  const [shown, setShown] = useState(tags);
  const set = async (next: readonly string[]): Promise<void> => {
    setShown(next);
    const reply = await changeFacts(call('entries.setTags', { id, tags: next }));
    setShown((now) => (now === next ? (reply.ok ? reply.value.tags : tags) : now));
  };
  const add = (): void => {
    const added = text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    setText('');
    if (added.length > 0) void set([...shown, ...added]);
  };
  return (
    <>
      {shown.length > 0 && (
        <ul className={styles.tags} aria-label={message('write.facts.tags')}>
          {shown.map((name) => (
            <li key={name} className={styles.tag}>
              <span>{name}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={message('write.facts.tagRemove', { name })}
                onClick={() => void set(shown.filter((other) => other !== name))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {shown.length < mostTagsOfAnEntry && (
        <>
          <input
            className={styles.field}
            list={listId}
            aria-label={message('write.facts.tag')}
            placeholder={message('write.facts.tag')}
            maxLength={tagNameLimit}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== ',')) return;
              event.preventDefault();
              add();
            }}
          />
          <datalist id={listId}>
            {known
              .filter(({ name }) => !shown.includes(name))
              .map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
          </datalist>
        </>
      )}
    </>
  );
}
