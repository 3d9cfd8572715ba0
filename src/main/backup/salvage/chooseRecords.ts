import { isComplete, rowsOf, type Content } from './readContent';
import type { Row } from './damagedDatabase';

/** The three things a record can be taken from, in the order they are believed. */
export interface Sources {
  /** Of the damaged file: what passed its check. */
  readonly authentic: Content;
  /** Of the damaged file: everything, unchecked. */
  readonly unchecked: Content;
  readonly backup: Content;
}

export interface ChosenRecord {
  readonly row: Row;
  readonly from: keyof Sources;
  /** What the backup has of an entry that may have been altered since. */
  readonly earlier: Row | null;
}

type Rows = ReadonlyMap<unknown, Row>;

const byId = (content: Content, table: string): Rows =>
  new Map(rowsOf(content, table).map((row) => [row['id'], row]));

/**
 * One record for every id. What is authentic wins, and of two such the later; what is unchecked wins only where it is later
 * than the backup. `counter` names the column that grows with every change of a record.
 */
export function chooseRecords(
  sources: Sources,
  table: 'entries' | 'movement_sessions' | 'check_ins',
  counter: 'revision' | 'updated_at',
): readonly ChosenRecord[] {
  const authentic = byId(sources.authentic, table);
  const unchecked = byId(sources.unchecked, table);
  const backup = byId(sources.backup, table);
  const deleted = table === 'entries' ? deletedIn(sources) : new Set();
  // An entry that was deleted is noted as such. Of the rest, what a table without a bad page does not hold was taken out by the person.
  const takesMissing = table === 'entries' || !isComplete(sources.authentic, table);
  const chosen: ChosenRecord[] = [];
  for (const id of new Set([...authentic.keys(), ...unchecked.keys(), ...backup.keys()])) {
    const sure = authentic.get(id);
    if (sure === undefined && deleted.has(id)) continue;
    const doubtful = unchecked.get(id);
    const kept = backup.get(id);
    if (sure !== undefined && !isLater(kept, sure, counter))
      chosen.push({ row: sure, from: 'authentic', earlier: null });
    else if (kept !== undefined && (sure !== undefined || !isLater(doubtful, kept, counter))) {
      if (sure !== undefined || takesMissing) chosen.push({ row: kept, from: 'backup', earlier: null });
    } else if (doubtful !== undefined)
      chosen.push({ row: doubtful, from: 'unchecked', earlier: kept ?? null });
  }
  return chosen;
}

const deletedIn = ({ authentic, backup }: Sources): ReadonlySet<unknown> =>
  new Set(
    [authentic, backup].flatMap((content) => rowsOf(content, 'deleted_entries').map((row) => row['id'])),
  );

const isLater = (row: Row | undefined, than: Row, counter: string): boolean =>
  row !== undefined && Number(row[counter]) > Number(than[counter]);
