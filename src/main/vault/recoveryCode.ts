import { assert } from '../../shared/assert';
import type { RandomBytes } from '../../shared/ports';

/** Crockford's base 32: no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLengths = [5, 5, 5, 5, 5, 4] as const;
const codeLength = 29;
export const recoverySecretLength = 16;

/** 16 bytes of secret and two of checksum. */
const payloadLength = recoverySecretLength + 2;

/**
 * `RC4EK-5VFVA-BZRZD-ZKB9W-P64H0-A3EC`: 128 bits, CRC-16 and a last bit that is always 0, the first bit first. A wrong
 * character, or two or three neighbours in the wrong order, change at most 15 bits in a row, and a CRC-16 sees every
 * change of up to 16 bits in a row.
 */
export function secretToRecoveryCode(secret: Uint8Array): string {
  assert(secret.length === recoverySecretLength, 'a recovery secret has 16 bytes');
  const payload = withChecksum(secret);
  let code = '';
  for (let place = 0; place < codeLength; place += 1) {
    let value = 0;
    for (let bit = place * 5; bit < place * 5 + 5; bit += 1) value = (value << 1) | bitAt(payload, bit);
    code += alphabet.charAt(value);
  }
  payload.fill(0);
  return splitCode(code).join('-');
}

/**
 * The secret in what a person typed (UTF-8), or null when it is not a code: the checksum tells a typing error from a
 * code of another journal before any key is tried. Small letters, O for 0, I and L for 1, spaces and dashes are welcome.
 * The caller zeroes `typed` and the result.
 */
export function recoveryCodeToSecret(typed: Uint8Array): Uint8Array | null {
  const payload = new Uint8Array(payloadLength + 1);
  try {
    const count = collectSymbols(typed, (value, place) => {
      for (let bit = 0; bit < 5; bit += 1) {
        const at = place * 5 + bit;
        payload[at >> 3] = (payload[at >> 3] ?? 0) | (((value >> (4 - bit)) & 1) << (7 - (at & 7)));
      }
    });
    if (count !== codeLength || payload[payloadLength] !== 0) return null;
    const secret = payload.slice(0, recoverySecretLength);
    const expected = withChecksum(secret);
    const isWhole = expected.every((byte, index) => byte === payload[index]);
    expected.fill(0);
    if (isWhole) return secret;
    secret.fill(0);
    return null;
  } finally {
    payload.fill(0);
  }
}

/** The groups of a code, as they are written and asked for. */
export function splitCode(code: string): readonly string[] {
  const symbols = code.replaceAll('-', '');
  let start = 0;
  return groupLengths.map((length) => {
    start += length;
    return symbols.slice(start - length, start);
  });
}

/** Whether someone typed this group, however they write their letters. */
export function isGroupTyped(group: string, typed: string): boolean {
  const values: number[] = [];
  const count = collectSymbols(new TextEncoder().encode(typed), (value) => values.push(value));
  return (
    count === group.length && values.every((value, place) => alphabet.charAt(value) === group.charAt(place))
  );
}

/** Two different groups to be typed back, counted from 0, in rising order. */
export function chooseGroups(randomBytes: RandomBytes): readonly [number, number] {
  for (;;) {
    const [one = 0, other = 0] = randomBytes(2);
    // 252 is the largest multiple of six below 256.
    if (one >= 252 || other >= 252 || one % 6 === other % 6) continue;
    const [first, second] = [one % 6, other % 6];
    return first < second ? [first, second] : [second, first];
  }
}

/** Hands over the value of every symbol. The number of them, or -1 when something is no symbol or there are too many. */
function collectSymbols(typed: Uint8Array, take: (value: number, place: number) => void): number {
  let count = 0;
  for (let index = 0; index < typed.length; index += 1) {
    const skipped = separatorLength(typed, index);
    if (skipped > 0) {
      index += skipped - 1;
      continue;
    }
    const value = symbolToValue(typed[index] ?? 0);
    if (value < 0 || count === codeLength) return -1;
    take(value, count);
    count += 1;
  }
  return count;
}

/** White space, the dash of the keyboard, and those that word processors make of them (U+00A0, U+2010 to U+2015, U+2212). */
function separatorLength(bytes: Uint8Array, index: number): number {
  const [first = 0, second = 0, third = 0] = bytes.subarray(index, index + 3);
  if (first === 0x20 || first === 0x2d || (first >= 0x09 && first <= 0x0d)) return 1;
  if (first === 0xc2 && second === 0xa0) return 2;
  if (first === 0xe2 && second === 0x80 && third >= 0x90 && third <= 0x95) return 3;
  return first === 0xe2 && second === 0x88 && third === 0x92 ? 3 : 0;
}

function symbolToValue(byte: number): number {
  const capital = String.fromCharCode(byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte);
  if (capital === 'O') return 0;
  if (capital === 'I' || capital === 'L') return 1;
  return alphabet.indexOf(capital);
}

const bitAt = (bytes: Uint8Array, bit: number): number => ((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;

/** CRC-16/IBM-3740: polynomial 0x1021, all ones at the start. */
function withChecksum(secret: Uint8Array): Uint8Array {
  let checksum = 0xff_ff;
  for (const byte of secret) {
    checksum ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      checksum = checksum & 0x80_00 ? ((checksum << 1) ^ 0x10_21) & 0xff_ff : (checksum << 1) & 0xff_ff;
    }
  }
  const payload = new Uint8Array(payloadLength);
  payload.set(secret);
  payload.set([checksum >> 8, checksum & 0xff], recoverySecretLength);
  return payload;
}
