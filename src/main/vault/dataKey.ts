import { assert } from '../../shared/assert';
import { deriveKey } from './keyDerivation';

/** What an open journal is given of its data key, which itself stays in this folder. Whoever takes it zeroes it. */
export interface JournalKeyring {
  /** "raw:" and 32 bytes, as `openDatabase` takes it. */
  readonly databaseKey: Buffer;
  /** 32 bytes: signs the content of the journal and what a computer remembers of it. */
  readonly setHashKey: Buffer;
  /** 32 bytes: signs `vault.json`, and opens nothing. */
  readonly headerMacKey: Buffer;
}

export function dataKeyToKeyring(journalId: string, dataKey: Uint8Array): JournalKeyring {
  return {
    databaseKey: databaseKeyOf(journalId, dataKey),
    setHashKey: deriveKey(dataKey, journalId, 'set-hash'),
    headerMacKey: deriveKey(dataKey, journalId, 'header-mac'),
  };
}

export function wipeKeyring({ databaseKey, setHashKey, headerMacKey }: JournalKeyring): void {
  for (const key of [databaseKey, setHashKey, headerMacKey]) key.fill(0);
}

/** Eight public bytes that tell which data key a file belongs to. */
export const keyIdOf = (journalId: string, dataKey: Uint8Array): string =>
  deriveKey(dataKey, journalId, 'key-id', 8).toString('hex');

function databaseKeyOf(journalId: string, dataKey: Uint8Array): Buffer {
  const key = deriveKey(dataKey, journalId, 'db');
  const raw = Buffer.concat([Buffer.from('raw:'), key]);
  key.fill(0);
  assert(raw.length === 36, 'a database key has 36 bytes');
  return raw;
}
