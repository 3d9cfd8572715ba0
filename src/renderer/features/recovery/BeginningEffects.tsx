import { useEffect } from 'react';
import { call, onShellEvent } from '../../bridge/client';
import { message } from '../../i18n/i18n';
import { forgetEverything } from '../../session/forgetEverything';

/** What main says while the journal is open and its rooms are not: there is nothing to save, and locking works. */
export function BeginningEffects() {
  useEffect(
    () => onShellEvent('flushRequested', () => void call('journal.flushed', { outcome: 'saved' })),
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
