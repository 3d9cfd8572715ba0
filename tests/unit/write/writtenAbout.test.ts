import { describe, expect, it } from 'vitest';
import { FactKeeping } from '../../../src/renderer/features/write/facts/factKeeping';
import { nothingSaid, type HeldFacts } from '../../../src/renderer/session/saidFacts';
import { createEntryId, createSessionId } from '../../../src/shared/id';
import type { Failure } from '../../../src/shared/ipc/failures';
import { err, ok } from '../../../src/shared/result';

const zeros = (length: number): Uint8Array => new Uint8Array(length);
const entry = createEntryId(1, zeros);
const about = createSessionId(1, zeros);

function begin(answers: readonly Failure[] = []) {
  const told: HeldFacts[] = [];
  const facts = new FactKeeping(
    nothingSaid,
    { about },
    {
      send: async (id, held) => {
        expect(id).toBe(entry);
        const failure = answers[told.length];
        told.push(held);
        return failure === undefined ? ok({}) : err(failure);
      },
      schedule: () => () => undefined,
      onChange: () => undefined,
      onRefused: () => undefined,
    },
  );
  return { facts, told };
}

describe('the time of moving an entry is written about', () => {
  it('begins no entry by itself, and is told once there is one', async () => {
    const { facts, told } = begin();
    expect(facts.hasWords()).toBe(false);
    expect(facts.said().about).toBe(about);
    expect(await facts.deliver(entry)).toBe('saved');
    expect(await facts.deliver(entry)).toBe('saved');
    expect(told).toEqual([{ about }]);
    expect(facts.isHolding()).toBe(false);
  });

  it('is held on to while the journal cannot take it', async () => {
    const { facts, told } = begin([{ type: 'DiskFull' }]);
    expect(await facts.deliver(entry)).toBe('failed');
    expect(facts.held()).toEqual({ about });
    expect(await facts.deliver(entry)).toBe('saved');
    expect(told).toEqual([{ about }, { about }]);
  });

  it('goes with the text into an entry that takes the place of the first, until it has been told', async () => {
    const { facts } = begin();
    facts.holdAll();
    expect(facts.held()).toMatchObject({ about });
    await facts.deliver(entry);
    facts.holdAll();
    expect(facts.held()).not.toHaveProperty('about');
  });
});
