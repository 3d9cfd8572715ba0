import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildChild, type ChildProgram } from '../support/childProcess';
import { createTestJournal, type TestJournal } from '../support/journalFixture';
import { fillWithEntries } from '../support/salvageDrill';
import { hostileFiles } from './support/hostileFiles';

/**
 * What a hostile file may take: milliseconds of work, on all cores together, and megabytes above what the open journal has at rest. How long it takes besides is printed; a machine
 * that does other things at the same time would tell of those.
 */
const most = { worked: 5_000, megabytes: 300 } as const;

interface Outcome {
  readonly outcome: string;
  readonly milliseconds: number;
  readonly worked: number;
  readonly megabytes: number;
  readonly isSame: boolean;
}

let looker: ChildProgram;
let reader: ChildProgram;
let test: TestJournal;
let place: string;

beforeAll(async () => {
  looker = await buildChild('tests/privacy/children/lookAtHostile.ts');
  reader = await buildChild('src/main/transfer/import/beside/foreignReader.ts');
  test = await createTestJournal();
  fillWithEntries(test, 500);
  test.journal.close();
  place = join(test.folder, '..', 'hostile');
  mkdirSync(place);
}, 120_000);
afterAll(async () => {
  await looker[Symbol.asyncDispose]();
  await reader[Symbol.asyncDispose]();
  rmSync(place, { recursive: true });
  await test.reopen();
  await test[Symbol.asyncDispose]();
});

async function look(path: string): Promise<Outcome> {
  const child = looker.start(test.folder, join(place, 'scratch'), reader.path, path);
  let text = '';
  for await (const part of child.stdout ?? []) text += String(part);
  return JSON.parse(text) as Outcome;
}

describe.runIf(process.platform === 'linux')('a file made to do harm', () => {
  it.each(hostileFiles)(
    'is refused, quickly and in little memory: $name',
    async ({ name, refusal, write }) => {
      const path = join(place, 'file');
      write(path);
      const { outcome, milliseconds, worked, megabytes, isSame } = await look(path);
      console.log(`  ${name}: ${outcome}, ${milliseconds} ms (${worked} of work), ${megabytes} MB`);
      rmSync(path);
      expect(isSame).toBe(true);
      expect(readdirSync(join(place, 'scratch'))).toEqual([]);
      if (refusal === null) expect(outcome).toMatch(/^read, /);
      else expect(outcome).toBe(refusal);
      expect(megabytes).toBeLessThan(most.megabytes);
      expect(worked).toBeLessThan(most.worked);
    },
  );
});
