const letterOrDigit = /^[\p{L}\p{N}]/u;
const firstBeyondOneUnit = 0x1_00_00;

/** For each UTF-16 unit: 1 letter or digit, 2 anything else, 0 not met yet. Asking a pattern takes twenty times as long. */
const kinds = new Uint8Array(firstBeyondOneUnit);

function isLetter(code: number): boolean {
  if (code >= firstBeyondOneUnit) return letterOrDigit.test(String.fromCodePoint(code));
  const known = kinds[code];
  if (known === 1 || known === 2) return known === 1;
  const is = letterOrDigit.test(String.fromCharCode(code));
  kinds[code] = is ? 1 : 2;
  return is;
}

/** An apostrophe, straight or curled, and a hyphen. */
const isJoint = (code: number): boolean => code === 0x27 || code === 0x20_19 || code === 0x2d;

/** Runs of letters and digits, with apostrophes and hyphens inside a word. Counted at every key, so a character at a time. */
export function countWords(text: string): number {
  let words = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code >= firstBeyondOneUnit) at += 1;
    if (isLetter(code)) {
      if (!isInWord) words += 1;
      isInWord = true;
    } else {
      isInWord = isInWord && isJoint(code) && isLetter(text.codePointAt(at + 1) ?? 0);
    }
  }
  return words;
}
