import { hash } from 'node:crypto';
import { createDocument } from '../../../../shared/document/createDocument';
import { documentToPlainText, documentToPromptIds } from '../../../../shared/document/plainText';
import type { DocumentNode, JournalDocument } from '../../../../shared/document/schema';
import { foldTag } from '../../../../shared/search/foldTag';
import { toWords } from '../../export/jrnl';

/** Title and text as one: a program without titles puts them above the text. */
export const wordsOf = (title: string | null, document: JournalDocument): string =>
  `${title ?? ''}\n${documentToPlainText(document)}`.normalize('NFC').trim();

/** The same words on the same day have the same key, however they are broken into lines. What was written in decades is not kept for it. */
export const keyOfWords = (day: string, words: string): string =>
  hash('sha256', `${day}\n${words.replaceAll(/\s+/gu, ' ').trim()}`, 'base64');

export const hasPictures = ({ root }: JournalDocument): boolean =>
  (root.children ?? []).some(({ type }) => type === 'image');

/** As a program tells it that has words in the place of a picture. */
export const withoutPictures = ({ root }: JournalDocument): JournalDocument =>
  createDocument((root.children ?? []).map((block) => (block.type === 'image' ? toWords(block) : block)));

/** What an entry holds beside its words and its pictures, by names that can be compared. */
export function holdingsOf(
  document: JournalDocument,
  tags: readonly string[],
  isStarred: boolean,
): ReadonlySet<string> {
  const found = new Set([
    ...tags.map((tag) => `tag ${tagName(tag)}`),
    ...(isStarred ? ['star'] : []),
    ...documentToPromptIds(document).map((id) => `prompt ${id}`),
  ]);
  const walk = (node: DocumentNode): void => {
    if (typeof node['url'] === 'string') found.add(`link ${node['url']}`);
    if (node['checked'] === true)
      found.add(`done ${documentToPlainText(createDocument(node.children ?? []))}`);
    for (const child of node.children ?? []) walk(child);
  };
  walk(document.root);
  return found;
}

/** Elsewhere a tag is one word: "long walk" is "long-walk" there. */
const tagName = (tag: string): string =>
  foldTag(tag)
    .replaceAll(/[^\p{L}\p{M}\p{N}_+*#/-]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '') || tag;

/** Without a last line that says its tags once more, as jrnl does, which has no other place for them. */
export function withoutTagLine(words: string, tags: readonly string[]): string {
  const lines = words.split('\n');
  const names = new Set(tags.map(tagName));
  const last = (lines.at(-1) ?? '').trim().split(/\s+/);
  return last.every((word) => word.startsWith('@') && names.has(tagName(word.slice(1))))
    ? lines.slice(0, -1).join('\n').trim()
    : words;
}

/** Those with which no word behind an at sign begins. jrnl finds them in the text with its marks, where they can end sooner, or with the marks behind them. */
export function tagsNotSaid(words: string, tags: readonly string[]): readonly string[] {
  if (tags.length === 0) return tags;
  const said = words.split(/\s+/).flatMap((word) => (word.startsWith('@') ? [foldTag(word.slice(1))] : []));
  return tags.filter((tag) => {
    const bare = foldTag(tag).replace(/[*_+#/-]+$/, '');
    return bare === '' || !said.some((word) => word.startsWith(bare));
  });
}
