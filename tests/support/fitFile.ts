/** Field number, size in bytes, base type, value. */
type FitField = readonly [number: number, size: number, type: number, value: number | string];

/** A definition and one row of data under a local number. */
export interface FitMessage {
  readonly message: number;
  readonly local?: number;
  readonly fields: readonly FitField[];
  /** Bytes of a field that the device defined itself. */
  readonly own?: number;
}

export interface FitOptions {
  readonly isBigEndian?: boolean;
  readonly headerLength?: 12 | 14;
}

function putValue(view: DataView, at: number, [, size, type, value]: FitField, isLittle: boolean): void {
  if (typeof value === 'string') {
    for (const [index, byte] of [...Buffer.from(value)].slice(0, size).entries())
      view.setUint8(at + index, byte);
    return;
  }
  const isSigned = [1, 3, 5].includes(type & 0x1f);
  if (size === 1) view.setUint8(at, value & 0xff);
  else if (size === 2 && isSigned) view.setInt16(at, value, isLittle);
  else if (size === 2) view.setUint16(at, value, isLittle);
  else if (isSigned) view.setInt32(at, value, isLittle);
  else view.setUint32(at, value, isLittle);
}

export function createFit(messages: readonly FitMessage[], options: FitOptions = {}): Uint8Array {
  const { isBigEndian = false, headerLength = 14 } = options;
  const parts = messages.map(({ message, local = 0, fields, own = 0 }) => {
    const definition = Buffer.alloc(6 + 3 * fields.length + (own > 0 ? 4 : 0));
    definition[0] = 0x40 | local | (own > 0 ? 0x20 : 0);
    definition[2] = Number(isBigEndian);
    if (isBigEndian) definition.writeUInt16BE(message, 3);
    else definition.writeUInt16LE(message, 3);
    definition[5] = fields.length;
    for (const [index, [number, size, type]] of fields.entries())
      definition.set([number, size, type], 6 + 3 * index);
    if (own > 0) definition.set([1, 0, own, 0], 6 + 3 * fields.length);
    const data = Buffer.alloc(1 + fields.reduce((sum, [, size]) => sum + size, own));
    data[0] = local;
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    let at = 1;
    for (const field of fields) {
      putValue(view, at, field, !isBigEndian);
      at += field[1];
    }
    return Buffer.concat([definition, data]);
  });
  const body = Buffer.concat(parts);
  const header = Buffer.alloc(headerLength);
  header[0] = headerLength;
  header.writeUInt32LE(body.length, 4);
  header.write('.FIT', 8, 'latin1');
  const whole = Buffer.concat([header, body]);
  const checksum = Buffer.alloc(2);
  checksum.writeUInt16LE(checksumOf(whole));
  return new Uint8Array(Buffer.concat([whole, checksum]));
}

/** As the format has it, four bits at a time. */
const nibbles = [
  0x00_00, 0xcc_01, 0xd8_01, 0x14_00, 0xf0_01, 0x3c_00, 0x28_00, 0xe4_01, 0xa0_01, 0x6c_00, 0x78_00, 0xb4_01,
  0x50_00, 0x9c_01, 0x88_01, 0x44_00,
];

function checksumOf(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes)
    for (const nibble of [byte & 15, byte >> 4])
      sum = ((sum >> 4) & 0x0f_ff) ^ (nibbles[sum & 15] ?? 0) ^ (nibbles[nibble] ?? 0);
  return sum;
}
