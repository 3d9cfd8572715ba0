import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLoginKeys, type SafeStoragePort } from '../../../src/main/shell/loginKeys';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { createTestFolder } from '../../support/testFolder';

const journal = '/home/ada/Documents/Diary.journal';

let folder: ReturnType<typeof createTestFolder>;
let file: string;
beforeEach(() => {
  folder = createTestFolder();
  file = join(folder.path, 'login-keys.json');
});
afterEach(() => folder[Symbol.dispose]());

/** A system's safe storage: what it locks is marked, and only the same key ring opens it. */
function storage(
  setting: {
    readonly backend?: string;
    readonly mark?: string;
    readonly keyring?: string;
    readonly isAvailable?: boolean;
  } = {},
): SafeStoragePort {
  const { backend = 'gnome_libsecret', mark = 'v11', keyring = 'first', isAvailable = true } = setting;
  return {
    getSelectedStorageBackend: () => backend,
    isEncryptionAvailable: () => isAvailable,
    encryptString: (text) => {
      if (!isAvailable) throw new Error('not available');
      return Buffer.from(`${mark}${keyring}:${text}`);
    },
    decryptString: (blob) => {
      const [ring, text] = blob.toString().slice(mark.length).split(':');
      if (!isAvailable || ring !== keyring || text === undefined) throw new Error('cannot decrypt');
      return text;
    },
  };
}

const keysWith = (safeStorage: SafeStoragePort, platform: NodeJS.Platform = 'linux') =>
  createLoginKeys({ file, platform, safeStorage, randomBytes: createSeededRandom(1).bytes });

async function keptKey(safeStorage = storage(), platform: NodeJS.Platform = 'linux'): Promise<string> {
  const keys = keysWith(safeStorage, platform);
  const made = await keys.prepare(journal);
  if (!made.ok) throw new Error(made.error.type);
  keys.confirm(journal);
  return Buffer.from(made.value.key).toString('hex');
}

describe('this computer’s login', () => {
  it.each(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'])('keeps a key with %s', async (backend) => {
    const key = await keptKey(storage({ backend }));
    const taken = await keysWith(storage({ backend })).take(journal);
    expect(taken.ok && Buffer.from(taken.value.key).toString('hex')).toBe(key);
    expect(key).toHaveLength(64);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toContain(key);
  });

  it.each(['darwin', 'win32'] as const)('keeps a key on %s, whose blobs look otherwise', async (platform) => {
    const key = await keptKey(storage({ mark: 'v10' }), platform);
    const taken = await keysWith(storage({ mark: 'v10' }), platform).take(journal);
    expect(taken.ok && Buffer.from(taken.value.key).toString('hex')).toBe(key);
  });

  it.each([
    ['basic_text', 'noKeyring'],
    ['unknown', 'notSafe'],
    ['something_new', 'notSafe'],
  ])('refuses %s without asking it for anything', async (backend, place) => {
    const keys = keysWith({
      ...storage({ backend }),
      isEncryptionAvailable: () => {
        throw new Error('asked');
      },
    });
    expect(keys.place()).toBe(place);
    expect(await keys.prepare(journal)).toEqual({ ok: false, error: { type: 'LoginNotAvailable' } });
    keys.confirm(journal);
    expect(existsSync(file)).toBe(false);
  });

  it('refuses a keyring that locks with the password from Chromium’s source', async () => {
    const keys = keysWith(storage({ mark: 'v10' }));
    expect(await keys.prepare(journal)).toEqual({ ok: false, error: { type: 'LoginNotAvailable' } });
    expect(keys.place()).toBe('notSafe');
    keys.confirm(journal);
    expect(existsSync(file)).toBe(false);
  });

  it('is asked only when it is wanted, and says afterwards that the keyring is locked', async () => {
    const keys = keysWith(storage({ isAvailable: false }));
    expect(keys.place()).toBe('safe');
    expect((await keys.prepare(journal)).ok).toBe(false);
    expect(keys.place()).toBe('keyringLocked');
    keys.lookAnew();
    expect(keys.place()).toBe('safe');
  });

  it.each([
    ['another backend', storage({ backend: 'kwallet5' })],
    ['no keyring', storage({ backend: 'basic_text' })],
    ['a locked keyring', storage({ isAvailable: false })],
    ['another keyring', storage({ keyring: 'second' })],
  ])('falls back to the passphrase with %s, and the file stays as it is', async (_what, changed) => {
    await keptKey();
    const before = readFileSync(file);
    expect(await keysWith(changed).take(journal)).toEqual({ ok: false, error: { type: 'LoginNotAccepted' } });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect((await keysWith(storage()).take(journal)).ok).toBe(true);
  });

  it('does not open a blob with the wrong mark, even if the system would', async () => {
    await keptKey();
    const blob = Buffer.from(`v10first:${Buffer.alloc(32).toString('base64')}`).toString('base64');
    writeFileSync(file, JSON.stringify({ keys: [{ folder: journal, backend: 'gnome_libsecret', blob }] }));
    expect(await keysWith(storage()).take(journal)).toEqual({
      ok: false,
      error: { type: 'LoginNotAccepted' },
    });
  });

  it('writes a key down only when its slot is there', async () => {
    const keys = keysWith(storage());
    await keys.prepare(journal);
    expect(keys.isOn(journal)).toBe(true);
    expect(existsSync(file)).toBe(false);
    expect(keys.undo(journal)).toBe(true);
    keys.confirm(journal);
    expect(keys.isOn(journal)).toBe(false);
    expect(existsSync(file)).toBe(false);
  });

  it('keeps the key from before when a new one is taken back', async () => {
    const key = await keptKey();
    const keys = createLoginKeys({
      file,
      platform: 'linux',
      safeStorage: storage(),
      randomBytes: createSeededRandom(2).bytes,
    });
    await keys.prepare(journal);
    keys.undo(journal);
    const taken = await keys.take(journal);
    expect(taken.ok && Buffer.from(taken.value.key).toString('hex')).toBe(key);
  });

  it('forgets one journal and keeps the others', async () => {
    await keptKey();
    const keys = keysWith(storage());
    await keys.prepare('/media/other.journal');
    keys.confirm('/media/other.journal');
    keys.forget(journal);
    expect(keys.isOn(journal)).toBe(false);
    expect((await keysWith(storage()).take('/media/other.journal')).ok).toBe(true);
    expect(await keysWith(storage()).take(journal)).toEqual({
      ok: false,
      error: { type: 'LoginNotAvailable' },
    });
  });

  it.each(['', '{', '{"keys":[{}]}', '{"keys":[],"more":1}'])('reads a damaged file as none (%j)', (text) => {
    writeFileSync(file, text);
    expect(keysWith(storage()).isOn(journal)).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

const gone = () => {
  throw new Error('the synchronous calls are gone');
};

const withPromises = (keyring: string, shouldReEncrypt = false): SafeStoragePort => {
  const old = storage({ keyring });
  return {
    getSelectedStorageBackend: old.getSelectedStorageBackend,
    isEncryptionAvailable: gone,
    encryptString: gone,
    decryptString: gone,
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text) => old.encryptString(text),
    decryptStringAsync: async (blob) => ({
      result: storage({ keyring: 'first' }).decryptString(blob),
      shouldReEncrypt,
    }),
  };
};

describe('newer versions of Electron', () => {
  it('are spoken to without the calls that were dropped', async () => {
    const key = await keptKey(withPromises('first'));
    const taken = await keysWith(withPromises('first')).take(journal);
    expect(taken.ok && Buffer.from(taken.value.key).toString('hex')).toBe(key);
  });

  it('get the key locked anew when they say that it should be', async () => {
    const key = await keptKey(withPromises('first'));
    const before = readFileSync(file, 'utf8');
    const taken = await keysWith(withPromises('second', true)).take(journal);
    expect(taken.ok && Buffer.from(taken.value.key).toString('hex')).toBe(key);
    expect(readFileSync(file, 'utf8')).not.toBe(before);
    expect((await keysWith(storage({ keyring: 'second' })).take(journal)).ok).toBe(true);
  });
});
