import { promptIdSchema, type PromptId } from '../id';
import { imageWords } from './image';
import type { DocumentNode, JournalDocument } from './schema';

/** Blocks whose children are blocks again; every other node with children is a line of text of its own. */
const containers = new Set(['root', 'list', 'listitem', 'quote', 'table', 'tablerow', 'tablecell']);

function inlineText(node: DocumentNode): string {
  if (node.type === 'linebreak') return '\n';
  if (node.type === 'tab') return '\t';
  if (node.text !== undefined) return node.text;
  return (node.children ?? []).map(inlineText).join('');
}

const isInline = (node: DocumentNode): boolean =>
  node.text !== undefined || node.type === 'linebreak' || node.type === 'link' || node.type === 'autolink';

function collectLines(node: DocumentNode, lines: string[], visit: (block: DocumentNode) => boolean): void {
  if (!visit(node)) return;
  if (node.type === 'image') {
    // One without words is no line: it would stand for a title.
    if (imageWords(node) !== '') lines.push(imageWords(node));
    return;
  }
  const children = node.children ?? [];
  if (!containers.has(node.type) || children.some(isInline)) {
    lines.push(
      children
        .filter((child) => child.type !== 'list')
        .map(inlineText)
        .join(''),
    );
    for (const child of children) if (child.type === 'list') collectLines(child, lines, visit);
    return;
  }
  for (const child of children) collectLines(child, lines, visit);
}

/** Every word of a document, one line a block. Prompts are included, as their own lines. */
export function documentToPlainText(document: JournalDocument): string {
  const lines: string[] = [];
  collectLines(document.root, lines, () => true);
  return lines.join('\n').trim();
}

const ownTexts = new WeakMap<JournalDocument, string>();

/** Only what the person wrote: `documentToPlainText` without the prompts. A document never changes, so each is read once. */
export function documentToOwnText(document: JournalDocument): string {
  const known = ownTexts.get(document);
  if (known !== undefined) return known;
  const lines: string[] = [];
  collectLines(document.root, lines, (block) => block.type !== 'prompt');
  const text = lines.join('\n').trim();
  ownTexts.set(document, text);
  return text;
}

/** Prompts in a document, in order, each once. */
export function documentToPromptIds(document: JournalDocument): readonly PromptId[] {
  const found = new Set<PromptId>();
  const walk = (node: DocumentNode): void => {
    if (node.type === 'prompt') {
      const id = promptIdSchema.safeParse(node.promptId);
      if (id.success) found.add(id.data);
    }
    for (const child of node.children ?? []) walk(child);
  };
  walk(document.root);
  return [...found];
}

/** At most `length` code units, with an ellipsis where something was left out; not within a word, if that is no very long one. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  const isWithinWord = /^\S/u.test(text.slice(start.length));
  return `${(isWithinWord ? start.replace(/\s\S{1,24}$/u, '') : start).trimEnd()}…`;
}

/** First line and what follows it, short enough for a list: at most 120 and 240 code units. */
export function textToTitleAndExcerpt(ownText: string): { readonly title: string; readonly excerpt: string } {
  const lines = ownText
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 0);
  const [first = '', ...rest] = lines.slice(0, 12);
  return { title: clip(first, 120), excerpt: clip(rest.join(' '), 240) };
}

/** True when there is nothing a person would miss: no text and no block that carries something without text. */
export function isDocumentEmpty(document: JournalDocument): boolean {
  const carries = (node: DocumentNode): boolean =>
    node.type === 'image' ||
    node.type === 'horizontalrule' ||
    (node.text ?? '').trim().length > 0 ||
    (node.type !== 'prompt' && (node.children ?? []).some(carries));
  return !carries(document.root);
}
