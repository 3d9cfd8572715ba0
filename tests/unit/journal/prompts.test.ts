import { describe, expect, it } from 'vitest';
import { createEntryId, createSessionId, promptIdSchema, type PromptId } from '../../../src/shared/id';
import { promptById, promptLibrary } from '../../../src/shared/prompts/promptLibrary';
import { documentOf, promptBlock } from '../../support/documents';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { plainDraft } from '../../support/plainSession';

function offerIn({ journal }: TestJournal): PromptId {
  const { promptId } = readOffer(journal.prompts.offer());
  if (promptId === null) throw new Error('nothing is offered');
  return promptId;
}

function readOffer(outcome: ReturnType<TestJournal['journal']['prompts']['offer']>) {
  if (!outcome.ok) throw new Error('an offer has no failures');
  return outcome.value;
}

function respond(test: TestJournal, promptId: PromptId, response: 'another' | 'not-now' | 'answered') {
  const outcome = test.journal.prompts.respond({ promptId, response });
  if (!outcome.ok) throw new Error('a response has no failures');
  return outcome.value.promptId;
}

function answer(test: TestJournal, promptId: PromptId, text: string) {
  const id = createEntryId(test.clock.now(), test.ports.randomBytes);
  const document = documentOf(promptBlock(promptId, 'The question'), text);
  expect(test.journal.entries.save({ id, document, baseRevision: 0 }).ok).toBe(true);
  return { id, document };
}

const isForAfter = (promptId: PromptId) => {
  const moments = promptById(promptId)?.moments ?? [];
  return moments.includes('after-movement') && !moments.includes('any');
};

describe('the prompt on offer', () => {
  it('stays the same over a day, also when the journal was closed in between', async () => {
    await using test = await createTestJournal();
    const promptId = offerIn(test);
    expect(promptById(promptId)).toBeDefined();
    for (let index = 0; index < 5; index += 1) expect(offerIn(test)).toBe(promptId);
    test.clock.advance({ hours: 14 });
    await test.reopen();
    expect(offerIn(test)).toBe(promptId);
  });

  it('is another one after "another", and never one that was declined today', async () => {
    await using test = await createTestJournal();
    const seen = [offerIn(test)];
    for (let index = 0; index < 8; index += 1) {
      const last = seen.at(-1);
      const next = last === undefined ? null : respond(test, last, 'another');
      if (next === null) throw new Error('the library is larger');
      seen.push(next);
      expect(offerIn(test)).toBe(next);
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('does not skip one when "another" arrives twice', async () => {
    await using test = await createTestJournal();
    const first = offerIn(test);
    const second = respond(test, first, 'another');
    expect(respond(test, first, 'another')).toBe(second);
  });

  it('rests after "not now" until the day is over, which is not at midnight', async () => {
    await using test = await createTestJournal();
    test.clock.set('2025-05-14T20:00:00Z');
    expect(respond(test, offerIn(test), 'not-now')).toBeNull();
    expect(readOffer(test.journal.prompts.offer())).toEqual({ promptId: null, earlier: null });
    test.clock.set('2025-05-15T00:30:00Z');
    await test.reopen();
    expect(readOffer(test.journal.prompts.offer()).promptId).toBeNull();
    test.clock.set('2025-05-15T02:30:00Z');
    expect(readOffer(test.journal.prompts.offer()).promptId).not.toBeNull();
  });

  it('is answered by an entry that holds it, and not by an empty one', async () => {
    await using test = await createTestJournal();
    const promptId = offerIn(test);
    answer(test, promptId, '');
    expect(offerIn(test)).toBe(promptId);
    answer(test, promptId, 'Some words of mine');
    expect(offerIn(test)).not.toBe(promptId);
  });

  it('is not answered again by work on an entry of another day', async () => {
    await using test = await createTestJournal();
    const promptId = offerIn(test);
    const { id, document } = answer(test, promptId, 'Long ago');
    test.clock.advance({ days: 500 });
    const [only] = promptLibrary;
    if (only === undefined) throw new Error('the library is not empty');
    const later = {
      root: { ...document.root, children: [...(document.root.children ?? []), documentOf('More').root] },
    };
    const before = offerIn(test);
    expect(test.journal.entries.save({ id, document: later, baseRevision: 1 }).ok).toBe(true);
    expect(offerIn(test)).toBe(before);
  });

  it('shows the latest earlier answer beside it, unless that is in the bin', async () => {
    await using test = await createTestJournal();
    const promptId = offerIn(test);
    respond(test, promptId, 'another');
    const older = answer(test, promptId, 'Older');
    test.clock.advance({ days: 1 });
    const newer = answer(test, promptId, 'Newer');
    const answers = () => {
      const found = test.journal.prompts.answers({ promptId, except: null, limit: 10 });
      return found.ok ? found.value.answers.map(({ entry }) => entry.id) : [];
    };
    expect(answers()).toEqual([newer.id, older.id]);
    expect(test.journal.prompts.answers({ promptId, except: newer.id, limit: 10 })).toMatchObject({
      value: { answers: [{ entry: { id: older.id }, answer: 'Older' }], hasMore: false },
    });
    test.journal.entries.moveToBin({ id: newer.id });
    expect(answers()).toEqual([older.id]);
    // Until it comes up again, with the answer beside it.
    for (let day = 0; day < 400; day += 1) {
      test.clock.advance({ days: 1 });
      const offer = readOffer(test.journal.prompts.offer());
      if (offer.promptId !== promptId) continue;
      expect(offer.earlier).toMatchObject({ entry: { id: older.id }, answer: 'Older' });
      return;
    }
    throw new Error('a prompt comes up again within a year');
  });

  it('fits the moment: after movement such prompts come up, and never otherwise', async () => {
    await using test = await createTestJournal();
    const offersOfDays = (days: number, hasMoved: boolean) =>
      Array.from({ length: days }, () => {
        test.clock.advance({ days: 1 });
        if (hasMoved) {
          test.journal.sessions.save({
            id: createSessionId(test.clock.now(), test.ports.randomBytes),
            ...plainDraft,
            kind: 'walk',
            startedAt: test.clock.now() - 3 * 3_600_000,
            minutes: 20,
            effort: null,
            note: null,
            before: null,
            after: null,
          });
        }
        return isForAfter(offerIn(test));
      });
    expect(promptLibrary.some(({ id }) => isForAfter(id))).toBe(true);
    expect(offersOfDays(25, false)).not.toContain(true);
    expect(offersOfDays(25, true)).toContain(true);
  });

  it('can be answered without having been offered', async () => {
    await using test = await createTestJournal();
    const offered = offerIn(test);
    const other = promptLibrary.find(({ id, moments }) => id !== offered && moments.includes('any'));
    expect(respond(test, promptIdSchema.parse(other?.id), 'answered')).toBe(offered);
  });
});
