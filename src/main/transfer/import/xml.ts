import { SaxesParser } from 'saxes';
import { createXmlDecoder, type TextEncoding } from './xmlDecoder';

export type { TextEncoding } from './xmlDecoder';

/** It can't be read as XML, or is nested or named as nothing that a program writes. */
export class XmlNotReadable extends Error {}

export interface XmlElement {
  /** Without a prefix: programs choose them freely. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlReader {
  /** `path`: names from the outermost, this one included. */
  readonly open?: (element: XmlElement, path: readonly string[]) => void;
  /** `text`: what stood directly in it, trimmed; only of elements that `isRead` names. */
  readonly close?: (name: string, text: string, path: readonly string[]) => void;
  readonly isRead?: (name: string, path: readonly string[]) => boolean;
}

const deepest = 64;
/** Code units of one text that is read. */
const longestText = 100_000;
/** Bytes between the beginnings of two elements: a name, an attribute or a comment that goes on and on. */
const longestPiece = 8 * 2 ** 20;

function refuse(why: string): never {
  throw new XmlNotReadable(why);
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML as it comes, in memory that does not grow with it. A document type is stepped over and defines nothing: no entity of it is
 * ever filled in, and nothing is fetched. Blanks before the declaration are forgiven. Throws `XmlNotReadable`.
 */
export async function readXml(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  { open, close, isRead }: XmlReader,
): Promise<{ readonly encoding: TextEncoding }> {
  const decoder = createXmlDecoder();
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const path: string[] = [];
  const texts: (string | null)[] = [];
  parser.on('error', (error) => refuse(error.message));
  let since = 0;
  parser.on('opentag', ({ name, attributes }) => {
    since = 0;
    const local = localName(name);
    if (path.length >= deepest) refuse('nested too deeply');
    path.push(local);
    texts.push(isRead?.(local, path) === true ? '' : null);
    open?.({ name: local, attributes: withLocalNames(attributes) }, path);
  });
  const add = (text: string): void => {
    const last = texts.at(-1);
    if (typeof last !== 'string') return;
    if (last.length + text.length > longestText) refuse('a text is too long');
    texts[texts.length - 1] = last + text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    const text = texts.pop() ?? null;
    close?.(localName(name), text?.trim() ?? '', path);
    path.pop();
  });
  let hasBegun = false;
  for await (const chunk of chunks) {
    let text = decoder.decode(chunk);
    if (!hasBegun) text = text.trimStart();
    hasBegun ||= text !== '';
    since += chunk.length;
    if (since > longestPiece) refuse('a piece is too long');
    parser.write(text);
  }
  if (!hasBegun) refuse('there is nothing in it');
  parser.close();
  return { encoding: decoder.encoding() };
}

/** Most have no prefix at all, and there can be millions of them. */
function withLocalNames(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names = Object.keys(attributes);
  if (!names.some((name) => name.includes(':'))) return attributes;
  return Object.fromEntries(names.map((name) => [localName(name), attributes[name] ?? '']));
}
