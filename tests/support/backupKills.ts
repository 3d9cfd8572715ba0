import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFileAsVerified } from '../../src/main/backup/isFileAsVerified';
import { backupsFolderOf, findBackups } from '../../src/main/backup/backupFiles';
import { makeBackup } from '../../src/main/backup/makeBackup';
import { finishReplacing } from '../../src/main/backup/replaceJournal';
import { readCopy } from '../../src/main/backup/attachedCopy';
import { openJournal } from '../../src/main/journal/journal';
import { buildChild, exitOf, firstLine } from './childProcess';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from './journalFixture';
import { createTestFolder } from './testFolder';
import { writeEntries } from './writeEntries';

const childPath = (name: string) =>
  fileURLToPath(new URL(`../unit/backup/children/${name}.ts`, import.meta.url));

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const write = (test: TestJournal, lines: number) =>
  writeEntries(test, lines, (line) => `Line ${line}: ${'a walk in the rain, '.repeat(40)}`);

export interface BackupKillsReport {
  readonly kills: number;
  /** Kills that left a copy without a name behind. */
  readonly midway: number;
  /** Backups that had their name and were not whole. Must be empty. */
  readonly broken: readonly string[];
  /** Acknowledged backups that were gone although nothing should have removed them. Must be empty. */
  readonly lost: readonly string[];
}

/** Kills a process at random moments of making backups, `kills` times over one journal. */
export async function killBackups(kills: number): Promise<BackupKillsReport> {
  await using test = await createTestJournal();
  await using child = await buildChild(childPath('backUpForever'));
  write(test, 400);
  makeBackup(test.journal, { clock: test.clock });
  test.journal.close();
  const folder = backupsFolderOf(test.folder);
  const broken: string[] = [];
  const lost: string[] = [];
  let midway = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    test.clock.advance({ days: 40 });
    const running = child.start(test.folder, String(test.clock.now()));
    const first = await firstLine(running);
    await pause((kill * 7.3) % 90);
    running.kill('SIGKILL');
    await exitOf(running);
    if (readdirSync(folder).some((name) => name.startsWith('.tmp-'))) midway += 1;
    const found = findBackups(folder);
    // The first of this round is younger than six others at most, so it stays.
    if (!found.some(({ id }) => id === first)) lost.push(first);
    const journal = await test.reopen();
    for (const backup of found) {
      const copy = isFileAsVerified(backup) ? readCopy(journal.source, backup.paths.database) : null;
      if (copy === null || copy.setHash !== copy.storedSetHash) broken.push(backup.id);
    }
    journal.close();
  }
  // The next one clears away what the kills left.
  await test.reopen();
  write(test, 1);
  makeBackup(test.journal, { clock: test.clock });
  const leftovers = readdirSync(folder).filter((name) => name.startsWith('.tmp-') || name.endsWith('.tmp'));
  return { kills, midway, broken: [...broken, ...leftovers], lost };
}

export interface RestoreKillsReport {
  readonly kills: number;
  readonly old: number;
  readonly restored: number;
  /** Kills after which a plan had to be carried out. */
  readonly completed: number;
  /** States that opened as neither, or lost what was there before. Must be empty. */
  readonly wrong: readonly string[];
}

/** Kills a process at random moments of restoring a backup, each time over a fresh copy of the same folder. */
export async function killRestores(kills: number): Promise<RestoreKillsReport> {
  await using test = await createTestJournal();
  await using child = await buildChild(childPath('restoreOnce'));
  write(test, 300);
  const backup = makeBackup(test.journal, { clock: test.clock });
  if (!backup.ok) throw new Error(backup.error.type);
  const restoredHash = test.journal.source.countSetHash('main');
  write(test, 5);
  const oldHash = test.journal.source.countSetHash('main');
  test.journal.close();
  const wrong: string[] = [];
  const counts = { old: 0, restored: 0, completed: 0 };
  using place = createTestFolder();
  for (let kill = 0; kill < kills; kill += 1) {
    const folder = join(place.path, `${kill}.journal`);
    cpSync(test.folder, folder, { recursive: true });
    const running = child.start(folder, backup.value.id, String(test.clock.now()));
    await firstLine(running);
    // Half of them anywhere on the way, the other half once nothing can be taken back.
    if (kill % 2 === 0) await pause((kill * 0.61) % 45);
    else await planOrExit(folder, running);
    running.kill('SIGKILL');
    await exitOf(running);
    const hadPlan = existsSync(join(folder, '.replacing', 'plan.json'));
    if (hadPlan) counts.completed += 1;
    const setAside = finishReplacing(folder);
    if (hadPlan && setAside === null) wrong.push(`${kill}: the plan was not carried out`);
    const opened = await openJournal(folder, bytesOf(testPassphrase), test.ports);
    if (!opened.ok) wrong.push(`${kill}: ${opened.error.type}`);
    else {
      const hash = opened.value.source.countSetHash('main');
      if (hash === oldHash) counts.old += 1;
      else if (hash === restoredHash) counts.restored += 1;
      else wrong.push(`${kill}: opened as something else`);
      opened.value.close();
      if (hash === restoredHash) wrong.push(...(await checkSetAside(folder, oldHash, test, kill)));
    }
    rmSync(folder, { recursive: true });
  }
  return { kills, ...counts, wrong };
}

async function planOrExit(folder: string, running: ChildProcess): Promise<void> {
  const plan = join(folder, '.replacing', 'plan.json');
  for (let turn = 0; !existsSync(plan) && running.exitCode === null; turn += 1) {
    // A turn of the loop now and then, so that an exit is heard of.
    if (turn % 50 === 0) await pause(0);
  }
}

async function checkSetAside(
  folder: string,
  oldHash: string,
  test: TestJournal,
  kill: number,
): Promise<readonly string[]> {
  const [name] = readdirSync(join(folder, 'set-aside'));
  if (name === undefined) return [`${kill}: nothing was set aside`];
  const opened = await openJournal(join(folder, 'set-aside', name), bytesOf(testPassphrase), test.ports);
  if (!opened.ok) return [`${kill}: what was set aside does not open: ${opened.error.type}`];
  const hash = opened.value.source.countSetHash('main');
  opened.value.close();
  return hash === oldHash ? [] : [`${kill}: what was set aside is not what was there`];
}
