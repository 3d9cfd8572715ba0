import { argon2id } from 'hash-wasm';
import { describe, expect, it } from 'vitest';
import {
  defaultKdfCost,
  deriveKey,
  isKdfCostAllowed,
  normalisePassphrase,
  passphraseToKey,
} from '../../../src/main/vault/keyDerivation';
import { bytesOf, testKdf } from '../../support/journalFixture';

describe('the key derivation', () => {
  it.each([
    ['a quiet loop around the lake', testKdf, 7],
    ['\u0000', testKdf, 0],
    ['\u4e2d\u6587\u5bc6\u7801 \ud83c\udf0a', { m: 65_536, t: 2, p: 1 }, 1],
    ['x'.repeat(300), { m: 66_000, t: 1, p: 1 }, 11],
    ['a quiet loop around the lake', { m: 131_072, t: 3, p: 1 }, 255],
  ] as const)('is Argon2id as another implementation computes it: %#', async (password, cost, step) => {
    const salt = Uint8Array.from({ length: 16 }, (_, index) => index * step);
    const expected = await argon2id({
      password,
      salt,
      parallelism: cost.p,
      iterations: cost.t,
      memorySize: cost.m,
      hashLength: 32,
      outputType: 'hex',
    });
    const key = await passphraseToKey(bytesOf(password), salt, cost);
    expect(key.toString('hex')).toBe(expected);
  });

  it('allows what is neither cheap nor a memory bomb, and its own default', () => {
    expect(isKdfCostAllowed(defaultKdfCost)).toBe(true);
    expect(isKdfCostAllowed(testKdf)).toBe(true);
    expect(isKdfCostAllowed({ m: 1_048_576, t: 10, p: 1 })).toBe(true);
    for (const cost of [
      { m: 65_535, t: 3, p: 1 },
      { m: 8, t: 3, p: 1 },
      { m: 2 ** 31, t: 3, p: 1 },
      { m: 65_536, t: 0, p: 1 },
      { m: 65_536, t: 2 ** 31, p: 1 },
      { m: 65_536, t: 3, p: 2 },
    ]) {
      expect(isKdfCostAllowed(cost)).toBe(false);
    }
  });

  it('refuses a cost out of bounds before it runs', async () => {
    const cost = { m: 2 ** 31, t: 3, p: 1 } as const;
    await expect(passphraseToKey(bytesOf('x'), new Uint8Array(16), cost)).rejects.toThrow('out of bounds');
  });

  it('reads composed and decomposed letters as the same passphrase', () => {
    const composed = bytesOf('caf\u00e9 \u00c5ngstr\u00f6m \ufb01n');
    const decomposed = bytesOf('cafe\u0301 A\u030angstro\u0308m fin');
    expect(normalisePassphrase(decomposed)).toEqual(normalisePassphrase(composed));
  });

  it('takes bytes that are not UTF-8 as they are, so that two of them never become one', () => {
    const one = Uint8Array.of(0xff, 0x61);
    const other = Uint8Array.of(0xfe, 0x61);
    expect(normalisePassphrase(one)).toEqual(one);
    expect(normalisePassphrase(one)).not.toEqual(normalisePassphrase(other));
  });

  it('gives every purpose and every journal a key of its own', () => {
    const key = new Uint8Array(32).fill(9);
    const keys = [
      deriveKey(key, 'one', 'db'),
      deriveKey(key, 'one', 'header-mac'),
      deriveKey(key, 'one', 'wrap'),
      deriveKey(key, 'other', 'db'),
    ].map((derived) => derived.toString('hex'));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
