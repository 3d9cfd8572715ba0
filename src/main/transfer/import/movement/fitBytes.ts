/** What one message says, by the number of its field. */
export type FitValues = ReadonlyMap<number, number | string>;

/**
 * `cut`: it ended before it said it would, or was never closed. `damaged`: its checksum is not that of its bytes, so that something in it is not what the device wrote.
 */
export type FitEnd = 'whole' | 'cut' | 'damaged';

export const fitMessages = { fileId: 0, sport: 12, session: 18, lap: 19, record: 20, activity: 34 } as const;

/** Of points of a track the time and the way so far; never where they were, nor a heart. */
const fieldsOfPoints: readonly number[] = [253, 5];

interface Field {
  readonly number: number;
  readonly size: number;
  readonly type: number;
}

interface Definition {
  readonly message: number;
  readonly isBigEndian: boolean;
  readonly fields: readonly Field[];
  /** Of fields that a device defined itself. */
  readonly ownBytes: number;
}

/** The wanted messages of one file, of which several can follow each other. Null when this is none. */
export function readFitPart(
  bytes: Uint8Array,
  heard: (message: number, values: FitValues) => void,
): { readonly length: number; readonly end: FitEnd } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) return null;
  const headerLength = view.getUint8(0);
  if (headerLength < 12 || bytes.length < headerLength || view.getUint32(8, true) !== dotFit) return null;
  const told = view.getUint32(4, true);
  // A device writes the length last: where it never came to that, all there is belongs to it.
  const isOpen = told === 0 || told === 0xff_ff_ff_ff;
  const dataLength = isOpen ? bytes.length - headerLength : told;
  const dataEnd = Math.min(headerLength + dataLength, bytes.length);
  const length = headerLength + dataLength + checksumBytes;
  const isComplete = !isOpen && length <= bytes.length;
  // From here on nothing can be told apart.
  const broken = isComplete
    ? ({ length, end: 'damaged' } as const)
    : ({ length: bytes.length, end: 'cut' } as const);
  const definitions = new Map<number, Definition>();
  let at = headerLength;
  try {
    while (at < dataEnd) {
      const header = view.getUint8(at);
      at += 1;
      const isCompressed = (header & 0x80) !== 0;
      const local = isCompressed ? (header >> 5) & 3 : header & 15;
      if (!isCompressed && (header & 0x40) !== 0) {
        const defined = readDefinition(view, at, (header & 0x20) !== 0);
        definitions.set(local, defined.definition);
        at = defined.at;
        continue;
      }
      const definition = definitions.get(local);
      if (definition === undefined) return broken;
      const size = definition.fields.reduce((sum, field) => sum + field.size, definition.ownBytes);
      if (at + size > dataEnd) return broken;
      if (isWanted(definition.message)) heard(definition.message, readValues(view, at, definition));
      at += size;
    }
  } catch (error) {
    if (error instanceof RangeError) return broken;
    throw error;
  }
  if (!isComplete) return { length, end: 'cut' };
  return { length, end: checksumOf(bytes.subarray(0, length)) === 0 ? 'whole' : 'damaged' };
}

const checksumBytes = 2;

/** CRC-16 with the turned polynomial 0xA001. Over bytes and their own checksum it is 0. */
function checksumOf(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 0 ? sum >>> 1 : (sum >>> 1) ^ 0xa0_01;
  }
  return sum;
}

/** ".FIT", read as a little-endian number. */
const dotFit = 0x54_49_46_2e;

const isWanted = (message: number): boolean => Object.values<number>(fitMessages).includes(message);

function readDefinition(
  view: DataView,
  start: number,
  hasOwnFields: boolean,
): { readonly definition: Definition; readonly at: number } {
  const isBigEndian = view.getUint8(start + 1) === 1;
  const message = view.getUint16(start + 2, !isBigEndian);
  const count = view.getUint8(start + 4);
  let at = start + 5;
  const fields: Field[] = [];
  for (let index = 0; index < count; index += 1) {
    fields.push({ number: view.getUint8(at), size: view.getUint8(at + 1), type: view.getUint8(at + 2) });
    at += 3;
  }
  let ownBytes = 0;
  if (hasOwnFields) {
    const own = view.getUint8(at);
    at += 1;
    for (let index = 0; index < own; index += 1) {
      ownBytes += view.getUint8(at + 1);
      at += 3;
    }
  }
  return { definition: { message, isBigEndian, fields, ownBytes }, at };
}

function readValues(view: DataView, start: number, { message, fields, isBigEndian }: Definition): FitValues {
  const values = new Map<number, number | string>();
  let at = start;
  for (const field of fields) {
    const isRead = message !== fitMessages.record || fieldsOfPoints.includes(field.number);
    const value = isRead ? readValue(view, at, field, !isBigEndian) : null;
    if (value !== null) values.set(field.number, value);
    at += field.size;
  }
  return values;
}

const known = (value: number, unknown: number): number | null => (value === unknown ? null : value);

/** Null for what a device writes when it doesn't know: all bits set, or for some types none. Of a list the first. */
function readValue(
  view: DataView,
  at: number,
  { size, type }: Field,
  isLittle: boolean,
): number | string | null {
  switch (type & 0x1f) {
    case 0: // enum
    case 2: // uint8
    case 13: // byte
      return size >= 1 ? known(view.getUint8(at), 0xff) : null;
    case 1: // sint8
      return size >= 1 ? known(view.getInt8(at), 0x7f) : null;
    case 3: // sint16
      return size >= 2 ? known(view.getInt16(at, isLittle), 0x7f_ff) : null;
    case 4: // uint16
      return size >= 2 ? known(view.getUint16(at, isLittle), 0xff_ff) : null;
    case 5: // sint32
      return size >= 4 ? known(view.getInt32(at, isLittle), 0x7f_ff_ff_ff) : null;
    case 6: // uint32
      return size >= 4 ? known(view.getUint32(at, isLittle), 0xff_ff_ff_ff) : null;
    case 7: // text, ended by a zero
      return textOf(new Uint8Array(view.buffer, view.byteOffset + at, size));
    case 10: // uint8, 0 unknown
      return size >= 1 ? known(view.getUint8(at), 0) : null;
    case 11: // uint16, 0 unknown
      return size >= 2 ? known(view.getUint16(at, isLittle), 0) : null;
    case 12: // uint32, 0 unknown
      return size >= 4 ? known(view.getUint32(at, isLittle), 0) : null;
    default:
      return null;
  }
}

function textOf(bytes: Uint8Array): string | null {
  const end = bytes.indexOf(0);
  const text = new TextDecoder().decode(end === -1 ? bytes : bytes.subarray(0, end)).trim();
  return text === '' ? null : text;
}
