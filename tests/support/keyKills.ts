import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { openDatabase } from '../../src/main/journal/database/openDatabase';
import { openJournal, tryRecoveryCode } from '../../src/main/journal/journal';
import { createSeededRandom } from '../../src/main/sample/seededRandom';
import type { JournalKeyring } from '../../src/main/vault/dataKey';
import { readKeyFileTexts } from '../../src/main/vault/keyFileStore';
import { unlockVault } from '../../src/main/vault/vault';
import { createEntryId } from '../../src/shared/id';
import { buildChild, exitOf, type ChildProgram } from './childProcess';
import { documentOf } from './documents';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from './journalFixture';
import { createTestFolder } from './testFolder';
import { must } from './must';

/** Other moments at every run: what one misses another may hit. */
const random = createSeededRandom(Date.now());

const child = fileURLToPath(new URL('children/changeKeys.ts', import.meta.url));

export const buildKeyChanger = async (): Promise<ChildProgram> => await buildChild(child);

/** How the changing process met its end: by the clock, or by itself at a call of the file system. */
type End =
  | { readonly after: number; /** Milliseconds after it said that. */ readonly word: 'ready' | 'both' }
  | { readonly atCall: number };

interface Ending {
  readonly isDone: boolean;
  /** From `ready` to `done`, and from `both` to `done`. */
  readonly milliseconds: number;
  readonly withBoth: number;
}

async function changeAndDie(
  program: ChildProgram,
  given: readonly [folder: string, change: string, passphrase: string, next: string],
  end: End,
): Promise<Ending> {
  const started = program.start(...given, 'atCall' in end ? String(end.atCall) : '');
  const { stdout } = started;
  if (stdout === null) throw new Error('a process that says nothing');
  const heard = new Map<string, number>();
  const heardEnd = 'the end';
  stdout.on('data', (chunk: Buffer) => {
    for (const word of chunk.toString().split('\n')) heard.set(word, performance.now());
  });
  const gone = exitOf(started).then(() => heard.set(heardEnd, performance.now()));
  const toHear = async (word: string): Promise<void> => {
    while (!heard.has(word) && !heard.has(heardEnd)) await Promise.race([once(stdout, 'data'), gone]);
  };
  await toHear('ready');
  if (!heard.has('ready')) throw new Error('the process ended before it began');
  if ('after' in end) {
    await toHear(end.word);
    await new Promise((done) => setTimeout(done, end.after));
  } else await toHear('done');
  started.kill('SIGKILL');
  await gone;
  const since = (word: string) => (heard.get('done') ?? Number.NaN) - (heard.get(word) ?? Number.NaN);
  return { isDone: heard.has('done'), milliseconds: since('ready'), withBoth: since('both') };
}

function kitOf({ journal }: TestJournal): string {
  return journal.keys.pendingKit()?.code ?? '';
}

function fill({ journal, clock, ports }: TestJournal, entries: number): void {
  journal.inTransaction(() => {
    for (let index = 0; index < entries; index += 1) {
      const id = createEntryId(clock.now(), ports.randomBytes);
      const document = documentOf(`${index} heron at the weir ${'over the water '.repeat(60)}`);
      journal.entries.save({ id, document, baseRevision: 0 });
    }
  });
}

export interface KillPlan {
  /** Kills by the clock. */
  readonly atRandom: number;
  /** 1 kills at every call of the file system there is, 5 at every fifth. */
  readonly everyCall: number;
}

export interface PassphraseKills {
  readonly kills: number;
  /** How many of them came before, and how many after the new passphrase counted. */
  readonly old: number;
  readonly new: number;
}

/**
 * Kills a change of the passphrase again and again: at random times, and then once before (or in the middle of) each call of the file
 * system. After each, exactly one of the two passphrases opens the journal, and so does the recovery code, with all that was in it.
 */
export async function killPassphraseChanges(
  program: ChildProgram,
  { atRandom, everyCall }: KillPlan,
): Promise<PassphraseKills> {
  await using test = await createTestJournal();
  const code = kitOf(test);
  fill(test, 30);
  test.journal.close();
  let [present, other] = [testPassphrase, 'another way home along the canal'];
  const outcomes = { kills: 0, old: 0, new: 0 };

  async function changeAndCheck(end: End): Promise<Ending> {
    const ending = await changeAndDie(program, [test.folder, 'passphrase', present, other], end);
    must(await tryRecoveryCode(test.folder, bytesOf(code)));
    const opened = [];
    for (const passphrase of [present, other]) {
      const outcome = await openJournal(test.folder, bytesOf(passphrase), test.ports);
      if (!outcome.ok) {
        expect(outcome.error).toEqual({ type: 'WrongPassphrase' });
        continue;
      }
      expect(outcome.value.everything.counts().entries).toBe(30);
      expect(outcome.value.verify()).toMatchObject({ isSound: true });
      outcome.value.close();
      opened.push(passphrase);
    }
    expect(opened).toHaveLength(1);
    if (ending.isDone) expect(opened).toEqual([other]);
    outcomes.kills += 1;
    outcomes[opened[0] === present ? 'old' : 'new'] += 1;
    if (opened[0] === other) [present, other] = [other, present];
    return ending;
  }

  const { milliseconds } = await changeAndCheck({ atCall: 10_000 });
  for (let kill = 0; kill < atRandom; kill += 1) {
    // What is written is written in the last few milliseconds: most of the kills fall close to them.
    const share = kill % 3 === 0 ? random.next() : 0.85 + 0.2 * random.next();
    await changeAndCheck({ after: share * milliseconds, word: 'ready' });
  }
  for (let atCall = 1, isDone = false; !isDone; atCall += everyCall) {
    ({ isDone } = await changeAndCheck({ atCall }));
  }
  return outcomes;
}

export interface RotationKills {
  readonly kills: number;
  /** How many left the database under the old key, and how many under the new one. */
  readonly old: number;
  readonly new: number;
  /** How many left a key file that held both. */
  readonly cutShort: number;
  /** Milliseconds of one whole rotation, and the size of the database in bytes. */
  readonly milliseconds: number;
  readonly bytes: number;
}

/**
 * The same for a rotation of the data key. After each kill exactly one key opens the database; the next opening settles the rest, with
 * every row there and every page right, and afterwards the key that was given up opens no file of the journal.
 */
export async function killRotations(
  program: ChildProgram,
  { atRandom, everyCall, entries }: KillPlan & { readonly entries: number },
): Promise<RotationKills> {
  await using test = await createTestJournal();
  fill(test, entries);
  test.journal.close();
  const outcomes = { kills: 0, old: 0, new: 0, cutShort: 0 };

  async function rotateAndCheck(end: End): Promise<Ending> {
    const ending = await changeAndDie(program, [test.folder, 'rotate', testPassphrase, ''], end);
    const left = must(await unlockVault(readKeyFileTexts(test.folder), bytesOf(testPassphrase)));
    const former = keyringCopy(left);
    const latter = left.rotation === null ? null : keyringCopy(left.rotation.finished);
    const opens = [former, latter].map(
      (keys) => keys !== null && opensCopy(test.folder, left.file.journalId, keys),
    );
    expect(opens.filter(Boolean)).toHaveLength(1);

    const journal = await test.reopen();
    expect(journal.everything.counts().entries).toBe(entries);
    expect(journal.verify()).toMatchObject({ isSound: true });
    expect(journal.source.db.pragma('integrity_check', { simple: true })).toBe('ok');
    const stored = journal.source.db.prepare<[], string>('SELECT set_hash FROM meta').pluck().get();
    expect(journal.source.countSetHash('main')).toBe(stored);
    journal.close();
    const settled = must(await unlockVault(readKeyFileTexts(test.folder), bytesOf(testPassphrase)));
    expect(settled.rotation).toBeNull();
    const winner = opens[0] === true ? former : latter;
    expect(winner?.databaseKey.equals(settled.databaseKey)).toBe(true);
    const loser = opens[0] === true ? latter : former;
    if (loser !== null) expect(opensCopy(test.folder, left.file.journalId, loser)).toBe(false);
    for (const text of readKeyFileTexts(test.folder)) expect(JSON.parse(text)).not.toHaveProperty('rotation');

    outcomes.kills += 1;
    // Without both keys in the file there is only the one that is right; whether it is the new one the process has said.
    outcomes[opens[1] === true || (latter === null && ending.isDone) ? 'new' : 'old'] += 1;
    outcomes.cutShort += Number(latter !== null);
    return ending;
  }

  const { milliseconds, withBoth } = await rotateAndCheck({ atCall: 10_000 });
  for (let kill = 0; kill < atRandom; kill += 1) {
    // Before the key file holds both keys nothing has happened yet: most of the kills come after it.
    await rotateAndCheck(
      kill % 5 === 0
        ? { after: 1.1 * random.next() * milliseconds, word: 'ready' }
        : { after: 1.1 * random.next() * withBoth, word: 'both' },
    );
  }
  for (let atCall = 1, isDone = false; !isDone; atCall += everyCall) {
    ({ isDone } = await rotateAndCheck({ atCall }));
  }
  return { ...outcomes, milliseconds, bytes: readFileSync(join(test.folder, 'journal.db')).length };
}

const keyringCopy = ({ databaseKey, setHashKey }: JournalKeyring) => ({
  databaseKey: Buffer.from(databaseKey),
  setHashKey: Buffer.from(setHashKey),
});

/** Tried on a copy, so that looking settles nothing. */
function opensCopy(folder: string, journalId: string, keys: ReturnType<typeof keyringCopy>): boolean {
  using place = createTestFolder();
  const copy = join(place.path, 'journal.db');
  for (const ending of ['', '-wal']) {
    if (existsSync(join(folder, `journal.db${ending}`)))
      copyFileSync(join(folder, `journal.db${ending}`), `${copy}${ending}`);
  }
  const opened = openDatabase(
    copy,
    { databaseKey: Buffer.from(keys.databaseKey), setHashKey: Buffer.from(keys.setHashKey) },
    journalId,
    { now: () => 0, newer: 'refuse' },
  );
  if (!opened.ok) {
    expect(opened.error).toEqual({ type: 'JournalDamaged', part: 'database' });
    return false;
  }
  expect(opened.value.db.pragma('integrity_check', { simple: true })).toBe('ok');
  opened.value.db.close();
  return true;
}
