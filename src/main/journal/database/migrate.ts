import type { WritableDb } from './handles';
import { initial } from './migrations/0010-initial';

export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** In order. Every step is one transaction that also sets `user_version`; the first failure stops. */
export const migrations: readonly Migration[] = [initial];

export const latestVersion = Math.max(...migrations.map(({ version }) => version));

export const readVersion = (db: WritableDb): number => Number(db.pragma('user_version', { simple: true }));

export function migrate(db: WritableDb): void {
  const from = readVersion(db);
  for (const { version, sql } of migrations) {
    if (version <= from) continue;
    db.exec('BEGIN IMMEDIATE');
    try {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
}
