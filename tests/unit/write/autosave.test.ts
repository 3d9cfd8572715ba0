import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Autosave,
  longestWaitMs,
  pauseMs,
  type SavedEntry,
  type SaveState,
} from '../../../src/renderer/features/write/autosave';
import {
  createDocument,
  createParagraph,
  createPromptedDocument,
  createText,
} from '../../../src/shared/document/createDocument';
import { documentToPlainText } from '../../../src/shared/document/plainText';
import type { JournalDocument } from '../../../src/shared/document/schema';
import { createEntryId, entryIdSchema, promptIdSchema, type EntryId } from '../../../src/shared/id';
import type { Input, Reply } from '../../../src/shared/ipc/contract';
import { err, ok } from '../../../src/shared/result';
import { civilDaySchema } from '../../../src/shared/time';

const page = (text: string): JournalDocument =>
  createDocument([createParagraph(text === '' ? [] : [createText(text)])]);
const entryId = entryIdSchema.parse('018f0000-0000-7000-8000-000000000001');

type Fate = 'kept' | 'kept but the answer is lost' | 'answer lost' | 'disk full' | 'too long';

async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
}

/** A keeper with the contract's rules, and a clock that is turned by hand. */
function openDesk(
  start: { readonly text: string; readonly saved: SavedEntry | null } = { text: '', saved: null },
) {
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const journal = new Map<EntryId, { text: string; document: JournalDocument; revision: number }>();
  const calls: Input<'entries.save'>[] = [];
  const waiting: {
    readonly input: Input<'entries.save'>;
    readonly answer: (reply: Reply<'entries.save'>) => void;
  }[] = [];
  const states: SaveState[] = [];
  let keptAsNew = 0;
  let ids = 0;
  let onScreen = start.text;
  if (start.saved !== null) {
    journal.set(start.saved.id, {
      text: start.text,
      document: page(start.text),
      revision: start.saved.revision,
    });
  }

  const write = ({ id, document, baseRevision }: Input<'entries.save'>): Reply<'entries.save'> => {
    const there = journal.get(id);
    const isSame = there !== undefined && JSON.stringify(there.document) === JSON.stringify(document);
    if (there !== undefined && !isSame && there.revision !== baseRevision) {
      return err({ type: 'RevisionConflict', revision: there.revision });
    }
    if (there === undefined && baseRevision > 0) return err({ type: 'NotFound' });
    const revision = isSame ? there.revision : baseRevision + 1;
    journal.set(id, { text: documentToPlainText(document), document, revision });
    return ok({ revision, savedAt: now, day: civilDaySchema.parse('2026-11-22') });
  };

  const autosave = new Autosave(
    { saved: start.saved, read: () => page(start.text) },
    {
      save: (input) => {
        calls.push(input);
        return new Promise((answer) => waiting.push({ input, answer }));
      },
      newEntryId: () => {
        ids += 1;
        return createEntryId(ids, (length) => new Uint8Array(length).fill(ids % 256));
      },
      schedule: (run, milliseconds) => {
        const timer = { at: now + milliseconds, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
      onState: (state) => states.push(state),
      onKeptAsNew: () => {
        keptAsNew += 1;
      },
      onSaved: () => undefined,
    },
  );

  return {
    autosave,
    journal,
    calls,
    states,
    keptAsNew: () => keptAsNew,
    onScreen: () => onScreen,
    type(text: string): void {
      onScreen = text;
      const then = page(text);
      autosave.changed(() => then);
    },
    async pass(milliseconds: number): Promise<void> {
      const end = now + milliseconds;
      for (;;) {
        const due = timers.filter((timer) => timer.at <= end).toSorted((one, other) => one.at - other.at)[0];
        if (due === undefined) break;
        now = due.at;
        timers = timers.filter((timer) => timer !== due);
        due.run();
        await settle();
      }
      now = end;
    },
    /** Lets the keeper deal with the save it has been sent, if there is one. */
    async answer(fate: Fate): Promise<void> {
      const call = waiting.shift();
      if (call === undefined) return;
      if (fate === 'kept') call.answer(write(call.input));
      else if (fate === 'disk full') call.answer(err({ type: 'DiskFull' }));
      else if (fate === 'too long') call.answer(err({ type: 'TextTooLong' }));
      else {
        if (fate === 'kept but the answer is lost') write(call.input);
        call.answer(err({ type: 'Unexpected', reference: 'test' }));
      }
      await settle();
    },
    isAsked: () => waiting.length > 0,
    /** Somebody else saves the same entry. */
    changeElsewhere(text: string): void {
      const id = autosave.saved()?.id;
      const there = id === undefined ? undefined : journal.get(id);
      if (id === undefined || there === undefined) return;
      journal.set(id, { text, document: page(text), revision: there.revision + 1 });
    },
    texts: () => [...journal.values()].map((entry) => entry.text),
  };
}

const existing = { text: 'Here.', saved: { id: entryId, revision: 3 } };

describe('when it saves', () => {
  it('never saves a page that was only opened', async () => {
    const desk = openDesk(existing);
    await desk.pass(60_000);
    expect(await desk.autosave.flush()).toBe('saved');
    expect(desk.calls).toEqual([]);
    expect(desk.states).toEqual([]);
  });

  it('waits for a pause after the last key', async () => {
    const desk = openDesk();
    desk.type('a');
    await desk.pass(pauseMs - 1);
    desk.type('ab');
    await desk.pass(pauseMs - 1);
    expect(desk.calls).toEqual([]);
    await desk.pass(1);
    expect(desk.calls.map((call) => documentToPlainText(call.document))).toEqual(['ab']);
  });

  it('does not wait longer than two seconds while someone types on', async () => {
    const desk = openDesk();
    for (let typed = 0; typed * 100 < longestWaitMs; typed += 1) {
      desk.type('x'.repeat(typed + 1));
      await desk.pass(100);
    }
    expect(desk.calls).toHaveLength(1);
  });

  it('has one save under way at a time and sends the newest text after it', async () => {
    const desk = openDesk();
    desk.type('one');
    await desk.pass(pauseMs);
    desk.type('one two');
    await desk.pass(10_000);
    expect(desk.calls).toHaveLength(1);
    await desk.answer('kept');
    expect(desk.autosave.state()).toEqual({ kind: 'typing' });
    await desk.pass(pauseMs);
    await desk.answer('kept');
    expect(desk.texts()).toEqual(['one two']);
    expect(desk.autosave.state()).toEqual({ kind: 'saved' });
    expect(desk.calls.map((call) => call.baseRevision)).toEqual([0, 1]);
  });

  it('does not save what is as it was', async () => {
    const desk = openDesk(existing);
    desk.type('Here..');
    desk.type('Here.');
    await desk.pass(pauseMs);
    expect(desk.calls).toEqual([]);
    expect(desk.autosave.state()).toEqual({ kind: 'unchanged' });
  });
});

describe('once stopped', () => {
  it('saves nothing more', async () => {
    const desk = openDesk();
    desk.type('typed before');
    desk.autosave.stop();
    desk.type('typed after');
    await desk.pass(60_000);
    expect(desk.calls).toEqual([]);
  });
});

describe('an empty page', () => {
  it('is never saved, even with a prompt on it', async () => {
    const desk = openDesk();
    const prompted = createPromptedDocument(promptIdSchema.parse('identity-value'), 'A question?');
    desk.autosave.changed(() => prompted);
    await desk.pass(pauseMs);
    expect(await desk.autosave.flush()).toBe('saved');
    expect(desk.calls).toEqual([]);
    expect(desk.autosave.saved()).toBeNull();
  });

  it('is saved when it holds a divider', async () => {
    const desk = openDesk();
    desk.autosave.changed(() => createDocument([{ type: 'horizontalrule', version: 1 }]));
    await desk.pass(pauseMs);
    expect(desk.calls).toHaveLength(1);
  });

  it('is saved when an entry that was there has been emptied', async () => {
    const desk = openDesk(existing);
    desk.type('');
    await desk.pass(pauseMs);
    await desk.answer('kept');
    expect(desk.texts()).toEqual(['']);
  });
});

describe('when it does not work', () => {
  it('says so, keeps the text, and tries again with longer and longer waits', async () => {
    const desk = openDesk();
    desk.type('kept in mind');
    await desk.pass(pauseMs);
    await desk.answer('disk full');
    expect(desk.autosave.state()).toEqual({ kind: 'failed', failure: { type: 'DiskFull' } });
    await desk.pass(1000);
    await desk.answer('disk full');
    await desk.pass(1999);
    expect(desk.isAsked()).toBe(false);
    await desk.pass(1);
    await desk.answer('kept');
    expect(desk.autosave.state()).toEqual({ kind: 'saved' });
    expect(desk.texts()).toEqual(['kept in mind']);
  });

  it('does not send a text that is too long again until it has changed', async () => {
    const desk = openDesk();
    desk.type('long');
    await desk.pass(pauseMs);
    await desk.answer('too long');
    await desk.pass(120_000);
    expect(desk.calls).toHaveLength(1);
    desk.type('short');
    await desk.pass(pauseMs);
    await desk.answer('kept');
    expect(desk.texts()).toEqual(['short']);
  });

  it('makes no second entry when only the answer was lost', async () => {
    const desk = openDesk();
    desk.type('once');
    await desk.pass(pauseMs);
    await desk.answer('kept but the answer is lost');
    desk.type('once and more');
    await desk.pass(1000);
    await desk.answer('kept');
    await desk.pass(pauseMs);
    await desk.answer('kept');
    expect(desk.texts()).toEqual(['once and more']);
    expect(desk.keptAsNew()).toBe(0);
  });

  it('keeps both texts when the entry was changed elsewhere', async () => {
    const desk = openDesk(existing);
    desk.changeElsewhere('Theirs.');
    desk.type('Ours.');
    await desk.pass(pauseMs);
    await desk.answer('kept');
    await desk.answer('kept');
    expect(desk.texts()).toEqual(['Theirs.', 'Ours.']);
    expect(desk.keptAsNew()).toBe(1);
    expect(desk.autosave.state()).toEqual({ kind: 'saved' });
    desk.type('Ours, later.');
    await desk.pass(pauseMs);
    await desk.answer('kept');
    expect(desk.texts()).toEqual(['Theirs.', 'Ours, later.']);
  });

  it('finds a place for the text although two answers were lost after the entry was changed elsewhere', async () => {
    const desk = openDesk(existing);
    desk.changeElsewhere('Theirs.');
    desk.type('Mine.');
    await desk.pass(pauseMs);
    await desk.answer('kept');
    await desk.answer('kept but the answer is lost');
    desk.type('Mine, and more.');
    await desk.pass(1000);
    await desk.answer('answer lost');
    for (let round = 0; round < 4; round += 1) {
      await desk.pass(30_000);
      await desk.answer('kept');
    }
    expect(desk.autosave.state()).toEqual({ kind: 'saved' });
    expect(desk.texts()).toEqual(['Theirs.', 'Mine.', 'Mine, and more.']);
  });

  it('does not take the text before two lost answers for what the journal holds', async () => {
    const desk = openDesk(existing);
    desk.type('Changed.');
    await desk.pass(pauseMs);
    await desk.answer('kept but the answer is lost');
    desk.type('Here.');
    await desk.pass(1000);
    await desk.answer('answer lost');
    for (let round = 0; round < 4; round += 1) {
      await desk.pass(30_000);
      await desk.answer('kept');
    }
    expect(desk.autosave.state()).toEqual({ kind: 'saved' });
    expect(desk.texts()).toContain('Here.');
  });
});

describe('a flush', () => {
  it('saves at once and waits for the answer', async () => {
    const desk = openDesk();
    desk.type('before the lid closes');
    const outcome = desk.autosave.flush();
    await desk.answer('kept');
    expect(await outcome).toBe('saved');
    expect(desk.texts()).toEqual(['before the lid closes']);
  });

  it('waits for the save under way and then sends what came after it', async () => {
    const desk = openDesk();
    desk.type('first');
    await desk.pass(pauseMs);
    desk.type('first and last');
    const outcome = desk.autosave.flush();
    await desk.answer('kept');
    await desk.answer('kept');
    expect(await outcome).toBe('saved');
    expect(desk.texts()).toEqual(['first and last']);
  });

  it('says when the text could not be saved', async () => {
    const desk = openDesk();
    desk.type('not yet');
    const outcome = desk.autosave.flush();
    await desk.answer('disk full');
    expect(await outcome).toBe('failed');
  });
});

const fate = fc.constantFrom<Fate>(
  'kept',
  'kept',
  'kept but the answer is lost',
  'answer lost',
  'disk full',
  'too long',
);
const step = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    text: fc.constantFrom('a', 'ab', 'abc', 'b', 'Here.', ''),
  }),
  fc.record({ kind: fc.constant('pass' as const), milliseconds: fc.integer({ min: 1, max: 3000 }) }),
  fc.record({ kind: fc.constant('answer' as const), fate }),
  fc.record({ kind: fc.constant('elsewhere' as const) }),
  fc.record({ kind: fc.constant('flush' as const) }),
);

describe('whatever happens', () => {
  it('the last text is in the journal in the end, and "saved" was never said of another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(step, { maxLength: 40 }), async (isNew, steps) => {
        const desk = openDesk(isNew ? undefined : existing);
        const saysTheTruth = (): void => {
          if (desk.autosave.state().kind !== 'saved') return;
          const id = desk.autosave.saved()?.id;
          expect(id === undefined ? undefined : desk.journal.get(id)?.text).toBe(desk.onScreen());
        };
        let elsewhere = 0;
        for (const next of steps) {
          if (next.kind === 'type') desk.type(next.text);
          else if (next.kind === 'pass') await desk.pass(next.milliseconds);
          else if (next.kind === 'answer') await desk.answer(next.fate);
          else if (next.kind === 'flush') void desk.autosave.flush();
          else {
            elsewhere += 1;
            desk.changeElsewhere(`theirs ${elsewhere}`);
            continue;
          }
          if (elsewhere === 0) saysTheTruth();
        }
        desk.type('the very last words');
        for (let round = 0; round < 12; round += 1) {
          await desk.pass(31_000);
          await desk.answer('kept');
        }
        expect(desk.autosave.state()).toEqual({ kind: 'saved' });
        expect(await desk.autosave.flush()).toBe('saved');
        expect(desk.texts()).toContain('the very last words');
        if (elsewhere > 0 && !isNew) expect(desk.texts().length).toBeGreaterThan(0);
      }),
      { numRuns: 1500 },
    );
  });
});
