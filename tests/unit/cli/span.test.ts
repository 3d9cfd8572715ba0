import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/main/cli/run';
import type { JournalPorts } from '../../../src/main/journal/journal';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { createFakeClock, testKdf } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';

const passphrase = 'geese over the long field';

let place: ReturnType<typeof createTestFolder>;
let folder: string;
let ports: JournalPorts;

beforeEach(async () => {
  place = createTestFolder();
  folder = join(place.path, 'Mine.journal');
  // Half past one: still the 10th.
  const clock = createFakeClock('2026-03-11T00:30:00Z', 'Europe/Paris');
  ports = { clock, randomBytes: createSeededRandom(5).bytes, kdf: testKdf };
  await footnote('create');
});
afterEach(() => place[Symbol.dispose]());

async function footnote(command: string, ...words: readonly string[]) {
  let out = '';
  let said = '';
  const code = await run([command, folder, ...words, '--passphrase-stdin'], {
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
const span = (...words: readonly string[]) => footnote('span', ...words);
const lines = async () => (await span('list')).out.replaceAll(/^\S+ {2}/gm, '');

describe('footnote span', () => {
  it('notes what is different for a while, and when it is over', async () => {
    expect(await span('start', 'injury', '--name', 'knee', '--day', '2026-03-03')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Noted: \S{8} {2}injury {2}knee {2}since 2026-03-03\n$/),
    });
    expect(await span('start', 'travel', '--day', '2026-04-01', '--until', '2026-04-09')).toMatchObject({
      code: 0,
    });
    expect(await lines()).toBe('travel  2026-04-01 to 2026-04-09\ninjury  knee  since 2026-03-03\n');
    expect(await span('end')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Over: .* to 2026-03-09\n$/),
    });
    expect(await span('end')).toMatchObject({ code: 2, said: expect.stringContaining('running now') });
  });

  it('starts today, which ends at four in the night, and never ends before it starts', async () => {
    await span('start', 'rest');
    expect(await lines()).toBe('rest  since 2026-03-10\n');
    await span('end');
    expect(await lines()).toBe('rest  2026-03-10 to 2026-03-10\n');
  });

  it('asks which one when several run, by kind, name or id', async () => {
    await span('start', 'injury', '--name', 'Knee', '--day', '2026-03-03');
    await span('start', 'injury', '--name', 'shoulder', '--day', '2026-03-04');
    await span('start', 'illness', '--day', '2026-03-05');
    expect(await span('end', 'injury')).toMatchObject({ code: 2, said: expect.stringContaining('Several') });
    expect(await span('end', 'knee', '--day', '2026-03-06')).toMatchObject({ code: 0 });
    expect(await span('end', 'illness')).toMatchObject({ code: 0 });
    const id =
      (await span('list')).out
        .split('\n')
        .find((line) => line.includes('shoulder'))
        ?.slice(0, 8) ?? '';
    expect(await span('end', id)).toMatchObject({ code: 0 });
    expect(await lines()).toBe(
      'illness  2026-03-05 to 2026-03-09\ninjury  shoulder  2026-03-04 to 2026-03-09\ninjury  Knee  2026-03-03 to 2026-03-06\n',
    );
  });

  it('explains what it does not take, and changes nothing then', async () => {
    await span('start', 'injury', '--name', 'knee', '--day', '2026-03-03');
    const refusals = [
      [['start', 'injury', '--day', '2026-03-05', '--until', '2026-03-04'], 'lies before the first'],
      [['start', 'rest', '--day', '2026-03-12'], 'has not begun yet'],
      [['start', 'injury', '--name', 'KNEE', '--day', '2026-03-04'], 'noted already, since 2026-03-03'],
      [['end', '--day', '2026-03-01'], 'lies before the first'],
      [['start', 'holiday'], 'one of injury'],
      [['start', 'rest', '--day', '2026-02-30'], 'a date such as'],
      [['start', 'rest', '--name', ' '], '1 to 80'],
      [['begin'], 'start, end or list'],
      [['end', 'left', 'knee'], 'quotation marks'],
    ] as const;
    for (const [words, reason] of refusals) {
      expect(await span(...words)).toMatchObject({ code: 2, out: '', said: expect.stringContaining(reason) });
    }
    expect(await lines()).toBe('injury  knee  since 2026-03-03\n');
  });
});
