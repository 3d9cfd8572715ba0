import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { call, onShellEvent } from '../bridge/client';
import { message } from '../i18n/i18n';
import { forgetEverything } from '../session/forgetEverything';
import { flushPendingWork, type FlushOutcome } from '../session/pendingWork';
import type { SessionFields } from '../session/sessionFields';
import { useSession } from '../session/sessionStore';
import { fieldsToDraft, newSessionFields } from '../ui/sessionDraft';
import { isDialogOpen, isTyping } from '../ui/isTyping';
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

/** A key without a modifier is text while a field has the focus; behind an open dialog no key does anything. */
const isText = (event: KeyboardEvent): boolean =>
  event.isComposing || isDialogOpen() || (!event.ctrlKey && !event.metaKey && isTyping(event.target));

/** Saves what stands in a form, with the usual time and length where these are unclear, and forgets it then. */
async function saveForm(fields: SessionFields | null, forget: () => void): Promise<FlushOutcome> {
  if (fields === null) return 'saved';
  const { date, time, minutes, zone } = newSessionFields({ id: fields.id, now: Date.now() });
  const typed = fieldsToDraft(fields);
  const withMinutes = typed.ok ? typed : fieldsToDraft({ ...fields, minutes });
  const draft = withMinutes.ok ? withMinutes : fieldsToDraft({ ...fields, date, time, minutes, zone });
  if (!draft.ok || !(await call('sessions.save', draft.value)).ok) return 'failed';
  forget();
  return 'saved';
}

/** Forms for movement that were left open in another room: a lock keeps them. */
async function saveUnfinished(): Promise<FlushOutcome> {
  const { unfinished, unfinishedChange, setUnfinished, setUnfinishedChange } = useSession.getState();
  const outcomes = [
    await saveForm(unfinished, () => setUnfinished(null)),
    await saveForm(unfinishedChange, () => setUnfinishedChange(null)),
  ];
  return outcomes.includes('failed') ? 'failed' : 'saved';
}

/** First what is on the page: a form that is shown saves itself, better than from here, and is no longer unfinished then. */
async function flushEverything(): Promise<FlushOutcome> {
  const outcome = await flushPendingWork();
  return outcome === 'saved' ? saveUnfinished() : outcome;
}

/** What main says to the page, and the shortcuts. Present while a journal is open. */
export function AppEffects() {
  useEffect(() => tinykeys(window, shortcuts, { ignore: isText }), []);

  // Text from before a keeper that went away by itself.
  useEffect(() => void flushPendingWork(), []);

  useEffect(() => onShellEvent('commandChosen', ({ command }) => runCommand(command)), []);

  useEffect(
    () =>
      onShellEvent('flushRequested', () => {
        void flushEverything().then(async (outcome) => call('journal.flushed', { outcome }));
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
