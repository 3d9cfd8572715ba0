import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/main/cli/run';
import { textToMoodStop } from '../../../src/main/cli/commands/checkin';
import { createJournal, openJournal, type JournalPorts } from '../../../src/main/journal/journal';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { bytesOf, createFakeClock, testKdf } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';

const passphrase = 'geese over the long field';

let place: ReturnType<typeof createTestFolder>;
let folder: string;
let ports: JournalPorts;
let clock: ReturnType<typeof createFakeClock>;

beforeEach(async () => {
  place = createTestFolder();
  folder = join(place.path, 'Mine.journal');
  clock = createFakeClock('2026-03-10T18:30:00Z', 'Europe/Paris');
  ports = { clock, randomBytes: createSeededRandom(5).bytes, kdf: testKdf };
  const made = await createJournal(folder, bytesOf(passphrase), ports);
  if (!made.ok) throw new Error(made.error.type);
  made.value.close();
});
afterEach(() => place[Symbol.dispose]());

async function checkin(...words: readonly string[]) {
  let out = '';
  let said = '';
  const code = await run(['checkin', folder, '--passphrase-stdin', ...words], {
    stdin: Readable.from([Buffer.from(`${passphrase}\n`)]),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      said += text;
    },
    ports,
  });
  return { code, out, said };
}

async function inJournal() {
  const opened = await openJournal(folder, bytesOf(passphrase), ports);
  if (!opened.ok) throw new Error(opened.error.type);
  const checkIns = [...opened.value.everything.checkIns()];
  const feelings = [...opened.value.everything.feelings()];
  opened.value.close();
  return { checkIns, feelings };
}

describe('footnote checkin', () => {
  it('understands stops, steps with a sign, and words', () => {
    expect(['1', '4', '7', ' 5 '].map(textToMoodStop)).toEqual([1, 4, 7, 5]);
    expect(['-3', '+0', '0', '-1', '+3'].map(textToMoodStop)).toEqual([1, 4, 4, 3, 7]);
    expect(['Slightly pleasant', 'very-unpleasant', 'neutral'].map(textToMoodStop)).toEqual([5, 1, 4]);
    expect(['8', '-4', '+4', '', 'fine', '3.5'].map(textToMoodStop)).toEqual(Array(6).fill(null));
  });

  it('notes how it is now, with energy, feelings and a note', async () => {
    const more = ['--energy', '4', '--feeling', 'Joy', '--feeling', 'homesick', '--note', 'On the stairs'];
    expect(await checkin('slightly', 'pleasant', ...more)).toEqual({
      code: 0,
      out: 'Noted for 2026-03-10, 19:30.\n',
      said: '',
    });
    const { checkIns, feelings } = await inJournal();
    expect(checkIns).toMatchObject([
      {
        valence: 1 / 3,
        energy: 0.5,
        feelings: ['joy', 'homesick'],
        note: 'On the stairs',
        day: '2026-03-10',
        at: clock.now(),
        zone: 'Europe/Paris',
        isRemembered: false,
      },
    ]);
    expect(feelings.at(-1)).toEqual({ feeling: 'homesick', isShown: true });
  });

  it('notes an earlier moment, and says when it is from memory', async () => {
    expect((await checkin('--mood=-2', '--day', 'yesterday', '--at', '23:10')).out).toBe(
      'Noted for 2026-03-09, 23:10.\n',
    );
    expect((await checkin('2', '--day', '2026-03-08', '--json')).out).toContain('"isRemembered":true');
    // Half past three is of the night after the day.
    expect((await checkin('2', '--day', 'yesterday', '--at', '03:30')).out).toContain('2026-03-09, 03:30');
    const { checkIns } = await inJournal();
    expect(checkIns.map(({ day, at }) => [day, new Date(at).toISOString()])).toEqual([
      ['2026-03-08', '2026-03-08T11:00:00.000Z'],
      ['2026-03-09', '2026-03-09T22:10:00.000Z'],
      ['2026-03-09', '2026-03-10T02:30:00.000Z'],
    ]);
  });

  it('refuses in a sentence what it cannot note, and notes nothing', async () => {
    const refused = await Promise.all(
      [
        [],
        ['fine'],
        ['5', '--energy', '6'],
        ['5', '--day', 'someday'],
        ['5', '--at', '25:00'],
        ['5', '--at', '19:31'],
        ['5', '--day', '2026-03-11'],
        ['5', '--feeling', ' '],
      ].map(async (words) => checkin(...words)),
    );
    for (const { code, out, said } of refused) {
      expect([code, out]).toEqual([2, '']);
      expect(said).toMatch(/^footnote: [A-Z-].+\.\n$/);
    }
    expect((await inJournal()).checkIns).toEqual([]);
  });
});
