import { describe, expect, it } from 'vitest';
import { createOwnStepId, createStepTakenId, stepIdSchema } from '../../../src/shared/id';
import type { Result } from '../../../src/shared/result';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';

const valueOf = <Value>(result: Result<Value, { readonly type: string }>): Value => {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};

const newOwn = ({ clock, ports }: TestJournal) => createOwnStepId(clock.now(), ports.randomBytes);
const newTaken = ({ clock, ports }: TestJournal) => createStepTakenId(clock.now(), ports.randomBytes);
const read = ({ journal }: TestJournal) => valueOf(journal.steps.read());
const block = stepIdSchema.parse('once-round-the-block');
const tree = stepIdSchema.parse('nearest-tree-and-back');

/** As somebody who noted it in the app. */
function noteInjury({ journal }: TestJournal, firstDay: string): void {
  journal.inTransaction(() =>
    journal.source.db
      .prepare<[string]>(
        `INSERT INTO spans (id, kind, name, first_day, last_day, note, created_at, updated_at)
         VALUES ('0196cd1f-0000-7000-8000-00000000000a', 'injury', NULL, ?, NULL, NULL, 0, 0)`,
      )
      .run(firstDay),
  );
}

describe('the ladder of small steps', () => {
  it('offers once round the block while nothing was chosen', async () => {
    await using test = await createTestJournal();
    expect(read(test)).toEqual({ own: [], chosen: null, offered: block, taken: [] });
  });

  it('takes steps of one’s own, and gives them another text', async () => {
    await using test = await createTestJournal();
    const id = newOwn(test);
    valueOf(test.journal.steps.saveOwn({ id, text: 'To the bakery' }));
    valueOf(test.journal.steps.saveOwn({ id, text: 'To the bakery and back' }));
    expect(read(test).own.map(({ text }) => text)).toEqual(['To the bakery and back']);
  });

  it('remembers the step that was picked, also one’s own, and forgets it again', async () => {
    await using test = await createTestJournal();
    valueOf(test.journal.steps.choose({ stepId: tree }));
    expect(read(test)).toMatchObject({ chosen: { stepId: tree }, offered: tree });
    const id = newOwn(test);
    valueOf(test.journal.steps.saveOwn({ id, text: 'To the bakery' }));
    valueOf(test.journal.steps.choose({ stepId: id }));
    expect(read(test).offered).toBe(id);
    valueOf(test.journal.steps.choose({ stepId: null }));
    expect(read(test)).toMatchObject({ chosen: null, offered: block });
    expect(test.journal.steps.choose({ stepId: stepIdSchema.parse('no-such-step') })).toMatchObject({
      error: { type: 'NotFound' },
    });
  });

  it('offers the usual step when the picked one has gone, and the picked one when it is put back', async () => {
    await using test = await createTestJournal();
    const id = newOwn(test);
    valueOf(test.journal.steps.saveOwn({ id, text: 'To the bakery' }));
    valueOf(test.journal.steps.choose({ stepId: id }));
    valueOf(test.journal.steps.removeOwn({ id }));
    expect(read(test).offered).toBe(block);
    valueOf(test.journal.steps.saveOwn({ id, text: 'To the bakery' }));
    expect(read(test).offered).toBe(id);
  });

  it('notes a step in the words it had then, and takes it back', async () => {
    await using test = await createTestJournal();
    const id = newOwn(test);
    valueOf(test.journal.steps.saveOwn({ id, text: 'To the bakery' }));
    const taken = valueOf(test.journal.steps.note({ id: newTaken(test), stepId: id }));
    valueOf(test.journal.steps.removeOwn({ id }));
    expect(read(test).taken).toEqual([taken]);
    expect(taken).toMatchObject({ text: 'To the bakery', day: '2025-05-14', zone: 'Europe/Paris' });
    expect(test.journal.steps.note({ id: newTaken(test), stepId: id })).toMatchObject({
      error: { type: 'NotFound' },
    });
    valueOf(test.journal.steps.takeBack({ id: taken.id }));
    expect(read(test).taken).toEqual([]);
    expect(test.journal.steps.takeBack({ id: taken.id })).toMatchObject({ error: { type: 'NotFound' } });
  });

  it('lists what was taken with the newest first, and a step sent twice once', async () => {
    await using test = await createTestJournal();
    const id = newTaken(test);
    valueOf(test.journal.steps.note({ id, stepId: block }));
    test.clock.advance({ days: 1 });
    valueOf(test.journal.steps.note({ id, stepId: block }));
    valueOf(test.journal.steps.note({ id: newTaken(test), stepId: tree }));
    expect(read(test).taken.map(({ stepId, day }) => [stepId, day])).toEqual([
      [tree, '2025-05-15'],
      [block, '2025-05-14'],
    ]);
  });

  it('offers a seated step while something heals, unless another was picked since', async () => {
    await using test = await createTestJournal();
    valueOf(test.journal.steps.choose({ stepId: tree }));
    test.clock.advance({ days: 3 });
    noteInjury(test, '2025-05-16');
    expect(read(test).offered).toBe('three-slow-breaths');
    valueOf(test.journal.steps.choose({ stepId: block }));
    expect(read(test).offered).toBe(block);
  });

  it('is there after a restart, and everything checks as sound', async () => {
    await using test = await createTestJournal();
    valueOf(test.journal.steps.choose({ stepId: tree }));
    valueOf(test.journal.steps.saveOwn({ id: newOwn(test), text: 'To the bakery' }));
    valueOf(test.journal.steps.note({ id: newTaken(test), stepId: tree }));
    const journal = await test.reopen();
    expect(valueOf(journal.steps.read())).toMatchObject({ offered: tree, own: [{}], taken: [{}] });
    expect(journal.verify()).toMatchObject({ isSound: true, problems: [] });
  });
});
