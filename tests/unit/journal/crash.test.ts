import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJournal } from '../../../src/main/journal/journal';
import { entryIdSchema } from '../../../src/shared/id';
import { buildChild, exitOf, firstLine, type ChildProgram } from '../../support/childProcess';
import { bytesOf, createTestJournal, testPassphrase } from '../../support/journalFixture';
import { filesBelow, scanForText } from '../../support/scanForText';

const childPath = (name: string) => fileURLToPath(new URL(`children/${name}.ts`, import.meta.url));

let openAndWait: ChildProgram;
let autosave: ChildProgram;

beforeAll(async () => {
  openAndWait = await buildChild(childPath('openAndWait'));
  autosave = await buildChild(childPath('autosave'));
});

afterAll(async () => {
  await openAndWait[Symbol.asyncDispose]();
  await autosave[Symbol.asyncDispose]();
});

describe('a journal that another process has open', () => {
  it('says that it is already open, both ways round, and opens once the other is gone', async () => {
    await using test = await createTestJournal();
    expect(await firstLine(openAndWait.start(test.folder))).toBe('JournalAlreadyOpen');

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
  it('leaves every acknowledged save whole, and nothing of it readable in any file', async () => {
    await using test = await createTestJournal();
    test.journal.close();
    const marker = 'heron standing very still at dusk';
    let checked = 0;
    for (const patience of [20, 60, 130, 260]) {
      const child = autosave.start(test.folder, marker);
      let said = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
      if (child.stdout !== null) await once(child.stdout, 'data');
      await new Promise((done) => setTimeout(done, patience));
      child.kill('SIGKILL');
      await exitOf(child);
      expect(filesBelow(test.folder).some((name) => name.endsWith('journal.db-wal'))).toBe(true);
      expect(scanForText([test.folder], marker)).toEqual([]);

      const journal = await test.reopen();
      const acknowledged = new Map(
        said
          .split('\n')
          .slice(0, -1)
          .map((line) => line.split(' '))
          .map(([id, revision]) => [id, Number(revision)]),
      );
      for (const [id, revision] of acknowledged) {
        const entry = journal.entries.read({ id: entryIdSchema.parse(id) });
        // The save that was under way may be there as well: it was not lost, it was just not answered.
        const found = entry.ok ? entry.value.revision : 0;
        expect([revision, revision + 1]).toContain(found);
        checked += 1;
      }
      expect(journal.verify()).toMatchObject({ isSound: true });
      expect(journal.entries.search({ words: '"heron standing"', limit: 1 })).toMatchObject({
        value: { total: journal.everything.counts().entries },
      });
      journal.close();
    }
    expect(checked).toBeGreaterThan(4);
    expect(scanForText([test.folder], marker)).toEqual([]);
  });
});
