import { ok } from '../../../shared/result';
import { prepareRead, prepareWrite, type WritableDb } from '../database/handles';
import { errorToStorageFailure } from '../database/storageFailure';
import { transaction } from '../database/transaction';

type Nothing = Readonly<Record<string, never>>;

/** What the journal itself keeps about its keys: the text of the key file, and which recovery kit was proved. */
export interface KeyRecords {
  readonly keyFile: () => string | null;
  /** Does nothing when that is the text already, and lets a full disk pass: the next opening notes it. */
  readonly noteKeyFile: (text: string) => void;
  readonly proved: () => { readonly slotId: string; readonly at: number } | null;
  readonly noteProved: (slotId: string, at: number) => void;
}

export function createKeyRecords(db: WritableDb): KeyRecords {
  const readText = prepareRead<Nothing, { readonly text: string }>(db, 'SELECT text FROM key_file');
  const writeText = prepareWrite<{ readonly text: string }>(
    db,
    `INSERT INTO key_file (only_row, text) VALUES (1, @text)
     ON CONFLICT (only_row) DO UPDATE SET text = excluded.text`,
  );
  const readProved = prepareRead<Nothing, { readonly slotId: string; readonly at: number }>(
    db,
    'SELECT slot_id AS slotId, proved_at AS at FROM recovery_kit',
  );
  const writeProved = prepareWrite<{ readonly slotId: string; readonly at: number }>(
    db,
    `INSERT INTO recovery_kit (only_row, slot_id, proved_at) VALUES (1, @slotId, @at)
     ON CONFLICT (only_row) DO UPDATE SET slot_id = excluded.slot_id, proved_at = excluded.proved_at`,
  );
  const write = (work: () => number): void => {
    transaction(db, () => {
      work();
      return ok(null);
    });
  };
  const keyFile = (): string | null => readText.get({})?.text ?? null;
  return {
    keyFile,
    noteKeyFile: (text) => {
      if (keyFile() === text) return;
      try {
        write(() => writeText.run({ text }));
      } catch (error) {
        if (errorToStorageFailure(error) === null) throw error;
      }
    },
    proved: () => readProved.get({}) ?? null,
    noteProved: (slotId, at) => write(() => writeProved.run({ slotId, at })),
  };
}
