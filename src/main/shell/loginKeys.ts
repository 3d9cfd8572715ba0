import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Output } from '../../shared/ipc/contract';
import type { Failure } from '../../shared/ipc/failures';
import type { RandomBytes } from '../../shared/ports';
import { err, ok, type Result } from '../../shared/result';
import { writeOwnFile } from './writeOwnFile';

type LoginPlace = Output<'app.info'>['login']['place'];

/** What is needed of Electron's `safeStorage`; the second half is there in newer versions alone. */
export interface SafeStoragePort {
  readonly getSelectedStorageBackend: () => string;
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (encrypted: Buffer) => string;
  readonly isAsyncEncryptionAvailable?: () => Promise<boolean>;
  readonly encryptStringAsync?: (text: string) => Promise<Buffer>;
  readonly decryptStringAsync?: (
    encrypted: Buffer,
  ) => Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
}

export interface LoginKey {
  /** 32 bytes. */
  readonly key: Uint8Array<ArrayBuffer>;
  /** Name of the safe place: `gnome_libsecret`, `keychain` and their like. */
  readonly backend: string;
}

/**
 * The keys of "unlock with this computer's login". Each is 32 random bytes, kept as the system's safe storage locked it;
 * what it opens is a slot in the key file of a journal, so a lost or stale one costs the passphrase and nothing else.
 */
export interface LoginKeys {
  /** By name alone, so that looking never asks for the keyring's password; after an attempt, what that has shown. */
  readonly place: () => LoginPlace;
  /** Forgets what an attempt has shown: the keyring may be unlocked by now. */
  readonly lookAnew: () => void;
  /** A key is kept for the journal in this folder, or was made for it and not taken back. */
  readonly isOn: (folder: string) => boolean;
  /** A new key, written down only at `confirm`. The caller zeroes it. */
  readonly prepare: (folder: string) => Promise<Result<LoginKey, Failure<'LoginNotAvailable'>>>;
  /** The key file has a slot for the key that was prepared. */
  readonly confirm: (folder: string) => void;
  /** Drops a key that was prepared and not confirmed; answers whether there was one. */
  readonly undo: (folder: string) => boolean;
  readonly forget: (folder: string) => void;
  /** The kept key. The caller zeroes it. A failure changes nothing of what is kept. */
  readonly take: (
    folder: string,
  ) => Promise<Result<LoginKey, Failure<'LoginNotAvailable' | 'LoginNotAccepted'>>>;
}

const keptSchema = z.strictObject({
  folder: z.string().min(1),
  /** A system that changes its backend has another key now, or none. */
  backend: z.string().min(1),
  /** Base 64. */
  blob: z.string().min(1),
});
type Kept = z.infer<typeof keptSchema>;
const fileSchema = z.strictObject({ keys: z.array(keptSchema).max(1_000) });

const keyLength = 32;
/** Everything else on Linux locks with a password that stands in Chromium's source. */
const safeLinuxBackends: ReadonlySet<string> = new Set([
  'gnome_libsecret',
  'kwallet',
  'kwallet5',
  'kwallet6',
]);
/** How Chromium marks what it locked with a key out of the keyring. "v10" is that password from its source. */
const keyringMark = 'v11';

export interface LoginKeysParts {
  readonly file: string;
  readonly platform: NodeJS.Platform;
  readonly safeStorage: SafeStoragePort;
  readonly randomBytes: RandomBytes;
}

export function createLoginKeys({ file, platform, safeStorage, randomBytes }: LoginKeysParts): LoginKeys {
  let kept = readKept(file);
  const prepared = new Map<string, Kept>();
  let problem: Exclude<LoginPlace, 'safe'> | undefined;

  const keptFor = (folder: string) => kept.find((one) => one.folder === folder);

  function backend(): { readonly name: string; readonly place: LoginPlace } {
    if (platform === 'darwin') return { name: 'keychain', place: 'safe' };
    if (platform === 'win32') return { name: 'dpapi', place: 'safe' };
    const name = safeStorage.getSelectedStorageBackend();
    if (safeLinuxBackends.has(name)) return { name, place: 'safe' };
    return { name, place: name === 'basic_text' ? 'noKeyring' : 'notSafe' };
  }

  const hasMark = (blob: Buffer) =>
    platform !== 'linux' || blob.subarray(0, keyringMark.length).toString('latin1') === keyringMark;

  async function lockAway(key: Uint8Array): Promise<Buffer | undefined> {
    if (!(await isAvailable(safeStorage))) {
      problem = 'keyringLocked';
      return undefined;
    }
    const blob = await encrypt(safeStorage, Buffer.from(key).toString('base64'));
    if (hasMark(blob)) return blob;
    blob.fill(0);
    problem = 'notSafe';
    return undefined;
  }

  function keep(next: readonly Kept[]): void {
    if (writeOwnFile(file, JSON.stringify({ keys: next }, null, 2)) === 'written') kept = next;
  }

  return {
    place: () => {
      const { place } = backend();
      return place === 'safe' ? (problem ?? 'safe') : place;
    },
    lookAnew: () => {
      problem = undefined;
    },
    isOn: (folder) => prepared.has(folder) || keptFor(folder) !== undefined,
    prepare: async (folder) => {
      const { name, place } = backend();
      if (place !== 'safe') return err({ type: 'LoginNotAvailable' });
      const key = new Uint8Array(randomBytes(keyLength));
      try {
        const blob = await lockAway(key);
        if (blob) {
          problem = undefined;
          prepared.set(folder, { folder, backend: name, blob: blob.toString('base64') });
          return ok({ key, backend: name });
        }
      } catch {
        problem = 'keyringLocked';
      }
      key.fill(0);
      return err({ type: 'LoginNotAvailable' });
    },
    confirm: (folder) => {
      const next = prepared.get(folder);
      if (!next) return;
      prepared.delete(folder);
      keep([...kept.filter((one) => one.folder !== folder), next]);
    },
    undo: (folder) => prepared.delete(folder),
    forget: (folder) => {
      prepared.delete(folder);
      if (keptFor(folder)) keep(kept.filter((one) => one.folder !== folder));
    },
    take: async (folder) => {
      const one = keptFor(folder);
      if (!one) return err({ type: 'LoginNotAvailable' });
      const { name, place } = backend();
      const blob = Buffer.from(one.blob, 'base64');
      if (place !== 'safe' || name !== one.backend || !hasMark(blob))
        return err({ type: 'LoginNotAccepted' });
      try {
        const { text, isStale } = await decrypt(safeStorage, blob);
        const key = new Uint8Array(Buffer.from(text, 'base64'));
        if (key.byteLength !== keyLength) return err({ type: 'LoginNotAccepted' });
        if (isStale) await renew(one, key);
        return ok({ key, backend: name });
      } catch {
        return err({ type: 'LoginNotAccepted' });
      }
    },
  };

  /** The system has a newer key of its own. The key itself stays the same; without success the old blob does too. */
  async function renew(one: Kept, key: Uint8Array): Promise<void> {
    const blob = await lockAway(key).catch(() => undefined);
    if (!blob) return;
    const fresh: Kept = { ...one, blob: blob.toString('base64') };
    keep(kept.map((other) => (other.folder === one.folder ? fresh : other)));
  }
}

/** Electron 46 drops the synchronous calls, Electron 33 has no others. */
async function isAvailable(storage: SafeStoragePort): Promise<boolean> {
  return storage.isAsyncEncryptionAvailable
    ? storage.isAsyncEncryptionAvailable()
    : storage.isEncryptionAvailable();
}

async function encrypt(storage: SafeStoragePort, text: string): Promise<Buffer> {
  return storage.encryptStringAsync ? storage.encryptStringAsync(text) : storage.encryptString(text);
}

async function decrypt(
  storage: SafeStoragePort,
  blob: Buffer,
): Promise<{ readonly text: string; readonly isStale: boolean }> {
  if (!storage.decryptStringAsync) return { text: storage.decryptString(blob), isStale: false };
  const { result, shouldReEncrypt } = await storage.decryptStringAsync(blob);
  return { text: result, isStale: shouldReEncrypt };
}

/** A file that cannot be read holds no key; the passphrase opens every journal. */
function readKept(file: string): readonly Kept[] {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).keys;
  } catch {
    return [];
  }
}
