import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChildProgram } from '../../support/childProcess';
import { buildKeyChanger, killPassphraseChanges, killRotations } from '../../support/keyKills';

let program: ChildProgram;

beforeAll(async () => {
  program = await buildKeyChanger();
});
afterAll(async () => await program[Symbol.asyncDispose]());

/** A few of each; hundreds are in tests/privacy/keys.test.ts. */
describe('a process killed while it changes keys', () => {
  it('leaves a passphrase that works, and the recovery code', async () => {
    const outcome = await killPassphraseChanges(program, { atRandom: 1, everyCall: 5 });
    expect(outcome.old).toBeGreaterThan(0);
    expect(outcome.new).toBeGreaterThan(0);
  }, 120_000);

  it('leaves a database that one key opens, and the way to it', async () => {
    const outcome = await killRotations(program, { atRandom: 1, everyCall: 9, entries: 40 });
    expect(outcome.cutShort).toBeGreaterThan(0);
    expect(outcome.new).toBeGreaterThan(0);
  }, 120_000);
});
