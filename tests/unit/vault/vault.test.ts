import { describe, expect, it } from 'vitest';
import { keyFileToText, sealKeyFile, textToKeyFile, type KeyFile } from '../../../src/main/vault/keyFile';
import { createVault, unlockVault } from '../../../src/main/vault/vault';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { createUuid } from '../../../src/shared/id';
import { withChecksum } from '../../support/forge';
import { bytesOf, testKdf, testPassphrase } from '../../support/journalFixture';

const { bytes: randomBytes } = createSeededRandom(11);

async function newVault() {
  const journalId = createUuid(1_747_216_800_000, randomBytes);
  return await createVault(journalId, bytesOf(testPassphrase), testKdf, randomBytes);
}

/** What somebody who knows the format, but not the passphrase, can do to a file. */
function forge(file: KeyFile, change: (copy: Record<string, unknown>) => void): string {
  const copy: Record<string, unknown> = structuredClone(file);
  change(copy);
  return withChecksum(copy);
}

const unlock = async (...texts: string[]) => await unlockVault(texts, bytesOf(testPassphrase));

describe('a vault', () => {
  it('opens with its passphrase and gives the same database key', async () => {
    const { file, databaseKey } = await newVault();
    const opened = await unlock(keyFileToText(file));
    if (!opened.ok) throw new Error(opened.error.type);
    expect(opened.value.file).toEqual(file);
    expect(opened.value.databaseKey).toEqual(databaseKey);
    expect(databaseKey).toHaveLength(36);
    expect(databaseKey.toString('latin1', 0, 4)).toBe('raw:');
  });

  it('has another key in every journal, even under the same passphrase', async () => {
    const [one, other] = [await newVault(), await newVault()];
    expect(one.databaseKey).not.toEqual(other.databaseKey);
  });

  it('says so when the passphrase is another one', async () => {
    const { file } = await newVault();
    expect(await unlockVault([keyFileToText(file)], bytesOf(`${testPassphrase} `))).toEqual({
      ok: false,
      error: { type: 'WrongPassphrase' },
    });
  });

  it('does not try an older copy when the passphrase is wrong for a whole file', async () => {
    const [current, older] = [await newVault(), await newVault()];
    const olderText = keyFileToText(older.file);
    expect((await unlock(olderText)).ok).toBe(true);
    const changed = await unlockVault(
      [keyFileToText(current.file), olderText],
      bytesOf('the passphrase before the last one'),
    );
    expect(changed).toEqual({ ok: false, error: { type: 'WrongPassphrase' } });
  });

  it('falls back to the copy when the file is not whole', async () => {
    const text = keyFileToText((await newVault()).file);
    for (const broken of ['', '{}', text.slice(0, 300), `${text}}`, '[]', 'null', '"footnote-vault"']) {
      expect((await unlock(broken, text)).ok).toBe(true);
      expect(await unlock(broken)).toEqual({
        ok: false,
        error: { type: 'JournalDamaged', part: 'vault' },
      });
    }
  });

  it('says that a whole file of a later version is newer, whatever else it holds', async () => {
    const { file } = await newVault();
    const newer = forge(file, (copy) => {
      copy['version'] = 2;
      copy['shards'] = [{ of: 'something new' }];
    });
    expect(await unlock(newer, keyFileToText(file))).toEqual({
      ok: false,
      error: { type: 'JournalFromNewerVersion' },
    });
  });

  it('refuses a changed cost, a changed journal, a moved slot and a cost that is a bomb', async () => {
    const { file } = await newVault();
    const other = await newVault();
    const [slot] = file.slots;
    if (slot?.type !== 'passphrase') throw new Error('the first slot is for the passphrase');
    const kdf = (change: Partial<typeof slot.kdf>) =>
      forge(file, (copy) => {
        copy['slots'] = [{ ...slot, kdf: { ...slot.kdf, ...change } }];
      });
    const attempts = {
      wrong: [
        kdf({ t: 4 }),
        kdf({ m: 65_537 }),
        forge(file, (copy) => {
          copy['journalId'] = other.file.journalId;
        }),
        forge(file, (copy) => {
          copy['slots'] = [{ ...slot, id: 'pass-2' }];
        }),
      ],
      damaged: [kdf({ m: 2 ** 31 }), kdf({ t: 2 ** 31 }), kdf({ m: 8 })],
    };
    for (const text of attempts.wrong) {
      expect(await unlock(text)).toEqual({ ok: false, error: { type: 'WrongPassphrase' } });
    }
    for (const text of attempts.damaged) {
      expect(await unlock(text)).toEqual({ ok: false, error: { type: 'JournalDamaged', part: 'vault' } });
    }
  });

  it('refuses what its seal does not cover: another key id, an added slot, a seal of another journal', async () => {
    const { file } = await newVault();
    const foreign = { id: 'rec-1', type: 'recovery', wrapped: Buffer.alloc(60, 3).toString('base64') };
    const attempts = [
      forge(file, (copy) => {
        copy['db'] = { ...file.db, keyId: '0011223344556677' };
      }),
      forge(file, (copy) => {
        copy['slots'] = [...file.slots, foreign];
      }),
      forge(file, (copy) => {
        copy['mac'] = Buffer.alloc(32, 1).toString('base64');
      }),
    ];
    for (const text of attempts) {
      expect(await unlock(text)).toEqual({ ok: false, error: { type: 'JournalDamaged', part: 'vault' } });
      expect((await unlock(text, keyFileToText(file))).ok).toBe(true);
    }
  });

  it('never opens with a changed header, whichever bit is flipped', async () => {
    const { file } = await newVault();
    const text = keyFileToText(file);
    const bytes = Buffer.from(text);
    const readable: number[] = [];
    for (let index = 0; index < bytes.length; index += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const flipped = Buffer.from(bytes);
        flipped[index] = (flipped[index] ?? 0) ^ (1 << bit);
        const parsed = textToKeyFile(flipped.toString('utf8'));
        if (parsed.ok) readable.push(index);
      }
    }
    expect(readable).toEqual([]);
    expect(textToKeyFile(bytes.toString('utf8'))).toEqual({ ok: true, value: file });
  });

  it('keeps the slots of a later setup: recovery and keychain', async () => {
    const { file } = await newVault();
    const wrapped = Buffer.alloc(60, 3).toString('base64');
    const { mac: _, checksum: __, ...body } = file;
    const grown = sealKeyFile(
      {
        ...body,
        slots: [
          ...body.slots,
          { id: 'rec-1', type: 'recovery', wrapped },
          { id: 'os-1', type: 'keychain', backend: 'gnome_libsecret', wrapped },
        ],
      },
      new Uint8Array(32).fill(1),
    );
    expect(textToKeyFile(keyFileToText(grown))).toEqual({ ok: true, value: grown });
  });
});
