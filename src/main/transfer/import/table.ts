import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { ArchiveTooLarge } from '../archive/openArchive';

/** It is no table, or one without the columns that are needed. */
export class TableNotReadable extends Error {}

export interface ForeignTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly encoding: 'utf' | 'windows-1252';
}

/** Bytes of a table that is read, and of one row. */
const longestTable = 32 * 2 ** 20;
const longestRow = 4 * 2 ** 20;
const mostRows = 200_000;

/** UTF-8 or UTF-16 with or without its mark; what is neither is read as Windows wrote it in the west. */
export function bytesToText(bytes: Uint8Array): {
  readonly text: string;
  readonly encoding: 'utf' | 'windows-1252';
} {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf' };
  if (first === 0xfe && second === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** Code units that tell what is between cells. */
const tellingLength = 64 * 1024;

/** The sign that stands most often in the first line, outside quotes. */
function delimiterOf(text: string): string {
  const [line = ''] = text.slice(0, tellingLength).split(/\r?\n/, 1);
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((sign) => [sign, bare.split(sign).length] as const);
  return counts.toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? ',';
}

/**
 * A table in CSV as programs write it: commas, semicolons or tabs; quotes doubled or, as Strava does, behind a backslash, unless only `doubled` ones are looked for; cells with
 * line breaks; rows that are too short or too long. Throws `TableNotReadable`.
 */
export function readTable(bytes: Uint8Array, quotes: 'doubled' | 'either' = 'either'): ForeignTable {
  if (bytes.length > longestTable) throw new TableNotReadable('too long');
  const { text, encoding } = bytesToText(bytes);
  const isEscaped = quotes === 'either' && text.includes('\\"');
  // The parser would make bytes of a text again, which costs as much memory as the table.
  const asTheyAre = isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : text;
  try {
    const [heads = [], ...rows] = parse(isEscaped ? text.replaceAll(String.raw`\"`, '""') : asTheyAre, {
      bom: true,
      delimiter: delimiterOf(text.replace(/^\uFEFF/, '')),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: longestRow,
      to: mostRows + 2,
    }) as string[][];
    if (rows.length > mostRows) throw new ArchiveTooLarge('too many rows');
    return { heads: heads.map((head) => head.trim()), rows, encoding };
  } catch (cause) {
    if (cause instanceof ArchiveTooLarge) throw cause;
    throw new TableNotReadable('not a table', { cause });
  }
}

/** What programs write where they know nothing. */
const isMissing = (cell: string): boolean => /^\s*(?:|--|-|nan|∞|null|n\/a)\s*$/i.test(cell);

/**
 * A number as it stands in one cell, with a point or a comma before the decimals, and with the other one between thousands. Null for a missing one, or one
 * that no measurement gives.
 */
export function cellToNumber(cell: string | undefined): number | null {
  if (cell === undefined || isMissing(cell)) return null;
  const bare = cell.trim().replaceAll(/[\s\u00A0\u202F'’]/g, '');
  if (!/^[+-]?[\d.,]+(?:e[+-]?\d+)?$/i.test(bare)) return null;
  const value = Number(plain(bare));
  return Number.isFinite(value) && Math.abs(value) < 1e12 ? value : null;
}

function plain(text: string): string {
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')];
  // The later of the two stands before the decimals.
  if (comma !== -1 && point !== -1)
    return comma > point ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  if (comma === -1) return text;
  // "1,500" are thousands, "9,44" and "0,5" are not.
  const isThousands = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+$/.test(text);
  return isThousands ? text.replaceAll(',', '') : text.replace(',', '.');
}

/** Seconds of "1:02:03", "31:24" or "45.5". */
export function cellToSeconds(cell: string | undefined): number | null {
  if (cell === undefined || isMissing(cell)) return null;
  const parts = cell.trim().split(':');
  if (parts.length === 1) return cellToNumber(cell);
  const numbers = parts.map((part) => Number(part.replace(',', '.')));
  if (parts.length > 3 || numbers.some((number) => !Number.isFinite(number) || number < 0)) return null;
  return numbers.reduce((sum, number) => sum * 60 + number, 0);
}
