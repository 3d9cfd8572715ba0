import { guardFormula } from '../../../shared/domain/guardFormula';
import type { CivilDay } from '../../../shared/time';
import type { Opening } from './openDay';
import { formatSteps } from './sayInsight';

/** A cell as it is read, and the value it is copied as and sorts by; null where nothing is known. */
export interface FigureCell {
  readonly text: string;
  readonly value: number | string | null;
  /** Where words have an order of their own, such as that of a scale. */
  readonly place?: number;
}

export interface FigureRow {
  readonly id: string;
  /** Heads the row. */
  readonly name: FigureCell;
  readonly cells: readonly FigureCell[];
  /** The day the row is, where it is one. */
  readonly opens?: Opening;
}

/** What a picture draws, as a table. */
export interface Figures {
  readonly caption: string;
  /** Heads of the columns, units included; the first heads the rows' names. */
  readonly heads: readonly string[];
  /** In the order they are drawn in. */
  readonly rows: readonly FigureRow[];
}

export const wordsCell = (text: string): FigureCell => ({ text, value: text });
export const countCell = (value: number): FigureCell => ({ text: String(value), value });
export const dayCell = (text: string, day: CivilDay): FigureCell => ({ text, value: day });
/** A level or a difference in steps; nothing where there is none. */
export const stepsCell = (steps: number | null): FigureCell =>
  steps === null ? { text: '', value: null } : { text: formatSteps(steps), value: steps };

export interface SortedBy {
  /** Counted from the names, which are column 0. */
  readonly column: number;
  readonly direction: 'ascending' | 'descending';
}

const cellOf = (row: FigureRow, column: number): FigureCell | undefined =>
  column === 0 ? row.name : row.cells[column - 1];

/** Rows by one column, those without a value last either way; equal ones stay as they are drawn. */
export function sortRows(rows: readonly FigureRow[], by: SortedBy | null): readonly FigureRow[] {
  if (by === null) return rows;
  const side = by.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((one, other) => {
    const left = sortValue(cellOf(one, by.column));
    const right = sortValue(cellOf(other, by.column));
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return side * compareValues(left, right);
  });
}

const sortValue = (cell: FigureCell | undefined): number | string | null =>
  cell?.place ?? cell?.value ?? null;

const compareValues = (left: number | string, right: number | string): number =>
  typeof left === 'number' && typeof right === 'number'
    ? left - right
    : String(left).localeCompare(String(right), undefined, { numeric: true });

/** Enough for any figure here; what binary fractions add is rounded away. */
const round = (value: number): number => Math.round(value * 1e4) / 1e4 + 0;

function fieldOf(value: number | string | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(round(value));
  const text = guardFormula(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180. Written here because the browser build of csv-stringify brings a Buffer of its own. */
export const figuresToCsv = ({ heads, rows }: Pick<Figures, 'heads' | 'rows'>): string =>
  [heads, ...rows.map(({ name, cells }) => [name.value, ...cells.map(({ value }) => value)])]
    .map((fields) => `${fields.map(fieldOf).join(',')}\r\n`)
    .join('');
