import type { EntryId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import { prepareColumn, prepareRead, prepareWrite } from '../database/handles';
import { textToDocument } from '../entries/storedDocument';
import type { Images } from '../images/images';
import type { EntryVersion, Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import { chooseToThin, isWorthKeeping } from './versionPolicy';

/** The stored state of an entry. */
interface StateToKeep {
  readonly row: number;
  readonly revision: number;
  readonly updatedAt: number;
  readonly createdAt: number;
  readonly wordCount: number;
  readonly documentVersion: number;
  readonly document: string;
}

export interface Versions extends Pick<Journal['versions'], 'list' | 'read'> {
  /** Keeps the state that a save is about to replace, if it is worth it. Inside a transaction that is open. */
  readonly leave: (state: StateToKeep, newWordCount: number) => void;
  /** Keeps it in any case. Inside a transaction that is open. */
  readonly keep: (state: StateToKeep) => void;
  readonly keys: () => readonly { readonly entryId: EntryId; readonly revision: number }[];
}

type OfEntry = { readonly entryId: EntryId };
type OfRow = { readonly row: number };

export function createVersions(
  { db, clock, momentAt }: JournalContext,
  images: Pick<Images, 'linkVersion'>,
): Versions {
  const columns = 'entry_versions.revision, saved_at AS savedAt, entry_versions.word_count AS wordCount';
  const from = 'FROM entry_versions JOIN entries USING (entry_row) WHERE entries.id = @entryId';
  const list = prepareRead<OfEntry, EntryVersion>(
    db,
    `SELECT ${columns} ${from} ORDER BY entry_versions.revision DESC`,
  );
  const read = prepareRead<
    OfEntry & { readonly revision: number },
    EntryVersion & { readonly document: string }
  >(db, `SELECT ${columns}, entry_versions.document ${from} AND entry_versions.revision = @revision`);
  const keys = prepareRead<
    Readonly<Record<string, never>>,
    { readonly entryId: EntryId; readonly revision: number }
  >(db, 'SELECT id AS entryId, entry_versions.revision FROM entry_versions JOIN entries USING (entry_row)');
  const newest = prepareColumn<OfRow, number>(
    db,
    'SELECT saved_at FROM entry_versions WHERE entry_row = @row ORDER BY revision DESC LIMIT 1',
  );
  const ofRow = prepareRead<OfRow, { readonly revision: number; readonly savedAt: number }>(
    db,
    'SELECT revision, saved_at AS savedAt FROM entry_versions WHERE entry_row = @row ORDER BY revision',
  );
  const insert = prepareWrite<Omit<StateToKeep, 'createdAt'>>(
    db,
    `INSERT INTO entry_versions (entry_row, revision, saved_at, word_count, document_version, document)
     VALUES (@row, @revision, @updatedAt, @wordCount, @documentVersion, @document)
     ON CONFLICT (entry_row, revision) DO NOTHING`,
  );
  const remove = prepareWrite<OfRow & { readonly revision: number }>(
    db,
    'DELETE FROM entry_versions WHERE entry_row = @row AND revision = @revision',
  );

  /** When a version was last made in this sitting: writing that goes on after a pause starts a new stretch. */
  const madeAt = new Map<number, number>();

  const dayOf = (at: number): string => momentAt(at).day;

  const keep: Versions['keep'] = ({ row, revision, updatedAt, wordCount, documentVersion, document }) => {
    insert.run({ row, revision, updatedAt, wordCount, documentVersion, document });
    images.linkVersion(row, revision, document);
    madeAt.set(row, clock.now());
    const states = ofRow.all({ row }).map((one) => ({ ...one, day: dayOf(one.savedAt) }));
    for (const thinned of chooseToThin(states, clock.now())) remove.run({ row, revision: thinned });
  };

  return {
    list: (entryId) => list.all({ entryId }),
    read: (entryId, revision) => {
      const found = read.get({ entryId, revision });
      return found === undefined
        ? err({ type: 'NotFound' })
        : ok({ ...found, document: textToDocument(found.document) });
    },
    leave: (state, newWordCount) => {
      const now = clock.now();
      const { row, updatedAt: savedAt, createdAt, wordCount } = state;
      const isWorthIt = isWorthKeeping({
        savedAt,
        now,
        day: dayOf(savedAt),
        newDay: dayOf(now),
        wordCount,
        newWordCount,
        stretchFrom: madeAt.get(row) ?? newest.get({ row }) ?? createdAt,
      });
      if (isWorthIt) keep(state);
    },
    keep,
    keys: () => keys.all({}),
  };
}
