import { describe, expect, it } from 'vitest';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { addRecovery, replaceLogin } from '../../../src/main/vault/changeVault';
import { keyFileToText, type KeyFile, type Slot } from '../../../src/main/vault/keyFile';
import { recoveryCodeToSecret } from '../../../src/main/vault/recoveryCode';
import type { Secret } from '../../../src/main/vault/slots';
import { createVault, unlockVaultWith, withDataKey } from '../../../src/main/vault/vault';
import { createUuid } from '../../../src/shared/id';
import { flipEveryBit, forgeEveryBit, withChecksum } from '../../support/forge';
import { bytesOf, testKdf, testPassphrase } from '../../support/journalFixture';
import { must } from '../../support/must';

const { bytes: randomBytes } = createSeededRandom(31);
const passphrase: Secret = { type: 'passphrase', bytes: bytesOf(testPassphrase) };
const login: Secret = { type: 'keychain', bytes: new Uint8Array(32).fill(3) };

/** With all the kinds of slots there are. */
async function newVault() {
  const journalId = createUuid(1_747_216_800_000, randomBytes);
  const vault = await createVault(journalId, bytesOf(testPassphrase), testKdf, randomBytes);
  const bytes = recoveryCodeToSecret(bytesOf(vault.recoveryCode));
  if (bytes === null) throw new Error('the code of a new vault is one');
  const file = must(
    await withDataKey([keyFileToText(vault.file)], passphrase, async (found) =>
      replaceLogin(found, login.bytes, 'gnome_libsecret', randomBytes),
    ),
  );
  return { file, text: keyFileToText(file), recovery: { type: 'recovery', bytes } as const };
}

const damaged = { ok: false, error: { type: 'JournalDamaged', part: 'vault' } };
const refused = { ok: false, error: { type: 'NotAccepted' } };
function slotOf<Type extends Slot['type']>({ slots }: KeyFile, type: Type): Extract<Slot, { type: Type }> {
  const found = slots.find((slot): slot is Extract<Slot, { type: Type }> => slot.type === type);
  if (found === undefined) throw new Error(`no slot of the kind ${type}`);
  return found;
}

/** Milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

describe('a key file somebody changed', () => {
  it('does not open with any one bit flipped, and its copy does', async () => {
    const { text, file, recovery } = await newVault();
    let flips = 0;
    for (const flipped of flipEveryBit(text)) {
      flips += 1;
      expect(await unlockVaultWith([flipped, ''], recovery)).toEqual(damaged);
      if (flips % 16 > 0) continue;
      const opened = must(await unlockVaultWith([flipped, text], recovery));
      expect([opened.textIndex, opened.file]).toEqual([1, file]);
    }
    expect(flips).toBe(text.length * 8);
  });

  it('does not open with any one bit flipped and its checksum put right', async () => {
    const { text, file, recovery } = await newVault();
    const counted = { notJson: 0, refused: 0, damaged: 0, newer: 0 };
    for (const forged of forgeEveryBit(text)) {
      if (forged === undefined) {
        counted.notJson += 1;
        continue;
      }
      const outcome = await unlockVaultWith([forged], recovery);
      if (outcome.ok) {
        // The bit was one of the checksum's own, which was put right.
        expect(outcome.value.file).toEqual(file);
        continue;
      }
      if (outcome.error.type === 'NotAccepted') counted.refused += 1;
      else if (outcome.error.type === 'JournalDamaged') counted.damaged += 1;
      else counted.newer += 1;
    }
    expect(counted.damaged).toBeGreaterThan(500);
    expect(counted.refused).toBeGreaterThan(300);
    expect(counted.notJson).toBeGreaterThan(500);
  });

  it('is refused without a slot, with a slot too many, and with slots exchanged, whoever opens it', async () => {
    const { file, recovery } = await newVault();
    const other = await newVault();
    const [pass, rec, os] = [slotOf(file, 'passphrase'), slotOf(file, 'recovery'), slotOf(file, 'keychain')];
    const attempts: readonly (readonly [string, unknown[]])[] = [
      ['no recovery', [pass, os]],
      ['no login', [pass, rec]],
      ['another order', [rec, pass, os]],
      ['the recovery twice', [pass, rec, { ...rec, id: 'rec-2' }, os]],
      ['a foreign recovery', [pass, rec, { ...slotOf(other.file, 'recovery'), id: 'rec-2' }, os]],
      ['a foreign login', [pass, rec, slotOf(other.file, 'keychain')]],
      ['a login kept elsewhere', [pass, rec, { ...os, backend: 'basic_text' }]],
    ];
    for (const [name, slots] of attempts) {
      const text = withChecksum({ ...file, slots });
      for (const secret of [passphrase, recovery, login]) {
        const outcome = await unlockVaultWith([text], secret);
        expect([name, outcome.ok]).toEqual([name, false]);
        expect([damaged, refused]).toContainEqual(outcome);
        // Its own slot does not open: the place is bound to the key, not to the seal alone.
        if (name === 'a login kept elsewhere' && secret === login) expect(outcome).toEqual(refused);
        // Damage is no reason to say "wrong passphrase": its slot is whole, so the copy is tried.
        if (secret.type === 'passphrase') expect([name, outcome]).toEqual([name, damaged]);
      }
    }
  });

  it('does not put a slot of one kind in the place of another', async () => {
    const { file, recovery } = await newVault();
    const { wrapped } = slotOf(file, 'recovery');
    const os = slotOf(file, 'keychain');
    for (const slots of [
      [slotOf(file, 'passphrase'), { id: 'rec-1', type: 'recovery', wrapped: os.wrapped }],
      [slotOf(file, 'passphrase'), { ...os, wrapped }],
      [slotOf(file, 'passphrase'), { id: 'rec-2', type: 'recovery', wrapped }],
    ]) {
      const text = withChecksum({ ...file, slots });
      expect(await unlockVaultWith([text], recovery)).toEqual(refused);
      expect(await unlockVaultWith([text], login)).toEqual(refused);
    }
  });

  it('is refused before any key derivation when its cost is out of bounds', async () => {
    const { file } = await newVault();
    const pass = slotOf(file, 'passphrase');
    const rest = file.slots.filter(({ type }) => type !== 'passphrase');
    const derivation = await timed(() => unlockVaultWith([keyFileToText(file)], passphrase));
    const memory = process.memoryUsage().rss;
    const before = performance.now();
    for (const change of [
      { m: 2 ** 31 },
      { t: 2 ** 31 },
      { m: 8 },
      { m: 1_048_577 },
      { t: 11 },
      { t: 0 },
      { p: 2 },
    ]) {
      const bad = { ...pass, kdf: { ...pass.kdf, ...change } };
      // Also when a slot before it is as it should be: that one is not tried either.
      for (const slots of [
        [bad, ...rest],
        [pass, { ...bad, id: 'pass-2' }, ...rest],
      ])
        expect(await unlockVaultWith([withChecksum({ ...file, slots })], passphrase)).toEqual(damaged);
    }
    // Fourteen derivations would take twice as long as this.
    expect(performance.now() - before).toBeLessThan(7 * derivation);
    expect(process.memoryUsage().rss - memory).toBeLessThan(100 * 1024 * 1024);
    const many = Array.from({ length: 8 }, (_, index) => ({ ...pass, id: `pass-${index + 1}` }));
    expect(await unlockVaultWith([withChecksum({ ...file, slots: many })], passphrase)).toEqual(damaged);
  });

  it('keeps a rotation that somebody added out', async () => {
    const { file, recovery } = await newVault();
    const other = await newVault();
    const rotation = {
      keyId: other.file.db.keyId,
      wrapped: slotOf(file, 'recovery').wrapped,
      slots: other.file.slots,
    };
    expect(await unlockVaultWith([withChecksum({ ...file, rotation })], recovery)).toEqual(damaged);
  });

  it('keeps no more recovery slots than the known one and the four newest', async () => {
    const { file } = await newVault();
    const often = must(
      await withDataKey([keyFileToText(file)], passphrase, async (found) => {
        let made = addRecovery(found, 'rec-1', randomBytes);
        for (let more = 0; more < 5; more += 1)
          made = addRecovery({ ...found, file: made.file }, 'rec-1', randomBytes);
        return made;
      }),
    );
    expect(often.file.slots.filter(({ type }) => type === 'recovery').map(({ id }) => id)).toEqual([
      'rec-1',
      'rec-4',
      'rec-5',
      'rec-6',
      'rec-7',
    ]);
  });
});
