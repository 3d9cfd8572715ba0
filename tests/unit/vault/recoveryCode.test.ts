import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import {
  chooseGroups,
  isGroupTyped,
  recoveryCodeToSecret,
  secretToRecoveryCode,
  splitCode,
} from '../../../src/main/vault/recoveryCode';
import { bytesOf } from '../../support/journalFixture';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const random = createSeededRandom(20);
const secrets = [
  new Uint8Array(16),
  new Uint8Array(16).fill(0xff),
  ...Array.from({ length: 60 }, () => random.bytes(16)),
];
const read = (text: string) => recoveryCodeToSecret(bytesOf(text));

/** What a person may write where the alphabet has one sign. */
const looksLike: Record<string, string> = { O: '0', o: '0', I: '1', i: '1', L: '1', l: '1' };
const valueOf = (symbol: string) => alphabet.indexOf(looksLike[symbol] ?? symbol.toUpperCase());

describe('a recovery code', () => {
  it('carries 128 bits in six groups, 29 signs, and gives them back', () => {
    for (const secret of secrets) {
      const code = secretToRecoveryCode(secret);
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(read(code)).toEqual(secret);
      expect(splitCode(code).join('-')).toBe(code);
    }
    const codes = Array.from({ length: 200 }, () => secretToRecoveryCode(new Uint8Array(randomBytes(16))));
    expect(new Set(codes).size).toBe(200);
  });

  it('has a form that stays: a code on paper opens the journal in 27 years', () => {
    expect(secretToRecoveryCode(Uint8Array.from({ length: 16 }, (_, index) => index))).toBe(
      '000G4-0R40M-30E20-9185G-R38E1-WXKE',
    );
  });

  it('is read however it is written: small, O for 0, I and L for 1, spaces and other dashes', () => {
    for (const secret of secrets) {
      const code = secretToRecoveryCode(secret);
      const written = [
        code.toLowerCase(),
        code.replaceAll('-', ''),
        code.replaceAll('-', ' '),
        `  ${code.replaceAll('-', ' - ')}\n`,
        code.replaceAll('-', '\u2013'),
        code.replaceAll('-', '\u2011'),
        code.replaceAll('-', '\u00a0'),
        code.replaceAll('0', 'O'),
        code.replaceAll('0', 'o').replaceAll('1', 'l'),
        code.replaceAll('1', 'I'),
        code.replaceAll('1', 'i'),
        code.replaceAll('1', 'L'),
      ];
      for (const text of written) expect(read(text)).toEqual(secret);
    }
  });

  it('with any one sign wrong is no code: every place, every other sign', () => {
    let tried = 0;
    const unread: string[] = [];
    for (const secret of secrets) {
      const symbols = secretToRecoveryCode(secret).replaceAll('-', '');
      for (let place = 0; place < symbols.length; place += 1) {
        const right = symbols.charAt(place);
        for (let code = 0x21; code < 0x7f; code += 1) {
          const other = String.fromCharCode(code);
          if (other === '-' || valueOf(other) === alphabet.indexOf(right)) continue;
          tried += 1;
          const typed = symbols.slice(0, place) + other + symbols.slice(place + 1);
          if (read(typed) !== null) unread.push(typed);
        }
      }
    }
    expect(unread).toEqual([]);
    expect(tried).toBeGreaterThan(secrets.length * 29 * 31);
  });

  it('with two neighbours exchanged, or two signs with one between them, is no code', () => {
    const unread: string[] = [];
    for (const secret of secrets) {
      const symbols = [...secretToRecoveryCode(secret).replaceAll('-', '')];
      for (const distance of [1, 2]) {
        for (let place = 0; place + distance < symbols.length; place += 1) {
          const typed = [...symbols];
          const [one = '', other = ''] = [symbols[place], symbols[place + distance]];
          if (one === other) continue;
          typed[place] = other;
          typed[place + distance] = one;
          if (read(typed.join('')) !== null) unread.push(typed.join(''));
        }
      }
    }
    expect(unread).toEqual([]);
  });

  it('with a sign missing, a sign too many or anything else is no code', () => {
    for (const secret of secrets.slice(2, 12)) {
      const symbols = secretToRecoveryCode(secret).replaceAll('-', '');
      for (let place = 0; place < symbols.length; place += 1) {
        expect(read(symbols.slice(0, place) + symbols.slice(place + 1))).toBeNull();
        for (const extra of alphabet)
          expect(read(symbols.slice(0, place) + extra + symbols.slice(place))).toBeNull();
      }
      expect(read(`${symbols}U`)).toBeNull();
      expect(read(`${symbols}\u0000`)).toBeNull();
    }
    for (const text of ['', '-', 'my dog is called Rex', '0'.repeat(29), 'Z'.repeat(4096)])
      expect(read(text)).toBeNull();
    expect(recoveryCodeToSecret(new Uint8Array(4096).fill(0xe2))).toBeNull();
  });

  it('asks for two different groups, each of the six in its turn', () => {
    const asked = Array.from({ length: 600 }, () => chooseGroups(random.bytes));
    expect(asked.every(([first, second]) => first >= 0 && first < second && second <= 5)).toBe(true);
    expect(new Set(asked.flat())).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  });

  it('takes a group however it is written, and no other', () => {
    expect(isGroupTyped('R0C1K', ' r0cik ')).toBe(true);
    expect(isGroupTyped('R0C1K', 'ROCLK')).toBe(true);
    for (const typed of ['R0C1', 'R0C1KK', 'R0C2K', '', 'R0C1K-R0C1K', 'R\u00d6C1K'])
      expect(isGroupTyped('R0C1K', typed)).toBe(false);
  });
});
