import { useState } from 'react';
import { mostTagsOfAnEntry, tagNameLimit } from '../../../../shared/domain/entry';
import { useTags } from '../../../bridge/factQueries';
import { message } from '../../../i18n/i18n';
import { Combobox } from '../../../ui/Combobox';
import styles from './EntryFacts.module.css';

interface TagFieldProps {
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
  /** What stands in the field and is no tag yet. */
  readonly onDraft: (text: string) => void;
}

/** The tags of an entry, and a field that completes those there are. Enter, a comma or leaving it adds one. */
export function TagField({ tags, onChange, onDraft }: TagFieldProps) {
  const known = useTags().data?.tags ?? [];
  const [text, setText] = useState('');
  const type = (next: string): void => {
    setText(next);
    onDraft(next);
  };
  const add = (typed: string): void => {
    const added = typed
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !tags.includes(name));
    type('');
    if (added.length > 0) onChange([...tags, ...added].slice(0, mostTagsOfAnEntry));
  };
  return (
    <>
      {tags.length > 0 && (
        <ul className={styles.tags} aria-label={message('write.facts.tags')}>
          {tags.map((name) => (
            <li key={name} className={styles.tag}>
              <span>{name}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={message('write.facts.tagRemove', { name })}
                onClick={() => onChange(tags.filter((other) => other !== name))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {tags.length < mostTagsOfAnEntry && (
        <Combobox
          className={styles.field}
          aria-label={message('write.facts.tag')}
          placeholder={message('write.facts.tag')}
          maxLength={tagNameLimit}
          offers={message('write.facts.tagsKnown')}
          options={known.map(({ name }) => name).filter((name) => !tags.includes(name))}
          value={text}
          onValue={type}
          onPick={add}
          onBlur={() => add(text)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ',') return;
            event.preventDefault();
            add(text);
          }}
        />
      )}
    </>
  );
}
