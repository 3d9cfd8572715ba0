import { describe, expect, it } from 'vitest';
import { Autosave, pauseMs, type SaveState } from '../../../src/renderer/features/write/autosave';
import { createDocument, createParagraph, createText } from '../../../src/shared/document/createDocument';
import { createEntryId, entryIdSchema } from '../../../src/shared/id';
import type { Input } from '../../../src/shared/ipc/contract';
import { ok } from '../../../src/shared/result';
import { civilDaySchema } from '../../../src/shared/time';

const id = entryIdSchema.parse('018f0000-0000-7000-8000-000000000001');
const words = createDocument([createParagraph([createText('Typed while the disk was full.')])]);

function open(text: 'saved' | 'unsaved') {
  const sent: Input<'entries.save'>[] = [];
  const states: SaveState[] = [];
  const timers: { readonly run: () => void; readonly milliseconds: number }[] = [];
  const autosave = new Autosave(
    { saved: { id, revision: 4 }, read: () => words, text },
    {
      save: async (input) => {
        sent.push(input);
        return ok({ revision: 5, savedAt: 0, day: civilDaySchema.parse('2026-11-22') });
      },
      newEntryId: () => createEntryId(1, (length) => new Uint8Array(length)),
      schedule: (run, milliseconds) => {
        timers.push({ run, milliseconds });
        return () => undefined;
      },
      onState: (state) => states.push(state),
      onKeptAsNew: () => undefined,
      onSaved: () => undefined,
    },
  );
  return { autosave, sent, states, timers };
}

describe('words taken over from a page that was left unsaved', () => {
  it('are saved without another key being pressed, on top of the revision the journal has', async () => {
    const { autosave, sent, states, timers } = open('unsaved');
    expect(states.at(-1)?.kind).toBe('typing');
    timers.find(({ milliseconds }) => milliseconds === pauseMs)?.run();
    await Promise.resolve();
    await Promise.resolve();
    expect(sent).toEqual([{ id, baseRevision: 4, document: words }]);
    expect(await autosave.flush()).toBe('saved');
    expect(autosave.saved()).toEqual({ id, revision: 5 });
  });

  it('can be handed on as they stand', () => {
    expect(open('unsaved').autosave.document()).toBe(words);
  });

  it('are not what an entry begins with that was read from the journal', async () => {
    const { autosave, sent, timers } = open('saved');
    expect(timers).toEqual([]);
    expect(await autosave.flush()).toBe('saved');
    expect(sent).toEqual([]);
  });
});
