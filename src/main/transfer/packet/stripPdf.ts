/**
 * Takes out of a PDF of Chromium's whatever is said about it beside its title and its dates: which program made it, on which
 * system. The words are overwritten with blanks, so that nothing else of the file moves. Null where the file is not as Chromium
 * writes it: what cannot be taken out is not given away.
 */
export function stripPdf(pdf: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(pdf);
  // Bytes as letters, one for one.
  const text = bytes.toString('latin1');
  if (/\/Type\s*\/Metadata\b/.test(text)) return null;
  const info = findInfo(text);
  if (info === null) return null;
  let at = info.from;
  const left: string[] = [];
  while (at < info.to) {
    const key = /^\s*\/([A-Za-z]+)\s*/.exec(text.slice(at, info.to));
    if (key === null) break;
    const [begins, name = ''] = [at, key[1]];
    const ends = endOfValue(text, at + key[0].length, info.to);
    if (ends === null) return null;
    if (keptKeys.has(name)) left.push(name);
    else bytes.fill(' ', begins, ends);
    at = ends;
  }
  return text.slice(at, info.to).trim() === '' && left.includes('Title') ? new Uint8Array(bytes) : null;
}

const keptKeys = new Set(['Title', 'CreationDate', 'ModDate']);

/** Where the dictionary stands that the trailer calls `Info`: what is between its brackets. */
function findInfo(text: string): { readonly from: number; readonly to: number } | null {
  const trailer = text.lastIndexOf('trailer');
  const reference = trailer === -1 ? null : /\/Info (\d+) (\d+) R/.exec(text.slice(trailer));
  if (reference === null) return null;
  const head = new RegExp(`(?:^|[\\r\\n])${reference[1]} ${reference[2]} obj\\s*<<`, 'g');
  const heads = [...text.matchAll(head)];
  const [only] = heads;
  if (only === undefined || heads.length > 1) return null;
  const from = only.index + only[0].length;
  const to = endOfDictionary(text, from);
  return to === null ? null : { from, to };
}

function endOfDictionary(text: string, from: number): number | null {
  for (let at = from; at < text.length;) {
    if (text.startsWith('>>', at)) return at;
    if (text[at] === '(') {
      const ends = endOfString(text, at);
      if (ends === null) return null;
      at = ends;
    } else at += 1;
  }
  return null;
}

/** A string in either of its forms; the values of this dictionary are nothing else. */
function endOfValue(text: string, from: number, limit: number): number | null {
  if (text[from] === '(') return endOfString(text, from);
  if (text[from] !== '<') return null;
  const ends = text.indexOf('>', from);
  return ends === -1 || ends >= limit ? null : ends + 1;
}

/** Brackets within may be paired or escaped. */
function endOfString(text: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '(') depth += 1;
    else if (text[at] === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}
