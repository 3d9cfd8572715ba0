import { inflateSync } from 'node:zlib';

/** A file of Chromium's, taken apart as far as words could hide in it. No tool has to be installed for it. */
export interface ReadPdf {
  /** Words as they are drawn, page by page, without the blanks between them. */
  readonly pages: readonly string[];
  /** Everything else that is text: bookmarks, descriptions of pictures, what is said about the file. */
  readonly strings: readonly string[];
  /** Every byte, unpacked where it was packed, as one letter each. */
  readonly bytes: string;
}

interface PdfObject {
  readonly head: string;
  readonly stream: string | null;
}

export function readPdf(file: Buffer): ReadPdf {
  const objects = readObjects(file);
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', number = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? '')?.[1];
      if (toUnicode !== undefined) fonts.set(name, readMap(objects.get(toUnicode)?.stream ?? ''));
    }
  }
  const all = [...objects.values()];
  return {
    pages: pagesOf(objects).map((contents) => drawnText(contents, fonts)),
    strings: all.flatMap(({ head }) => readStrings(head)),
    bytes: [file.toString('latin1'), ...all.map(({ stream }) => stream ?? '')].join('\n'),
  };
}

function readObjects(file: Buffer): ReadonlyMap<string, PdfObject> {
  const text = file.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const { 1: number = '', index, 0: start } of text.matchAll(/(?<=[\r\n])(\d+) 0 obj\s/g)) {
    const from = index + start.length;
    const end = text.indexOf('endobj', from);
    const begins = text.slice(from, end).search(/stream\r?\n/);
    if (begins === -1) {
      objects.set(number, { head: text.slice(from, end), stream: null });
      continue;
    }
    const head = text.slice(from, from + begins);
    const data = from + begins + (/^stream\r?\n/.exec(text.slice(from + begins))?.[0].length ?? 0);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const packed = file.subarray(data, data + length);
    const stream = head.includes('/FlateDecode') ? inflateSync(packed) : packed;
    objects.set(number, { head, stream: stream.toString('latin1') });
  }
  return objects;
}

/** What each page draws, in the order of the pages. */
function pagesOf(objects: ReadonlyMap<string, PdfObject>): readonly string[] {
  const root = [...objects].find(([, { head }]) => /\/Type \/Catalog/.test(head));
  const collect = (number: string | undefined): readonly string[] => {
    const head = objects.get(number ?? '')?.head ?? '';
    if (/\/Type \/Pages/.test(head)) {
      const kids = /\/Kids \[([^\]]*)\]/.exec(head)?.[1] ?? '';
      return [...kids.matchAll(/(\d+) 0 R/g)].flatMap((kid) => collect(kid[1]));
    }
    const contents = /\/Contents (\d+) 0 R/.exec(head)?.[1];
    return [objects.get(contents ?? '')?.stream ?? ''];
  };
  return collect(/\/Pages (\d+) 0 R/.exec(root?.[1].head ?? '')?.[1]);
}

const codeToText = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** What letter each sign of a font stands for. */
function readMap(cmap: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  for (const [, lines = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of lines.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/gi)) {
      letters.set(Number.parseInt(code, 16), codeToText(text));
    }
  }
  for (const [, lines = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', text = ''] of lines.matchAll(
      /<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/gi,
    )) {
      const start = Number.parseInt(first, 16);
      for (let code = start; code <= Number.parseInt(last, 16); code += 1) {
        letters.set(code, String.fromCodePoint(Number.parseInt(text, 16) + code - start));
      }
    }
  }
  return letters;
}

/** Signs in the order they are drawn. A font with more than 256 signs has two bytes for each. */
function drawnText(contents: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let letters: ReadonlyMap<number, string> = new Map();
  let drawn = '';
  for (const [, font, hex, more] of contents.matchAll(
    /\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj|\[([^\]]*)\] TJ/g,
  )) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    const codes = hex ?? [...(more ?? '').matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, each]) => each).join('');
    const size = [...letters.keys()].some((code) => code > 255) || codes.length % 4 === 0 ? 4 : 2;
    const wide = letters.size > 0 && size === 4 && !letters.has(Number.parseInt(codes.slice(0, 2), 16));
    for (let at = 0; at < codes.length; at += wide ? 4 : 2) {
      drawn += letters.get(Number.parseInt(codes.slice(at, at + (wide ? 4 : 2)), 16)) ?? '';
    }
  }
  return drawn.replaceAll(/\s+/g, '');
}

/** Both ways of writing a string, and both of its encodings. */
function readStrings(head: string): readonly string[] {
  const found: string[] = [];
  for (const [, hex = ''] of head.matchAll(/<([0-9A-Fa-f]{4,})>/g)) {
    found.push(
      hex.startsWith('FEFF') ? codeToText(hex.slice(4)) : Buffer.from(hex, 'hex').toString('latin1'),
    );
  }
  for (const [, text = ''] of head.matchAll(/\(((?:[^()\\]|\\[\s\S])*)\)/g)) {
    const bytes = text.replaceAll(/\\(\d{1,3}|[\s\S])/g, (_all, sign: string) =>
      /^\d/.test(sign) ? String.fromCodePoint(Number.parseInt(sign, 8)) : sign,
    );
    found.push(
      bytes.startsWith('þÿ') ? Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le') : bytes,
    );
  }
  return found;
}

/** Wherever a word stands in a file, in plain or in any form a reader would turn into it. */
export function findInPdf({ pages, strings, bytes }: ReadPdf, word: string): readonly string[] {
  const bare = word.replaceAll(/\s+/g, '').toLowerCase();
  const wide = Buffer.from(word, 'utf16le').swap16();
  return [
    ...pages.flatMap((page, index) => (page.toLowerCase().includes(bare) ? [`page ${index + 1}`] : [])),
    ...strings.filter((text) => text.replaceAll(/\s+/g, '').toLowerCase().includes(bare)),
    ...[word, Buffer.from(word).toString('latin1'), wide.toString('latin1'), wide.toString('hex')].flatMap(
      (form) => (bytes.toLowerCase().includes(form.toLowerCase()) ? ['bytes'] : []),
    ),
  ];
}
