import { useState } from 'react';
import { givenTitleLimit } from '../../../../shared/domain/entry';
import type { EntryId } from '../../../../shared/id';
import { call } from '../../../bridge/client';
import { message } from '../../../i18n/i18n';
import { changeFacts } from './changeFacts';
import styles from './EntryFacts.module.css';

/** Optional: without one the first line stands for it. Kept when the field is left, or with Enter. */
export function TitleField({ id, given }: { readonly id: EntryId; readonly given: string | null }) {
  const [text, setText] = useState(given ?? '');
  const keep = (): void => {
    const title = text.trim() === '' ? null : text.trim();
    if (title !== given) void changeFacts(call('entries.setTitle', { id, title }));
  };
  return (
    <input
      className={styles.field}
      aria-label={message('write.facts.title')}
      placeholder={message('write.facts.title')}
      maxLength={givenTitleLimit}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
      }}
    />
  );
}
