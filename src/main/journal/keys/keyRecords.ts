import { ok } from '../../../shared/result';
import { prepareRead, prepareWrite, type WritableDb } from '../database/handles';
import { errorToStorageFailure } from '../database/storageFailure';
import { transaction } from '../database/transaction';

type Nothing = Readonly<Record<string, never>>;

/** What the journal itself keeps about its keys: the text of the key file, and which recovery kit somebody is known to have. */
export interface KeyRecords {
  readonly keyFile: () => string | null;
  /** Does nothing when that is the text already, and lets a full disk pass: the next opening notes it. */
  readonly noteKeyFile: (text: string) => void;
  readonly kit: () => KnownKit | null;
  readonly noteKit: (kit: KnownKit) => void;
}

/** The kit that was proved; until there is one, the kit that somebody said they have. */
export interface KnownKit {
  readonly slotId: string;
  /** In milliseconds since 1970-01-01T00:00Z; null as long as nobody has typed it back. */
  readonly provedAt: number | null;
}

export function createKeyRecords(db: WritableDb): KeyRecords {
  const readText = prepareRead<Nothing, { readonly text: string }>(db, 'SELECT text FROM key_file');
  const writeText = prepareWrite<{ readonly text: string }>(
    db,
    `INSERT INTO key_file (only_row, text) VALUES (1, @text)
     ON CONFLICT (only_row) DO UPDATE SET text = excluded.text`,
  );
  // A time of 0 stands for a kit that somebody has and that was not proved.
  const readKit = prepareRead<Nothing, KnownKit>(
    db,
    'SELECT slot_id AS slotId, nullif(proved_at, 0) AS provedAt FROM recovery_kit',
  );
  const writeKit = prepareWrite<{ readonly slotId: string; readonly provedAt: number | null }>(
    db,
    `INSERT INTO recovery_kit (only_row, slot_id, proved_at) VALUES (1, @slotId, coalesce(@provedAt, 0))
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
    kit: () => readKit.get({}) ?? null,
    noteKit: (kit) => write(() => writeKit.run(kit)),
  };
}
