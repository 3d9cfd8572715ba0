import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/main/cli/run';
import { openJournal, type JournalPorts } from '../../../src/main/journal/journal';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { bytesOf, createFakeClock, testKdf } from '../../support/journalFixture';
import { must } from '../../support/must';
import { createTestFolder } from '../../support/testFolder';

const passphrase = 'geese over the long field';

let place: ReturnType<typeof createTestFolder>;
let folder: string;
let ports: JournalPorts;

beforeEach(async () => {
  place = createTestFolder();
  folder = join(place.path, 'Mine.journal');
  const clock = createFakeClock('2026-03-10T18:30:00Z', 'Europe/Paris');
  ports = { clock, randomBytes: createSeededRandom(5).bytes, kdf: testKdf };
  await footnote('create', folder);
});
afterEach(() => place[Symbol.dispose]());

async function footnote(...line: readonly string[]) {
  let out = '';
  let told = '';
  const code = await run([...line, '--passphrase-stdin'], {
    stdin: Readable.from([Buffer.from(`${passphrase}\n`)]),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      told += text;
    },
    ports,
  });
  return { code, out, told };
}

async function sessions() {
  const journal = must(await openJournal(folder, bytesOf(passphrase), ports));
  const all = [...journal.everything.sessions()];
  journal.close();
  return all;
}

describe('footnote move', () => {
  it('notes what is just over with everything that was said of it, and nothing that was not', async () => {
    const line = [
      '--minutes',
      '45',
      '--effort',
      '6',
      '--distance',
      '3mi',
      '--before',
      '3',
      '--after',
      'pleasant',
    ];
    const more = ['--play', '0', '--with', 'the choir', '--out', '--note', 'Along the dyke'];
    expect(await footnote('move', folder, 'Run', ...line, ...more)).toMatchObject({
      code: 0,
      out: 'Noted for 2026-03-10, 18:45: Run, 45 min.\n',
    });
    expect(await sessions()).toMatchObject([
      {
        kind: 'run',
        minutes: 45,
        isTimed: true,
        effort: 6,
        distanceMetres: 4_828,
        play: 0,
        connection: null,
        company: 'the choir',
        place: 'outdoors',
        note: 'Along the dyke',
        before: { valence: -1 / 3 },
        after: { valence: 2 / 3 },
      },
    ]);
  });

  it('keeps the day alone when that is all that is said of another day', async () => {
    expect((await footnote('move', folder, 'walk', '--minutes', '20', '--day', 'yesterday')).code).toBe(0);
    const [session] = await sessions();
    expect(session).toMatchObject({ day: '2026-03-09', isTimed: false, before: null, effort: null });
  });

  it.each([
    { line: ['walk'], told: '--minutes' },
    { line: ['walk', '--minutes', '10000'], told: '--minutes' },
    { line: ['walk', '--minutes', '20', '--at', '23:59'], told: 'not come yet' },
    { line: ['walk', '--minutes', '20', '--distance', '5'], told: '--distance' },
    { line: ['walk', '--minutes', '20', '--safety', '4'], told: '--safety' },
    { line: ['walk', '--minutes', '20', '--in', '--out'], told: 'not both' },
    { line: ['levitation', '--minutes', '20'], told: 'no kind' },
  ])('asks again after $line and notes nothing', async ({ line, told }) => {
    const answer = await footnote('move', folder, ...line);
    expect(answer.code).toBe(2);
    expect(answer.told).toContain(told);
    expect(await sessions()).toEqual([]);
  });
});
