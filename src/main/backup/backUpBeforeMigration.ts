import { createSecretKey } from 'node:crypto';
import { err, ok } from '../../shared/result';
import type { BeforeMigration } from '../journal/database/openDatabase';
import { countSetHash } from '../journal/integrity/setHash';
import { makeBackup, type BackupPorts } from './makeBackup';

/**
 * A verified backup of a journal as its older version left it. A journal that cannot be copied whole is damaged, and is not
 * migrated. Its set-hash has no key yet at that moment, so copy and original are compared under a key of zeros.
 */
export const backUpBeforeMigration =
  (folder: string, ports: BackupPorts): BeforeMigration =>
  (db) => {
    const comparing = createSecretKey(Buffer.alloc(32));
    const source = { db, countSetHash: (schema: string) => countSetHash(db, comparing, schema) };
    const made = makeBackup({ folder, source }, ports);
    if (made.ok) return ok(null);
    const { error } = made;
    return err(error.type === 'BackupNotVerified' ? { type: 'JournalDamaged', part: 'database' } : error);
  };
