import { spawnSync } from 'node:child_process';
import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  readlinkSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { lookInto } from '../../src/main/journal/database/openDatabase';
import { openJournal } from '../../src/main/journal/journal';
import { readKeyFileTexts } from '../../src/main/vault/keyFileStore';
import { unlockVault } from '../../src/main/vault/vault';
import { createEntryId } from '../../src/shared/id';
import { buildChild, exitOf, firstLine } from '../support/childProcess';
import { documentOf } from '../support/documents';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from '../support/journalFixture';
import { createTestFolder } from '../support/testFolder';
import { must } from '../support/must';
import { scanForText } from '../support/scanForText';

const isLinux = process.platform === 'linux';
const hasStrace = isLinux && spawnSync('strace', ['-V']).status === 0;
const marker = 'kingfisher-under-the-ash-4417';
const childPath = (name: string) => fileURLToPath(new URL(`children/${name}.ts`, import.meta.url));

/** How often the marker is in the files a process has open, also in those without a name any more. */
function countInOpenFiles(pid: number): { readonly found: number; readonly unlinked: number } {
  let found = 0;
  let unlinked = 0;
  for (const name of readdirSync(`/proc/${pid}/fd`)) {
    const path = `/proc/${pid}/fd/${name}`;
    try {
      const target = readlinkSync(path);
      if (!target.startsWith('/') || target.startsWith('/dev') || target.startsWith('/proc')) continue;
      const isUnlinked = target.endsWith(' (deleted)');
      if (isUnlinked) unlinked += 1;
      found += countMarker(readDescriptor(path));
    } catch {
      // Pipes and sockets.
    }
  }
  return { found, unlinked };
}

function readDescriptor(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(fstatSync(file).size);
    readSync(file, bytes, 0, bytes.length, 0);
    return bytes;
  } finally {
    closeSync(file);
  }
}

function countMarker(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(marker); at !== -1; at = bytes.indexOf(marker, at + 1)) count += 1;
  return count;
}

async function withChild<Value>(
  name: string,
  use: (
    start: (...given: readonly string[]) => ReturnType<Awaited<ReturnType<typeof buildChild>>['start']>,
    temporary: string,
  ) => Promise<Value>,
): Promise<Value> {
  await using program = await buildChild(childPath(name));
  using temporary = createTestFolder();
  const before = { TMPDIR: process.env.TMPDIR, SQLITE_TMPDIR: process.env.SQLITE_TMPDIR };
  Object.assign(process.env, { TMPDIR: temporary.path, SQLITE_TMPDIR: temporary.path });
  try {
    return await use(program.start, temporary.path);
  } finally {
    for (const [key, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[key];
      else process.env[key] = value;
    }
  }
}

async function keysOf(test: TestJournal) {
  return must(await unlockVault(readKeyFileTexts(test.folder), bytesOf(testPassphrase)));
}

const look = async (mode: 'WAL' | 'DELETE', store: 'MEMORY' | 'FILE') =>
  await withChild('unfinishedWork', async (start, temporary) => {
    await using test = await createTestJournal();
    test.journal.close();
    const child = start(test.folder, marker, mode, store);
    expect(await firstLine(child)).toBe('in the middle of 2001');
    const open = countInOpenFiles(child.pid ?? 0);
    const named = scanForText([test.folder, temporary], marker).length;
    child.kill('SIGKILL');
    await exitOf(child);
    const after = scanForText([test.folder, temporary], marker).length;
    const files = readdirSync(test.folder).filter((name) => name.startsWith('journal.db'));
    const { databaseKey } = await keysOf(test);
    const state = lookInto(join(test.folder, 'journal.db'), databaseKey, (db) => ({
      integrity: db.pragma('integrity_check', { simple: true }),
      entries: db.prepare('SELECT count(*) FROM entries').pluck().get(),
    }));
    return { ...open, named, after, files, ...state };
  });

const trace = async (store: 'MEMORY' | 'FILE') =>
  await withChild('everyWork', async (_, temporary) => {
    await using program = await buildChild(childPath('everyWork'));
    await using test = await createTestJournal();
    test.journal.close();
    const output = join(temporary, 'strace.txt');
    const child = spawnSync(
      'strace',
      [
        '-f',
        '-qq',
        '-s',
        '8192',
        '-o',
        output,
        '-e',
        'trace=open,openat,creat,write,pwrite64,writev,pwritev',
        process.execPath,
        program.path,
        test.folder,
        marker,
        store,
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    expect(child.status).toBe(0);
    const text = readFileSync(output, 'utf8');
    rmSync(output);
    return {
      calls: text.split('\n').length,
      writes: text.match(/ p?writev?(64)?\(/g)?.length ?? 0,
      temporaryFiles: text.match(/etilqs_/g)?.length ?? 0,
      markers: text.split(marker).length - 1,
    };
  });

describe.skipIf(!isLinux)('a process killed in the middle of a large transaction', () => {
  it.each(['WAL', 'DELETE'] as const)(
    'leaves no word of it anywhere with %s, and what was saved',
    async (mode) => {
      const report = await look(mode, 'MEMORY');
      console.log(mode, JSON.stringify(report));
      expect(report).toMatchObject({
        found: 0,
        unlinked: 0,
        named: 0,
        after: 0,
        integrity: 'ok',
        entries: 1,
      });
      expect(report.files).toContain(mode === 'WAL' ? 'journal.db-wal' : 'journal.db-journal');
    },
  );

  it('would be caught if temporary data went to files', async () => {
    const report = await look('WAL', 'FILE');
    console.log('with temporary files', JSON.stringify(report));
    expect(report.found).toBeGreaterThan(1000);
    expect(report.unlinked).toBeGreaterThan(0);
  });
});

describe.skipIf(!hasStrace)('everything that rewrites the database', () => {
  it('opens no temporary file and writes no word', async () => {
    const report = await trace('MEMORY');
    console.log('strace', JSON.stringify(report));
    expect(report).toMatchObject({ temporaryFiles: 0, markers: 0 });
    expect(report.writes).toBeGreaterThan(1000);
  });

  it('would be caught if temporary data went to files', async () => {
    const report = await trace('FILE');
    console.log('strace with temporary files', JSON.stringify(report));
    expect(report.temporaryFiles).toBeGreaterThan(0);
    expect(report.markers).toBeGreaterThan(0);
  });
});

describe('the file of a journal', () => {
  it('is encrypted for real: no header, no pattern, and a plain database in its place is not taken', async () => {
    await using test = await createTestJournal();
    for (let index = 0; index < 200; index += 1) {
      const id = createEntryId(index, test.ports.randomBytes);
      must(test.journal.entries.save({ id, document: documentOf(marker.repeat(40)), baseRevision: 0 }));
    }
    expect(test.journal.source.db.pragma('cipher', { simple: true })).toBe('chacha20');
    expect(test.journal.source.db.pragma('temp_store', { simple: true })).toBe(2);
    test.journal.close();
    const path = join(test.folder, 'journal.db');
    const bytes = readFileSync(path);
    expect(bytes.toString('latin1', 0, 15)).not.toBe('SQLite format 3');
    expect(entropyOf(bytes.subarray(4096))).toBeGreaterThan(7.9);
    const pages = Array.from({ length: bytes.length / 4096 - 1 }, (_, index) =>
      entropyOf(bytes.subarray((index + 1) * 4096, (index + 2) * 4096)),
    );
    console.log('entropy', entropyOf(bytes.subarray(4096)), 'least of a page', Math.min(...pages));
    expect(Math.min(...pages)).toBeGreaterThan(7.9);
    expect(
      must(await unlockVault(readKeyFileTexts(test.folder), bytesOf(testPassphrase))).file.db.cipher,
    ).toBe('chacha20');

    rmSync(path);
    const plain = new Database(path, { fileMustExist: false, timeout: 100 });
    plain.exec('CREATE TABLE meta (journal_id TEXT); CREATE TABLE entries (document TEXT)');
    plain.exec('INSERT INTO entries VALUES (zeroblob(20000))');
    plain.close();
    expect(readFileSync(path).toString('latin1', 0, 15)).toBe('SQLite format 3');
    expect(await openJournal(test.folder, bytesOf(testPassphrase), test.ports)).toEqual({
      ok: false,
      error: { type: 'JournalDamaged', part: 'database' },
    });
  });
});

/** Bits in a byte. */
function entropyOf(bytes: Buffer): number {
  const counts = Array.from({ length: 256 }, () => 0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts.reduce((sum, count) => {
    const share = count / bytes.length;
    return share === 0 ? sum : sum - share * Math.log2(share);
  }, 0);
}
