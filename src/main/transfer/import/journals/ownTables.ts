import type { CheckIn } from '../../../../shared/domain/mood';
import type { OwnKind } from '../../../../shared/domain/movementKind';
import { readTable, TableNotReadable } from '../table';
import type { ForeignFiles } from './foreignFiles';
import type { Assumption, OwnRow, OwnTables, RefusedPart } from './foreignJournal';
import { startOfText } from './foreignText';
import type { JournalReader } from './journalReaders';
import { rowToCheckIn, rowToOwnKind, rowToRatings, rowToSession, rowToSpan, type OwnCells } from './ownRows';

const tableKinds = ['check-ins', 'movement', 'spans'] as const;
type TableKind = (typeof tableKinds)[number];

/** By these a table is known to be one of ours, whatever its file is called and whichever columns were put in another order or taken out. */
const heads: Readonly<Record<TableKind, readonly string[]>> = {
  'check-ins': ['id', 'day', 'instant_utc', 'zone', 'offset_minutes_east_of_utc', 'role', 'valence_-1_to_1'],
  movement: ['id', 'day', 'start_utc', 'zone', 'offset_minutes_east_of_utc', 'kind', 'duration_minutes'],
  spans: ['id', 'kind', 'name', 'first_day', 'last_day'],
};

/** Enough for the heads of each, in UTF-16 too. */
const beginning = 4096;
/** An export lies at the top, or one or two folders down; a takeout has thousands of tables further below. */
const tableName = /^(?:[^/]+\/){0,2}[^/]+\.(?:csv|tsv|txt)$/i;
const mostLookedAt = 400;

/**
 * The tables of an export of ours by themselves: `check-ins.csv`, `movement.csv` and `spans.csv`, or one of them. With our Markdown they are read by `markdownVault.ts`. The table of days says
 * nothing that the others don't.
 */
export const tablesReader: JournalReader = {
  source: 'tables',
  recognises: async (files) => (await findTables(files)).length > 0,
  read: async (files, { report }) => {
    const assumed = new Set<Assumption>();
    const { own, refused } = await readOwnTables(files, assumed, report);
    return { source: 'tables', entries: [], sessions: [], own, refused, assumed: [...assumed] };
  },
};

interface FoundTable {
  readonly name: string;
  readonly kind: TableKind;
}

async function findTables(files: ForeignFiles): Promise<readonly FoundTable[]> {
  const names = files.kind === 'file' ? files.names() : files.names().filter((name) => tableName.test(name));
  const found: FoundTable[] = [];
  for (const name of names.slice(0, mostLookedAt)) {
    const kind = kindOfTable(await startOfText(files, name, beginning));
    if (kind !== null) found.push({ name, kind });
  }
  // What a check-in says itself is more than what the row of its session repeats, and is to be known first.
  return found.toSorted((one, other) => tableKinds.indexOf(one.kind) - tableKinds.indexOf(other.kind));
}

function kindOfTable(start: string): TableKind | null {
  const [line = ''] = start.replace(/^\uFEFF/, '').split(/[\r\n]/, 1);
  const named = new Set(line.split(/[,;\t]/).map(toHead));
  for (const kind of tableKinds) if (heads[kind].every((head) => named.has(head))) return kind;
  return null;
}

const toHead = (text: string): string =>
  text
    .replaceAll(/^\s*"|"\s*$/g, '')
    .trim()
    .toLowerCase();

/** Rows that are read in a moment. */
const reportEvery = 500;

interface ReadTables {
  readonly own: OwnTables;
  readonly refused: readonly RefusedPart[];
  /** How many there are. */
  readonly tables: number;
}

/** Every table of ours that is there. Each row by itself: one that says nothing that can be is refused, and the others come in. */
export async function readOwnTables(
  files: ForeignFiles,
  assumed: Set<Assumption>,
  report: (done: number, total: number) => void = () => undefined,
): Promise<ReadTables> {
  const tables = await findTables(files);
  const gathered = createGathered();
  const refused: RefusedPart[] = [];
  for (const { name, kind } of tables) {
    try {
      const { heads: names, rows, encoding } = readTable(await files.read(name), 'doubled');
      if (encoding === 'windows-1252') assumed.add('windows-1252');
      const places = new Map(names.map((head, place) => [toHead(head), place]));
      for (const [at, row] of rows.entries()) {
        if (at % reportEvery === 0) report(at, rows.length);
        // As a spreadsheet counts them: the heads are the first.
        const place = { file: name, line: at + 2 };
        const cell: OwnCells = (column) => row[places.get(column) ?? -1] ?? '';
        const reason = gathered[kind](cell, place);
        if (reason !== null) refused.push({ ...place, reason });
      }
    } catch (error) {
      if (!(error instanceof TableNotReadable)) throw error;
      refused.push({ file: name, line: null, reason: 'not-readable' });
    }
  }
  return { own: gathered.all(), refused, tables: tables.length };
}

type Gather = (cell: OwnCells, place: OwnRow<unknown>['place']) => RefusedPart['reason'] | null;

/** Of two rows with one id the later state counts: tables of two exports may lie side by side. */
function put<Row extends Pick<OwnRow<{ readonly id: string }>, 'item' | 'updatedAt'>>(
  into: Map<string, Row>,
  row: Row,
): void {
  const before = into.get(row.item.id);
  if (before === undefined || before.updatedAt < row.updatedAt) into.set(row.item.id, row);
}

function createGathered(): Readonly<Record<TableKind, Gather>> & { readonly all: () => OwnTables } {
  const kinds = new Map<string, OwnKind>();
  const sessions = new Map<string, OwnTables['sessions'][number]>();
  const checkIns = new Map<string, OwnRow<CheckIn>>();
  const spans = new Map<string, OwnTables['spans'][number]>();
  const told = new Set<string>();
  return {
    'check-ins': (cell, place) => {
      const row = rowToCheckIn(cell);
      if (typeof row === 'string') return row;
      put(checkIns, { ...row, place });
      told.add(edgeOf(row.item));
      return null;
    },
    movement: (cell, place) => {
      const row = rowToSession(cell);
      if (typeof row === 'string') return row;
      put(sessions, { ...row, place });
      const kind = rowToOwnKind(cell);
      if (kind !== null && !kinds.has(kind.id)) kinds.set(kind.id, kind);
      const untold = (['before', 'after'] as const).filter(
        (role) => !told.has(edgeOf({ role, sessionId: row.item.id })),
      );
      for (const rating of rowToRatings(cell, row.item, untold)) put(checkIns, { ...rating, place });
      return null;
    },
    spans: (cell, place) => {
      const row = rowToSpan(cell);
      if (typeof row === 'string') return row;
      put(spans, { ...row, place });
      return null;
    },
    all: () => ({
      kinds: [...kinds.values()],
      sessions: [...sessions.values()],
      checkIns: [...checkIns.values()],
      spans: [...spans.values()],
    }),
  };
}

const edgeOf = ({ role, sessionId }: Pick<CheckIn, 'role' | 'sessionId'>): string => `${role} ${sessionId}`;
