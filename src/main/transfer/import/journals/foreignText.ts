import { z } from 'zod';
import { bytesToText } from '../table';
import type { ForeignFiles } from './foreignFiles';
import { ForeignNotReadable, type Assumption } from './foreignJournal';

/** A whole text: UTF-8 or UTF-16, else as Windows wrote it in the west, which is noted in `assumed`. */
export async function readText(
  files: ForeignFiles,
  name: string,
  assumed: Set<Assumption>,
  limit?: number,
): Promise<string> {
  const { text, encoding } = bytesToText(await files.read(name, limit));
  if (encoding === 'windows-1252') assumed.add('windows-1252');
  return text;
}

/** The beginning of a text, to tell what it is; a character cut in two at its end doesn't matter. */
export async function startOfText(files: ForeignFiles, name: string, length: number): Promise<string> {
  const bytes = await files.start(name, length);
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) return bytesToText(bytes.subarray(0, bytes.length & ~1)).text;
  return new TextDecoder('utf-8').decode(bytes);
}

const deepestJson = 200;

/** Throws `ForeignNotReadable` for what is no JSON, or is nested deeper than any journal. */
export function parseJson(text: string): unknown {
  if (depthOf(text) > deepestJson) throw new ForeignNotReadable('nested too deep');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ForeignNotReadable('not JSON', { cause });
  }
}

const [quote, backslash] = [0x22, 0x5c];
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInText) {
      if (code === backslash) at += 1;
      else if (code === quote) isInText = false;
    } else if (code === quote) isInText = true;
    else if (opening.has(code)) deepest = Math.max(deepest, (depth += 1));
    else if (closing.has(code)) depth -= 1;
  }
  return deepest;
}

/** What may be missing, or be something else in another version: null then. */
export const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullable().default(null).catch(null);

/** The same for a list: what is none is empty, and of its parts each is read by itself. */
export const partsOf = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(z.unknown())
    .catch([])
    .default([])
    .transform((parts): readonly z.infer<Schema>[] =>
      parts.flatMap((part) => {
        const read = schema.safeParse(part);
        return read.success ? [read.data] : [];
      }),
    );

/** What a list of words holds: another version may write figures or more in it, which are said as they stand. Nothing is none. */
export const said = z
  .unknown()
  .refine((part) => part !== null && part !== undefined)
  .transform((part) => (typeof part === 'string' ? part : JSON.stringify(part)));

const isoPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/;

/** Milliseconds since 1970-01-01T00:00Z of an instant in ISO 8601; null for anything without a zone or an offset. */
export function isoToInstant(text: string | null | undefined): number | null {
  if (text === null || text === undefined || !isoPattern.test(text)) return null;
  const at = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? null : at;
}
