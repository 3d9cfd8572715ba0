import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import type { EventPayload } from '../../shared/ipc/contract';
import { call, onShellEvent } from '../bridge/client';
import { keepUnfinishedCheckIns } from '../features/feeling/checkInDraft';
import { keepUnfinishedSpan } from '../features/today/spans/spanActs';
import { message } from '../i18n/i18n';
import { forgetEverything } from '../session/forgetEverything';
import {
  flushEverything,
  flushPendingWork,
  registerPendingWork,
  type FlushOutcome,
} from '../session/pendingWork';
import type { SessionFields } from '../session/sessionFields';
import { useSession } from '../session/sessionStore';
import { hasUnsavedWords } from '../session/unsavedPages';
import { fieldsToKeep } from '../ui/sessionDraft';
import { isDialogOpen, isTyping } from '../ui/isTyping';
import { commands, runCommand } from './commands';
import { keepInsightsReady } from './keepInsightsReady';
import { oweLock } from './owedLock';

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
  event.isComposing ||
  isDialogOpen() ||
  (!event.ctrlKey && !event.metaKey && !/^F\d+$/.test(event.key) && isTyping(event.target));

/** Saves what stands in a form and forgets it then; what is unclear there stays in it, and nothing is made up. */
async function saveForm(
  fields: SessionFields | null,
  channel: 'sessions.save' | 'outing.finish',
  forget: () => void,
): Promise<FlushOutcome> {
  if (fields === null) return 'saved';
  const kept = fieldsToKeep(fields, Date.now());
  if (kept.kind !== 'save') return kept.kind === 'waits' ? 'failed' : 'saved';
  if (!(await call(channel, kept.draft)).ok) return 'failed';
  forget();
  return 'saved';
}

/** Forms for movement, check-ins and spans that were left open in another room: a lock keeps them. */
async function saveUnfinished(): Promise<FlushOutcome> {
  const session = useSession.getState();
  const outcomes = [
    await keepUnfinishedCheckIns(),
    await keepUnfinishedSpan(),
    await saveForm(session.unfinished, 'sessions.save', () => session.setUnfinished(null)),
    await saveForm(session.unfinishedChange, 'sessions.save', () => session.setUnfinishedChange(null)),
    await saveForm(session.unfinishedReturn, 'outing.finish', () => session.setUnfinishedReturn(null)),
  ];
  return outcomes.includes('failed') ? 'failed' : 'saved';
}

async function answerFlush(reason: EventPayload<'flushRequested'>['reason']): Promise<void> {
  const flushed = await flushEverything();
  // Words of another journal cannot be saved while this one is open; to quit ends them.
  const outcome = reason === 'quit' && hasUnsavedWords() ? 'failed' : flushed;
  if (outcome === 'failed' && reason === 'lock') oweLock(flushEverything);
  await call('journal.flushed', { outcome });
}

/** What main says to the page, and the shortcuts. Present while a journal is open. */
export function AppEffects() {
  useEffect(() => tinykeys(window, shortcuts, { ignore: isText }), []);

  useEffect(() => registerPendingWork(saveUnfinished, 'afterwards'), []);

  useEffect(keepInsightsReady, []);

  // Text from before a keeper that went away by itself.
  useEffect(() => void flushPendingWork(), []);

  useEffect(() => onShellEvent('commandChosen', ({ command }) => runCommand(command)), []);

  useEffect(
    () =>
      onShellEvent('flushRequested', ({ reason }) => {
        void answerFlush(reason);
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
