import { createHash } from 'node:crypto';
import { canonicalJson } from '../../src/main/vault/canonicalJson';

/** A key file with the checksum put right again: what somebody can do who knows the format and not the passphrase. */
export function withChecksum(file: Readonly<Record<string, unknown>>): string {
  const { checksum: _, ...rest } = file;
  const checksum = createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(rest))))
    .digest('base64');
  return JSON.stringify({ ...rest, checksum });
}

/** Every text that differs from `text` in one bit. */
export function* flipEveryBit(text: string): Generator<string> {
  const bytes = Buffer.from(text);
  for (let index = 0; index < bytes.length; index += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[index] = (flipped[index] ?? 0) ^ (1 << bit);
      yield flipped.toString('utf8');
    }
  }
}

/** The same, forged: undefined for what is no JSON, or no object, any more. */
export function* forgeEveryBit(text: string): Generator<string | undefined> {
  for (const flipped of flipEveryBit(text)) {
    try {
      const parsed: unknown = JSON.parse(flipped);
      yield typeof parsed === 'object' && parsed !== null ? withChecksum({ ...parsed }) : undefined;
    } catch {
      yield undefined;
    }
  }
}
