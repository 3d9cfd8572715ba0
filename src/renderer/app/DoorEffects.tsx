import { useEffect } from 'react';
import { call, onShellEvent } from '../bridge/client';
import { hasUnsavedWords } from '../session/unsavedPages';

/** What main asks at the door. Words that were not saved when the keeper went away wait here, and only unlocking saves them. */
export function DoorEffects() {
  useEffect(
    () =>
      onShellEvent('flushRequested', () => {
        void call('journal.flushed', { outcome: hasUnsavedWords() ? 'failed' : 'saved' });
      }),
    [],
  );
  return null;
}
