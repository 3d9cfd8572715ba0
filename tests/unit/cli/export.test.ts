import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/main/cli/run';
import type { JournalPorts } from '../../../src/main/journal/journal';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { fileToBytes } from '../../../src/main/transfer/archive/openArchive';
import { openSealed } from '../../../src/main/transfer/archive/sealedArchive';
import { bytesOf, createFakeClock, testKdf } from '../../support/journalFixture';
import { must } from '../../support/must';
import { createTestFolder } from '../../support/testFolder';

const passphrase = 'geese over the long field';

let place: ReturnType<typeof createTestFolder>;
let ports: JournalPorts;
const at = (name: string): string => join(place.path, name);

async function footnote(
  line: readonly string[],
  input = `${passphrase}\n`,
  isStopped: () => boolean = () => false,
) {
  let out = '';
  let said = '';
  const code = await run([...line, '--passphrase-stdin'], {
    stdin: Readable.from([Buffer.from(input)]),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      said += text;
    },
    ports,
    watchForStop: () => isStopped,
  });
  return { code, out, said };
}
const exported = (line: readonly string[], input?: string) =>
  footnote(['export', at('Mine.journal'), ...line], input);

beforeEach(async () => {
  place = createTestFolder();
  const clock = createFakeClock('2026-03-10T18:30:00Z', 'Europe/Paris');
  ports = { clock, randomBytes: createSeededRandom(5).bytes, kdf: testKdf };
  await footnote(['create', at('Mine.journal')]);
  await footnote(['add', at('Mine.journal'), '--text', 'Frost on the orchard path']);
  clock.advance({ days: 3 });
  await footnote(['add', at('Mine.journal'), '--text', 'Thaw, and a thrush']);
});
afterEach(() => place[Symbol.dispose]());

describe('footnote export', () => {
  it.each(['markdown', 'archive', 'json', 'day-one', 'html'])(
    'as %s takes away what it began when somebody stops it',
    async (format) => {
      const before = readdirSync(place.path);
      const hasBegun = () => readdirSync(place.path).length > before.length;
      const line = ['export', at('Mine.journal'), at('out'), '--format', format];
      const stopped = await footnote(line, undefined, hasBegun);
      expect(stopped.said).toContain('Stopped.');
      expect(readdirSync(place.path)).toEqual(before);
    },
  );

  it('writes the days that are named, both of them included', async () => {
    const done = await exported([
      at('out'),
      '--format',
      'json',
      '--from',
      '2026-03-11',
      '--to',
      '2026-03-13',
    ]);
    expect(done).toMatchObject({ code: 0, said: '' });
    const text = readFileSync(at('out'), 'utf8');
    expect(text).toContain('thrush');
    expect(text).not.toContain('orchard');
  });

  it('seals an archive with a passphrase of its own, the second line of standard input', async () => {
    const line = [at('out.footnote.zip'), '--format', 'archive', '--sealed'];
    const done = await exported(line, `${passphrase}\nthree otters in the rain\n`);
    expect(done).toMatchObject({ code: 0, said: '' });
    expect(done.out).toContain('Only its passphrase opens it');
    const opened = must(
      await openSealed(await fileToBytes(at('out.footnote.zip')), bytesOf('three otters in the rain')),
    );
    expect((await opened.read(0, 2)).toString()).toBe('PK');
    await opened.close();
  });

  it.each([
    ['no second line', `${passphrase}\n`],
    ['an empty one', `${passphrase}\n\n`],
  ])('makes nothing when it is to be sealed and there is %s', async (_, input) => {
    expect(await exported([at('out'), '--format', 'archive', '--sealed'], input)).toMatchObject({
      code: 2,
      out: '',
    });
    expect(existsSync(at('out'))).toBe(false);
  });

  it.each([
    ['nothing to write to', ['--format', 'json']],
    ['two places', ['one', 'two', '--format', 'json']],
    ['days of an archive', ['out', '--format', 'archive', '--from', '2026-03-10']],
    ['a day that there is not', ['out', '--format', 'json', '--from', '2026-02-30']],
    ['a place where a day is meant', ['--format', 'json', '--to', 'out']],
    ['days in the wrong order', ['out', '--format', 'json', '--from', '2026-03-11', '--to', '2026-03-10']],
    ['tables by the day', ['out', '--format', 'csv', '--by-day']],
    ['Markdown for Excel', ['out', '--format', 'markdown', '--for-excel']],
    ['sealed JSON', ['out', '--format', 'json', '--sealed']],
  ])('does not guess what is meant by %s', async (_, line) => {
    expect(await exported(line)).toMatchObject({ code: 2, out: '' });
    expect(readdirSync(place.path)).toEqual(['Mine.journal']);
  });
});
