import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keeperChannels } from '../../../src/shared/ipc/channels';
import { contract } from '../../../src/shared/ipc/contract';
import { failureSchemas, universalFailures, type FailureType } from '../../../src/shared/ipc/failures';
import { createTestFolder } from '../../support/testFolder';
import { junk } from '../../support/junk';
import { beginKeeper, passphraseBytes, type KeeperFixture } from '../../support/keeperFixture';

const folder = createTestFolder();
let locked: KeeperFixture;
let unlocked: KeeperFixture;

beforeAll(async () => {
  locked = await beginKeeper({ kind: 'journal', folder: join(folder.path, 'Nowhere.journal') });
  unlocked = await beginKeeper({ kind: 'journal', folder: join(folder.path, 'Ada.journal') });
  expect(
    await unlocked.ask('vault.create', { passphrase: passphraseBytes('a loop in the rain') }),
  ).toMatchObject({
    ok: true,
  });
});

afterAll(async () => {
  await unlocked.service.hear({ type: 'close' });
  folder[Symbol.dispose]();
});

/** A value the contract knows, with nothing in it that came in with the junk but the journal's own data. */
function expectOfContract(channel: (typeof keeperChannels)[number], reply: unknown): void {
  const { ok, error } = reply as { ok: boolean; error?: { type: FailureType } };
  if (ok) {
    expect(contract[channel].output.safeParse((reply as { value: unknown }).value).success).toBe(true);
    return;
  }
  const own: readonly FailureType[] = contract[channel].failures;
  const type = error?.type;
  expect([...own, ...universalFailures]).toContain(type);
  // An empty set passes for an empty object, and asking these keepers for a sample is a bug of the caller.
  if (channel !== 'vault.openSample')
    expect(type, 'junk is refused, not stumbled over').not.toBe('Unexpected');
  if (type) expect(failureSchemas[type].safeParse(error).success).toBe(true);
}

describe.each(keeperChannels)('%s', (channel) => {
  it('answers junk with a value, whether the journal is open or not', async () => {
    await fc.assert(
      fc.asyncProperty(junk, async (input) => {
        expectOfContract(channel, await locked.askAnything(channel, input));
        expectOfContract(channel, await unlocked.askAnything(channel, input));
      }),
      { numRuns: 150 },
    );
  });
});

it.each(keeperChannels.filter((channel) => contract[channel].access !== 'always'))(
  '%s is refused while it has no business',
  async (channel) => {
    const early = await locked.askAnything(channel, {});
    const late = await unlocked.askAnything(channel, {});
    if (contract[channel].access === 'unlocked')
      expect(early).toEqual({ ok: false, error: { type: 'JournalLocked' } });
    else expect(late).toEqual({ ok: false, error: { type: 'InvalidInput' } });
  },
);

describe('the keeper', () => {
  it('answers no name that is not one of its channels', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ maxLength: 64 }),
          fc.constantFrom('__proto__', 'constructor', 'app.info', 'journal.lock'),
        ),
        junk,
        async (channel, input) => {
          fc.pre(!keeperChannels.some((name) => name === channel));
          expect(await unlocked.askAnything(channel, input)).toEqual({
            ok: false,
            error: { type: 'InvalidInput' },
          });
        },
      ),
    );
  });

  it('outlives requests that are none', async () => {
    fc.assert(fc.property(junk, (request) => unlocked.throwAt(request)));
    expect(await unlocked.ask('settings.read', {})).toMatchObject({ ok: true });
  });

  it('changed nothing in the journal and nobody else’s objects', async () => {
    expect(await unlocked.ask('entries.list', { where: 'journal', after: null, limit: 1 })).toEqual({
      ok: true,
      value: { entries: [], next: null, total: 0 },
    });
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(unlocked.fromKeeper.filter(({ type }) => type === 'bug')).toEqual([]);
  });
});
