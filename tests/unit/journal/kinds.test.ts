import { describe, expect, it } from 'vitest';
import { movementKinds } from '../../../src/shared/domain/movementKind';
import { createOwnKindId, createSessionId } from '../../../src/shared/id';
import { movementContract } from '../../../src/shared/ipc/movementContract';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';
import { plainDraft } from '../../support/plainSession';

function addKind(test: TestJournal, name: string) {
  const id = createOwnKindId(test.clock.now(), test.ports.randomBytes);
  must(test.journal.kinds.save({ id, name, icon: 'boat', family: 'water' }));
  return id;
}

const listOf = ({ journal }: TestJournal) =>
  movementContract['kinds.list'].output.parse(must(journal.kinds.list()));

const move = (test: TestJournal, kind: ReturnType<typeof addKind>) =>
  must(
    test.journal.sessions.save({
      ...plainDraft,
      id: createSessionId(test.clock.now(), test.ports.randomBytes),
      kind,
      startedAt: test.clock.now() - 3_600_000,
      minutes: 30,
      before: null,
      after: null,
    }),
  );

describe('kinds of movement', () => {
  it('are the offered ones in their order, all shown, until somebody says otherwise', async () => {
    await using test = await createTestJournal();
    expect(listOf(test)).toEqual({
      choices: movementKinds.map((kind) => ({ kind, isShown: true })),
      own: [],
    });
  });

  it('come in the order and with the choice the person gave them, also after the journal was closed', async () => {
    await using test = await createTestJournal();
    const rowing = addKind(test, 'Rowing');
    must(
      test.journal.kinds.arrange({
        choices: [
          { kind: rowing, isShown: true },
          { kind: 'swim', isShown: true },
          { kind: 'spin', isShown: false },
        ],
      }),
    );
    await test.reopen();
    const { choices } = listOf(test);
    expect(choices.slice(0, 4)).toEqual([
      { kind: rowing, isShown: true },
      { kind: 'swim', isShown: true },
      { kind: 'spin', isShown: false },
      { kind: 'walk', isShown: true },
    ]);
    expect(choices).toHaveLength(movementKinds.length + 1);
  });

  it('can be called something else without touching what was noted', async () => {
    await using test = await createTestJournal();
    const id = addKind(test, 'Rowing');
    expect(move(test, id).kind).toBe(id);
    must(test.journal.kinds.save({ id, name: 'Sculling', icon: 'wave', family: 'water' }));
    expect(listOf(test).own).toMatchObject([{ id, name: 'Sculling', icon: 'wave' }]);
    const searched = must(test.journal.savedSearches.choices());
    expect(searched.kinds).toEqual([id]);
    expect(test.journal.verify().problems).toEqual([]);
  });

  it('of the person go when they were never used, and are hidden otherwise', async () => {
    await using test = await createTestJournal();
    const unused = addKind(test, 'Fencing');
    const used = addKind(test, 'Rowing');
    move(test, used);
    expect(test.journal.kinds.remove({ id: unused })).toEqual({ ok: true, value: { became: 'removed' } });
    expect(test.journal.kinds.remove({ id: used })).toEqual({ ok: true, value: { became: 'hidden' } });
    const { choices, own } = listOf(test);
    expect(own.map(({ id }) => id)).toEqual([used]);
    expect(choices.at(-1)).toEqual({ kind: used, isShown: false });
    expect(test.journal.kinds.remove({ id: unused }).ok).toBe(false);
  });
});

describe('what the form begins with', () => {
  it('is the kind that was noted last, whom one moved with, and which kinds had more to say', async () => {
    await using test = await createTestJournal();
    const save = (kind: 'walk' | 'dance', hoursAgo: number, more: object) =>
      must(
        test.journal.sessions.save({
          ...plainDraft,
          id: createSessionId(test.clock.now(), test.ports.randomBytes),
          kind,
          startedAt: test.clock.now() - hoursAgo * 3_600_000,
          minutes: 30,
          before: null,
          after: null,
          ...more,
        }),
      );
    save('walk', 9, { company: 'the choir' });
    save('dance', 5, { play: 0 });
    save('walk', 2, { company: null });
    expect(must(test.journal.sessions.habits())).toEqual({
      company: ['the choir'],
      latestKind: 'walk',
      detailedKinds: ['dance'],
    });
  });
});
