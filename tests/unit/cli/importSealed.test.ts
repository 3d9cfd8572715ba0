import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../../src/main/cli/run';
import type { JournalPorts } from '../../../src/main/journal/journal';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { createFakeClock, testKdf } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';

const passphrase = 'geese over the long field';
const ownPassphrase = 'only for this archive';
let place: ReturnType<typeof createTestFolder>;
let ports: JournalPorts;

beforeEach(async () => {
  place = createTestFolder();
  ports = {
    clock: createFakeClock('2026-03-10T18:30:00Z', 'Europe/Paris'),
    randomBytes: createSeededRandom(5).bytes,
    kdf: testKdf,
    scratchFolder: join(place.path, 'scratch'),
  };
  await footnote([passphrase], 'create', at('One.journal'));
  await footnote([passphrase], 'create', at('Two.journal'));
  await footnote([passphrase], 'add', at('One.journal'), '--text', 'A heron by the lake');
  expect(
    await footnote(
      [passphrase, ownPassphrase],
      'export',
      at('One.journal'),
      at('sealed.footnote.zip'),
      '--format',
      'archive',
      '--sealed',
    ),
  ).toMatchObject({ code: 0 });
});
afterEach(() => place[Symbol.dispose]());

const at = (name: string): string => join(place.path, name);

async function footnote(lines: readonly string[], ...words: readonly string[]) {
  let out = '';
  let said = '';
  const code = await run([...words, '--passphrase-stdin'], {
    stdin: Readable.from([Buffer.from(lines.map((line) => `${line}\n`).join(''))]),
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

const bringIn = (file: string, ...lines: readonly string[]) =>
  footnote([passphrase, ...lines], 'import', at('Two.journal'), '--from', at(file), '--sealed');

const list = async (): Promise<string> => (await footnote([passphrase], 'list', at('Two.journal'))).out;

it('a sealed archive comes in with its own passphrase, asked for after that of the journal', async () => {
  expect(await bringIn('sealed.footnote.zip', ownPassphrase)).toMatchObject({ code: 0, said: '' });
  expect(await list()).toContain('heron');
  expect(readdirSync(at('scratch'))).toEqual([]);
});

it('another passphrase, none, and the wrong order are told apart, and nothing comes in', async () => {
  expect(await bringIn('sealed.footnote.zip', passphrase)).toMatchObject({
    code: 3,
    said: expect.stringContaining('That passphrase does not open the file.'),
  });
  expect(
    await footnote([passphrase], 'import', at('Two.journal'), '--from', at('sealed.footnote.zip')),
  ).toMatchObject({ code: 11, said: expect.stringContaining('--sealed') });
  expect(await list()).not.toContain('heron');
});

it('a sealed archive that was changed or cut off is damaged, and nothing of it comes in', async () => {
  const whole = readFileSync(at('sealed.footnote.zip'));
  const changed = Buffer.from(whole);
  changed[whole.length - 3] = (changed[whole.length - 3] ?? 0) ^ 1;
  for (const [name, bytes] of [
    ['cut.zip', whole.subarray(0, -20)],
    ['head.zip', whole.subarray(0, 40)],
    ['changed.zip', changed],
  ] as const) {
    writeFileSync(at(name), bytes);
    const { code } = await bringIn(name, ownPassphrase);
    // One piece is all there is of it, and a piece that does not open is nobody's passphrase.
    expect([3, 11], name).toContain(code);
  }
  expect(await list()).not.toContain('heron');
});
