import {
  createDocument,
  createLineBreak,
  createParagraph,
  createText,
} from '../../../../shared/document/createDocument';
import type { DocumentNode, JournalDocument } from '../../../../shared/document/schema';

/** A text without marks, word for word: an empty line parts paragraphs. */
export const plainToDocument = (text: string): JournalDocument => createDocument(plainToBlocks(text));

const plainToBlocks = (text: string): readonly DocumentNode[] =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((part) => part.replace(/^\n+|\s+$/g, ''))
    .filter((part) => part.trim() !== '')
    .map((part) => createParagraph(linesToNodes(part.split('\n'))));

const linesToNodes = (lines: readonly string[]): readonly DocumentNode[] =>
  lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [createLineBreak()]),
    ...(line === '' ? [] : [createText(line)]),
  ]);

/** A page with more below it. */
export const withBlocks = (page: JournalDocument, more: readonly DocumentNode[]): JournalDocument =>
  more.length === 0 ? page : createDocument([...(page.root.children ?? []), ...more]);

/** "People: Ada, Max", below a page; nothing where there are none. */
export const lineBelow = (label: string, parts: readonly string[]): readonly DocumentNode[] =>
  parts.length === 0 ? [] : [createParagraph([createText(`${label}: ${parts.join(', ')}`)])];
