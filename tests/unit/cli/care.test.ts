import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/main/cli/run';
import { openJournal, type JournalPorts } from '../../../src/main/journal/journal';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { bytesOf, createFakeClock, testKdf } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';

const passphrase = 'geese over the long field';

let place: ReturnType<typeof createTestFolder>;
let folder: string;
let ports: JournalPorts;
let clock: ReturnType<typeof createFakeClock>;
let recoveryCode: string;

async function footnote(line: readonly string[], input = `${passphrase}\n`) {
  let out = '';
  let said = '';
  const code = await run([...line, '--json'], {
    stdin: Readable.from([Buffer.from(input)]),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      said += text;
    },
    ports,
  });
  return { code, said, report: JSON.parse(out) };
}

const secret = '--passphrase-stdin';
const add = (text: string) => footnote(['add', folder, secret, '--text', text]);
const titles = async (): Promise<readonly string[]> =>
  (await footnote(['list', folder, secret])).report.entries.map(({ title }: { title: string }) => title);

function flipBits(path: string, at: readonly number[]): void {
  const bytes = readFileSync(path);
  for (const place of at) bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

beforeEach(async () => {
  place = createTestFolder();
  folder = join(place.path, 'Mine.journal');
  clock = createFakeClock('2026-03-10T18:30:00Z', 'Europe/Paris');
  ports = { clock, randomBytes: createSeededRandom(5).bytes, kdf: testKdf };
  ({ recoveryCode } = (await footnote(['create', folder, secret])).report);
});
afterEach(() => place[Symbol.dispose]());

describe('footnote backup, backups and restore', () => {
  it('make a backup, list it without a passphrase, and bring it back', async () => {
    await add('Before');
    const made = await footnote(['backup', folder, secret]);
    expect(made).toMatchObject({ code: 0, said: '', report: { ok: true, backup: { hasPresentKey: true } } });
    await add('After');
    const listed = await footnote(['backups', folder], '');
    expect(listed.report).toMatchObject({ ok: true, backups: [made.report.backup], second: null });
    const restored = await footnote(['restore', folder, made.report.backup.id], '');
    expect(restored).toMatchObject({ code: 0, report: { setAside: 'set-aside/2026-03-10-1' } });
    expect(await titles()).toEqual(['Before']);
    expect(readdirSync(join(folder, 'set-aside/2026-03-10-1'))).toContain('journal.db');
  });

  it('know a second place, and bring back from it what is lost in the first', async () => {
    using stick = createTestFolder();
    await add('Kept twice');
    expect(await footnote(['backup', folder, secret, '--second', stick.path])).toMatchObject({ code: 0 });
    rmSync(join(folder, 'backups'), { recursive: true });
    rmSync(join(folder, 'journal.db'));
    expect(await footnote(['restore', folder, 'newest', '--second', stick.path], '')).toMatchObject({
      code: 0,
      report: { place: 'second' },
    });
    expect(await titles()).toEqual(['Kept twice']);
    // Also where the whole folder is gone.
    rmSync(folder, { recursive: true });
    expect(await footnote(['restore', folder, 'newest', '--second', stick.path], '')).toMatchObject({
      code: 0,
    });
    expect(await titles()).toEqual(['Kept twice']);
    const away = await footnote(['backup', folder, secret, '--second', join(stick.path, 'away')]);
    expect(away).toMatchObject({ code: 8, report: { ok: false, error: { type: 'SecondPlaceMissing' } } });
  });

  it('refuse what is not there, not whole, or open', async () => {
    expect(await footnote(['restore', folder, 'newest'], '')).toMatchObject({ code: 9 });
    expect(await footnote(['restore', folder], '')).toMatchObject({ code: 2 });
    expect(await footnote(['backups', join(place.path, 'none')], '')).toMatchObject({ code: 4 });
    const { report } = await footnote(['backup', folder, secret]);
    const opened = await openJournal(folder, bytesOf(passphrase), ports);
    expect(await footnote(['restore', folder, 'newest'], '')).toMatchObject({ code: 7 });
    if (opened.ok) opened.value.close();
    flipBits(join(folder, 'backups', `${report.backup.id}.db`), [20_000]);
    expect(await footnote(['restore', folder, 'newest'], '')).toMatchObject({
      code: 10,
      report: { error: { type: 'BackupNotVerified' } },
    });
    expect(await titles()).toEqual([]);
  });
});

describe('footnote verify --deep', () => {
  it('reads every backup as well', async () => {
    await add('A line');
    const { report } = await footnote(['backup', folder, secret]);
    expect(await footnote(['verify', folder, '--deep', secret])).toMatchObject({
      code: 0,
      report: { isSound: true, backups: [{ id: report.backup.id, isWhole: true, read: 'everything' }] },
    });
    flipBits(join(folder, 'backups', `${report.backup.id}.db`), [20_000]);
    expect(await footnote(['verify', folder, secret])).toMatchObject({ code: 0 });
    expect(await footnote(['verify', folder, '--deep', secret])).toMatchObject({
      code: 10,
      report: { ok: false, error: { type: 'BackupsNotWhole', backups: [report.backup.id] } },
    });
  });
});

describe('footnote salvage', () => {
  it('brings a damaged journal back with what its backup has, and keeps the damaged files', async () => {
    for (const text of ['One', 'Two', 'Three']) await add(text);
    await footnote(['backup', folder, secret]);
    await add('Four');
    const size = readFileSync(join(folder, 'journal.db')).length;
    flipBits(
      join(folder, 'journal.db'),
      Array.from({ length: size / 4096 - 1 }, (_, page) => (page + 1) * 4096 + 2000),
    );
    expect(await footnote(['list', folder, secret])).toMatchObject({ code: 5 });
    expect(await footnote(['salvage', folder, secret], 'wrong\n')).toMatchObject({ code: 3 });
    const salvaged = await footnote(['salvage', folder, secret]);
    expect(salvaged).toMatchObject({ code: 0, report: { ok: true, hadBackup: true } });
    expect(await titles()).toEqual(expect.arrayContaining(['One', 'Two', 'Three']));
    expect(await footnote(['verify', folder, secret])).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, salvaged.report.setAside))).toContain('journal.db');
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('finds nothing where nothing is, and says so', async () => {
    writeFileSync(join(folder, 'journal.db'), '');
    expect(await footnote(['salvage', folder, secret])).toMatchObject({
      code: 10,
      report: { error: { type: 'NothingToSalvage' } },
    });
    expect(await footnote(['salvage', join(place.path, 'none'), secret])).toMatchObject({ code: 4 });
  });
});

describe('footnote recover and rotate-key', () => {
  it('set a new passphrase with the recovery code, and tell its typos apart', async () => {
    await add('Still here');
    const recover = (code: string, next: string) =>
      footnote(['recover', folder, secret], `${code}\n${next}\n`);
    const typo = recoveryCode.startsWith('A') ? `B${recoveryCode.slice(1)}` : `A${recoveryCode.slice(1)}`;
    expect(await recover(typo, 'a new one')).toMatchObject({
      code: 3,
      report: { error: { type: 'RecoveryCodeMistyped' } },
    });
    expect(await recover(recoveryCode, '')).toMatchObject({ code: 2 });
    expect(await titles()).toEqual(['Still here']);
    expect(await recover(recoveryCode, 'a new one')).toMatchObject({ code: 0, said: '' });
    expect(await footnote(['list', folder, secret])).toMatchObject({ code: 3 });
    expect(await footnote(['list', folder, secret], 'a new one\n')).toMatchObject({ code: 0 });
  });

  it('give the journal new keys, a new code, and backups before and after', async () => {
    await add('Under new keys');
    const rotated = await footnote(['rotate-key', folder, secret]);
    expect(rotated).toMatchObject({ code: 0, report: { ok: true, backup: { hasPresentKey: true } } });
    expect(await titles()).toEqual(['Under new keys']);
    const { backups } = (await footnote(['backups', folder], '')).report;
    expect(backups.map(({ hasPresentKey }: { hasPresentKey: boolean }) => hasPresentKey)).toEqual([
      true,
      false,
    ]);
    const recover = (code: string) => footnote(['recover', folder, secret], `${code}\nnext\n`);
    expect(await recover(recoveryCode)).toMatchObject({
      code: 3,
      report: { error: { type: 'RecoveryCodeWrong' } },
    });
    expect(await recover(rotated.report.recoveryCode)).toMatchObject({ code: 0 });
    expect(await footnote(['verify', folder, '--deep', secret], 'next\n')).toMatchObject({ code: 0 });
  });

  it('want a passphrase that is more than white space', async () => {
    expect(await footnote(['create', join(place.path, 'Other.journal'), secret], '   \n')).toMatchObject({
      code: 2,
      report: { error: { type: 'PassphraseEmpty' } },
    });
  });
});
