import type { Cell } from './damagedDatabase';
import { usableLength, type AuthenticPages } from './authenticPages';

/** A row as it lies on a page: its columns have no names there, and later ones may be missing. */
export interface LeafRow {
  readonly rowid: number;
  readonly cells: readonly Cell[];
}

const tableLeaf = 0x0d;
const leafHeaderLength = 8;

/**
 * The rows of every leaf of every table that has row ids, in the order of the pages; which table a leaf belongs to, it does
 * not say. A row of which a page is missing is left out, and so is one with fewer columns than `least`: whole pictures need
 * not be read to see that they are none. Layout: sqlite.org/fileformat2.html, sections 1.6 and 2.1.
 */
export function* readLeafRows(pages: AuthenticPages, least: number): Generator<LeafRow> {
  // The first page holds the list of tables and no rows of ours.
  for (let number = 2; number <= pages.count; number += 1) {
    const page = pages.read(number);
    if (page?.[0] !== tableLeaf) continue;
    const cells = page.readUInt16BE(3);
    for (let index = 0; index < cells; index += 1) {
      const row = readCell(pages, page, page.readUInt16BE(leafHeaderLength + 2 * index), least);
      if (row !== null) yield row;
    }
  }
}

function readCell(pages: AuthenticPages, page: Buffer, start: number, least: number): LeafRow | null {
  const length = readVarint(page, start);
  const rowid = readVarint(page, length.end);
  // A header of a byte for itself and at least one for every column.
  if (Number(readVarint(page, rowid.end).value) < least + 1) return null;
  const payload = readPayload(pages, page, rowid.end, Number(length.value));
  return payload === null ? null : { rowid: Number(rowid.value), cells: readRecord(payload) };
}

/** Section 1.6: what does not fit on the leaf goes on over a chain of pages. */
function readPayload(pages: AuthenticPages, page: Buffer, start: number, length: number): Buffer | null {
  const most = usableLength - 35;
  if (length <= most) return page.subarray(start, start + length);
  const least = Math.floor(((usableLength - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (usableLength - 4));
  const here = fitting <= most ? fitting : least;
  const parts = [page.subarray(start, start + here)];
  let missing = length - here;
  let next = page.readUInt32BE(start + here);
  while (missing > 0) {
    const overflow = pages.read(next);
    if (overflow === null) return null;
    const part = overflow.subarray(4, Math.min(usableLength, 4 + missing));
    parts.push(part);
    missing -= part.length;
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** Section 2.1. */
function readRecord(record: Buffer): readonly Cell[] {
  const header = readVarint(record, 0);
  const cells: Cell[] = [];
  let body = Number(header.value);
  for (let at = header.end; at < Number(header.value);) {
    const type = readVarint(record, at);
    const { cell, length } = readValue(record, body, Number(type.value));
    cells.push(cell);
    at = type.end;
    body += length;
  }
  return cells;
}

const integerLengths = [0, 1, 2, 3, 4, 6, 8];

function readValue(
  record: Buffer,
  at: number,
  type: number,
): { readonly cell: Cell; readonly length: number } {
  if (type === 0) return { cell: null, length: 0 };
  if (type === 7) return { cell: record.readDoubleBE(at), length: 8 };
  if (type === 8 || type === 9) return { cell: type - 8, length: 0 };
  const integerLength = integerLengths[type];
  if (integerLength === 8) return { cell: Number(record.readBigInt64BE(at)), length: 8 };
  if (integerLength !== undefined)
    return { cell: record.readIntBE(at, integerLength), length: integerLength };
  const length = Math.floor((type - 12) / 2);
  const bytes = record.subarray(at, at + length);
  return { cell: type % 2 === 0 ? Buffer.from(bytes) : bytes.toString('utf8'), length };
}

/** Section 1.6: seven bits a byte, the most significant first; of a ninth byte all eight. */
function readVarint(bytes: Buffer, start: number): { readonly value: bigint; readonly end: number } {
  let value = 0n;
  for (let at = start; at < start + 8; at += 1) {
    const byte = bytes.readUInt8(at);
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value, end: at + 1 };
  }
  return { value: BigInt.asIntN(64, (value << 8n) | BigInt(bytes.readUInt8(start + 8))), end: start + 9 };
}
