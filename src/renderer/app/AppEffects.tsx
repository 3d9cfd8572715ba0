import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { call, onShellEvent } from '../bridge/client';
import { message } from '../i18n/i18n';
import { forgetEverything } from '../session/forgetEverything';
import { flushPendingWork } from '../session/pendingWork';
import { isTyping } from '../ui/isTyping';
import { commands, runCommand } from './commands';

const shortcuts = Object.fromEntries(
  commands.map((command) => [
    command.keys,
    (event: KeyboardEvent): void => {
      event.preventDefault();
      command.run();
    },
  ]),
);

/** A key without a modifier is text while a field has the focus. */
const isText = (event: KeyboardEvent): boolean =>
  event.isComposing || (!event.ctrlKey && !event.metaKey && isTyping(event.target));

/** What main says to the page, and the shortcuts. Present while a journal is open. */
export function AppEffects() {
  useEffect(() => tinykeys(window, shortcuts, { ignore: isText }), []);

  // Text from before a keeper that went away by itself.
  useEffect(() => void flushPendingWork(), []);

  useEffect(() => onShellEvent('commandChosen', ({ command }) => runCommand(command)), []);

  useEffect(
    () =>
      onShellEvent('flushRequested', () => {
        void flushPendingWork().then(async (outcome) => call('journal.flushed', { outcome }));
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

  return null;
}
