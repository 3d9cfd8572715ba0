import { useEffect } from 'react';
import { call, onShellEvent } from '../../bridge/client';
import { message } from '../../i18n/i18n';
import { forgetEverything } from '../../session/forgetEverything';
import { hasUnsavedWords } from '../../session/unsavedPages';

/** What main says while the journal is open and its rooms are not: there is nothing to save, and locking works. */
export function BeginningEffects() {
  useEffect(
    () =>
      onShellEvent('flushRequested', ({ reason }) => {
        // Words of another journal, whose keeper went away before this one was begun.
        const outcome = reason === 'quit' && hasUnsavedWords() ? 'failed' : 'saved';
        void call('journal.flushed', { outcome });
      }),
    [],
  );
  useEffect(
    () =>
      onShellEvent('keeperEnded', ({ wasExpected }) =>
        forgetEverything(wasExpected ? null : message('failure.KeeperGone')),
      ),
    [],
  );
  useEffect(
    () =>
      onShellEvent('commandChosen', ({ command }) => {
        if (command === 'lock') void call('journal.lock', {});
      }),
    [],
  );
  return null;
}
