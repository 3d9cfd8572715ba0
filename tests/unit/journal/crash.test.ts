import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJournal } from '../../../src/main/journal/journal';
import { killAutosaves } from '../../support/autosaveKills';
import { buildChild, exitOf, firstLine, type ChildProgram } from '../../support/childProcess';
import { bytesOf, createTestJournal, testPassphrase } from '../../support/journalFixture';

const childPath = (name: string) => fileURLToPath(new URL(`children/${name}.ts`, import.meta.url));

let openAndWait: ChildProgram;

beforeAll(async () => {
  openAndWait = await buildChild(childPath('openAndWait'));
});

afterAll(async () => {
  await openAndWait[Symbol.asyncDispose]();
});

describe('a journal that another process has open', () => {
  it('says that it is already open, both ways round, and opens once the other is gone', async () => {
    await using test = await createTestJournal();
    expect(await firstLine(openAndWait.start(test.folder))).toBe('JournalAlreadyOpen');
    const start = performance.now();
    const again = await openJournal(test.folder, bytesOf(testPassphrase), test.ports);
    expect(again).toEqual({ ok: false, error: { type: 'JournalAlreadyOpen' } });
    // Half a second of waiting for the lock, and the key derivation.
    expect(performance.now() - start).toBeGreaterThan(450);

    test.journal.close();
    const other = openAndWait.start(test.folder);
    expect(await firstLine(other)).toBe('open');
    const refused = await openJournal(test.folder, bytesOf(testPassphrase), test.ports);
    expect(refused).toEqual({ ok: false, error: { type: 'JournalAlreadyOpen' } });

    other.kill('SIGKILL');
    await exitOf(other);
    expect((await test.reopen()).verify().isSound).toBe(true);
  });

  it('says so too when it is this process that has it open', async () => {
    await using test = await createTestJournal();
    const refused = await openJournal(test.folder, bytesOf(testPassphrase), test.ports);
    expect(refused).toEqual({ ok: false, error: { type: 'JournalAlreadyOpen' } });
  });
});

describe('a process killed while it saves', () => {
  it('leaves every acknowledged save whole, nothing readable in any file, and nothing to warn of', async () => {
    const report = await killAutosaves(6);
    expect(report).toMatchObject({ kills: 6, lost: 0, corrupt: 0, unfound: 0, warned: 0, readable: 0 });
    expect(report.acknowledged).toBeGreaterThan(6);
    expect(report.midway).toBeGreaterThan(3);
  });
});
