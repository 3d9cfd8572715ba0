import { expect, it } from 'vitest';
import { createTurns } from '../../../src/main/keeper/turns';

/** A piece of work that ends when it is told. */
function createWork() {
  const ends: (() => void)[] = [];
  const ended = new Promise<void>((resolve) => {
    ends.push(resolve);
  });
  return { work: () => ended, end: () => ends.forEach((end) => end()) };
}
const aMoment = () => new Promise((resolve) => setImmediate(resolve));

it('who wants the journal alone waits for those who have it, and those who come later wait', async () => {
  const turns = createTurns();
  const said: string[] = [];
  const first = createWork();
  const lonely = createWork();
  const before = turns.take(first.work).then(() => said.push('before'));
  const alone = turns.take(() =>
    turns.alone(async () => {
      said.push('alone begins');
      await lonely.work();
      said.push('alone ends');
    }),
  );
  await aMoment();
  expect(said).toEqual([]);
  first.end();
  await aMoment();
  expect(said).toEqual(['before', 'alone begins']);
  const after = turns.take(() => Promise.resolve(said.push('after')));
  await aMoment();
  expect(said).toHaveLength(2);
  lonely.end();
  await Promise.all([before, alone, after]);
  expect(said).toEqual(['before', 'alone begins', 'alone ends', 'after']);
});

it('two who want it alone have it one after the other', async () => {
  const turns = createTurns();
  const said: string[] = [];
  const lonely = (name: string) =>
    turns.take(() =>
      turns.alone(async () => {
        said.push(`${name} begins`);
        await aMoment();
        said.push(`${name} ends`);
      }),
    );
  await Promise.all([lonely('one'), lonely('other')]);
  const [first, ...rest] = said;
  const order = first === 'one begins' ? ['one', 'other'] : ['other', 'one'];
  expect([first, ...rest]).toEqual(order.flatMap((name) => [`${name} begins`, `${name} ends`]));
});

it('work that fails gives its turn back', async () => {
  const turns = createTurns();
  const failing = turns.take(() => turns.alone(() => Promise.reject(new Error('no'))));
  await expect(failing).rejects.toThrow('no');
  await expect(turns.take(() => Promise.resolve(1))).resolves.toBe(1);
  await expect(turns.take(() => turns.alone(() => Promise.resolve(2)))).resolves.toBe(2);
});
