import { createHmac, type KeyObject } from 'node:crypto';

/** What SQLite hands out for one column. */
export type Cell = number | string | bigint | Uint8Array | null;

const tag = { null: 0, number: 1, text: 2, blob: 3 } as const;
/** A long entry and its escapes; what is saved every other second makes no new buffer every time. */
const usualSize = 524_288;
/** Refilled for every row; a longer row gets a buffer of its own. */
const usual = Buffer.alloc(usualSize);

/**
 * The keyed fingerprint of one row: HMAC-SHA256 over table and cells as an unsigned number, most significant byte first.
 * Encoding: text is tag 2, its length in bytes (32 bits, big-endian), UTF-8; a number is tag 1 and a big-endian float64; a blob is
 * tag 3, length, bytes; NULL is tag 0. The table's name comes first, as text, then the number of cells (32 bits), then the cells
 * in the order of `PRAGMA table_info`. Two different rows never have the same encoding.
 */
export function rowToNumber(key: KeyObject, table: string, cells: readonly Cell[]): bigint {
  const room = cells.reduce<number>((sum, cell) => sum + roomOf(cell), roomOf(table) + 4);
  const bytes = room <= usualSize ? usual : Buffer.alloc(room);
  let end = putText(bytes, 0, table);
  end = bytes.writeUInt32BE(cells.length, end);
  for (const cell of cells) end = putCell(bytes, end, cell);
  const digest = createHmac('sha256', key).update(bytes.subarray(0, end)).digest('hex');
  return BigInt(`0x${digest}`);
}

/** At least what the cell needs: UTF-8 takes no more than three bytes for a UTF-16 unit. */
function roomOf(cell: Cell): number {
  if (typeof cell === 'string') return 5 + cell.length * 3;
  return cell instanceof Uint8Array ? 5 + cell.length : 9;
}

function putCell(bytes: Buffer, at: number, cell: Cell): number {
  if (cell === null) return bytes.writeUInt8(tag.null, at);
  if (typeof cell === 'string') return putText(bytes, at, cell);
  if (cell instanceof Uint8Array) {
    const start = bytes.writeUInt32BE(cell.length, bytes.writeUInt8(tag.blob, at));
    bytes.set(cell, start);
    return start + cell.length;
  }
  // SQLite stores -0.0 as 0; adding zero makes them one.
  return bytes.writeDoubleBE(Number(cell) + 0, bytes.writeUInt8(tag.number, at));
}

function putText(bytes: Buffer, at: number, text: string): number {
  bytes.writeUInt8(tag.text, at);
  const length = bytes.write(text, at + 5, 'utf8');
  bytes.writeUInt32BE(length, at + 1);
  return at + 5 + length;
}
