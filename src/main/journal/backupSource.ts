import type { WritableDb } from './database/handles';

/** What a backup is made from and checked with. No noun hands it out; main/backup alone asks for it. */
export interface BackupSource {
  readonly db: WritableDb;
  /** Recounts the set-hash over every row of a schema: `main`, or a copy attached under another name. */
  readonly countSetHash: (schema: string) => string;
}
