type Decoder = InstanceType<typeof TextDecoder>;

export type TextEncoding = 'utf' | 'windows-1252';

export interface XmlDecoder {
  readonly decode: (chunk: Uint8Array) => string;
  /** What the text turned out to be. One that says itself what it is has nothing to be told about. */
  readonly encoding: () => TextEncoding;
}

/** Bytes in which a declaration says how the rest is written. */
const declaration = 200;

/** The text of XML as it comes: as it says itself, else UTF-8, and from the first piece that is none as Windows wrote it in the west. */
export function createXmlDecoder(): XmlDecoder {
  let decoder: Decoder | undefined;
  let encoding: TextEncoding = 'utf';
  let cut: Uint8Array = new Uint8Array();
  return {
    encoding: () => encoding,
    decode: (chunk) => {
      decoder ??= declaredDecoder(chunk) ?? new TextDecoder('utf-8', { fatal: true });
      const before = cut;
      if (decoder.fatal) cut = cutCharacter(chunk);
      try {
        return decoder.decode(chunk, { stream: true });
      } catch {
        encoding = 'windows-1252';
        decoder = new TextDecoder('windows-1252');
        return decoder.decode(before, { stream: true }) + decoder.decode(chunk, { stream: true });
      }
    },
  };
}

/** Null where nothing is said but UTF-8, or what can't be with a declaration that reads as ASCII. */
function declaredDecoder(chunk: Uint8Array): Decoder | null {
  const start = Buffer.from(chunk.subarray(0, declaration)).toString('latin1');
  const label = /^\s*<\?xml\s[^>]*encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1];
  if (label === undefined || /^(?:utf-?(?:8|16|32)|ucs|us-ascii)/i.test(label)) return null;
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

/** The beginning of a character whose rest comes with the next piece. */
function cutCharacter(chunk: Uint8Array): Uint8Array {
  for (let length = 1; length <= Math.min(3, chunk.length); length += 1) {
    const byte = chunk.at(-length) ?? 0;
    if (byte < 0x80) break;
    const whole = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (whole > 0) return whole > length ? chunk.slice(-length) : new Uint8Array();
  }
  return new Uint8Array();
}
