import type { PromptId } from '../id';
import type { DocumentNode, JournalDocument } from './schema';

/** Bits of a text's `format`, Lexical's own numbers. No other mark is written. */
export const marks = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  code: 16,
  highlight: 128,
} as const;
export const allMarks = Object.values(marks).reduce((sum, bit) => sum | bit, 0);

export type HeadingTag = 'h1' | 'h2' | 'h3';
export type ListKind = 'bullet' | 'number' | 'check';

interface ListLine {
  readonly children: readonly DocumentNode[];
  /** For checklists; ignored elsewhere. */
  readonly isChecked?: boolean;
  /** Lists one level deeper, shown below this line. */
  readonly nested?: readonly ListBlock[];
}

export interface ListBlock {
  readonly kind: ListKind;
  /** First number of a numbered list; 1 unless given. */
  readonly start?: number;
  readonly lines: readonly ListLine[];
}

const block = { direction: null, format: '', indent: 0, version: 1 } as const;

/** `format` is a sum of `marks`. */
export const createText = (text: string, format = 0): DocumentNode => ({
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text,
  type: 'text',
  version: 1,
});

export const createLineBreak = (): DocumentNode => ({ type: 'linebreak', version: 1 });

export const createLink = (url: string, children: readonly DocumentNode[]): DocumentNode => ({
  ...block,
  children,
  rel: null,
  target: null,
  title: null,
  url,
  type: 'link',
});

/** Lexical notes the marks of the first text on the paragraph. */
const firstFormat = (children: readonly DocumentNode[]): unknown =>
  children.find((child) => child.type === 'text' || child.type === 'tab')?.format ?? 0;

export const createParagraph = (children: readonly DocumentNode[] = []): DocumentNode => ({
  ...block,
  children,
  textFormat: firstFormat(children),
  textStyle: '',
  type: 'paragraph',
});

export const createHeading = (tag: HeadingTag, children: readonly DocumentNode[]): DocumentNode => ({
  ...block,
  children,
  tag,
  type: 'heading',
});

export const createQuote = (children: readonly DocumentNode[]): DocumentNode => ({
  ...block,
  children,
  type: 'quote',
});

/** Lines for a machine, as they are. `language` is what a Markdown fence names, if anything. */
export const createCode = (text: string, language = ''): DocumentNode => ({
  ...block,
  children: text
    .split('\n')
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [createLineBreak()]),
      ...(line === '' ? [] : [createText(line)]),
    ]),
  ...(language === '' ? {} : { language }),
  type: 'code',
});

const headerStates = { none: 0, row: 1 } as const;

const createCell = (children: readonly DocumentNode[], header: keyof typeof headerStates): DocumentNode => ({
  ...block,
  backgroundColor: null,
  children: [createParagraph(children)],
  colSpan: 1,
  headerState: headerStates[header],
  rowSpan: 1,
  type: 'tablecell',
});

/** `rows`: the inside of each cell, row by row, each row as long as the others. With a header its first row names the columns. */
export const createTable = (
  rows: readonly (readonly (readonly DocumentNode[])[])[],
  header: 'first row' | 'none',
): DocumentNode => ({
  ...block,
  children: rows.map((cells, index) => ({
    ...block,
    children: cells.map((cell) => createCell(cell, header === 'first row' && index === 0 ? 'row' : 'none')),
    type: 'tablerow',
  })),
  type: 'table',
});

export const createDivider = (): DocumentNode => ({ type: 'horizontalrule', version: 1 });

/** The question stands inside as text, so that search, export and screen readers have it. */
export const createPrompt = (promptId: PromptId, question: string): DocumentNode => ({
  ...block,
  children: [{ ...createText(question), mode: 'token' }],
  promptId,
  type: 'prompt',
});

export const createList = (list: ListBlock, depth = 0): DocumentNode => {
  const start = list.kind === 'number' ? (list.start ?? 1) : 1;
  const items: DocumentNode[] = [];
  let value = start;
  const addItem = (children: readonly DocumentNode[], isChecked: boolean): void => {
    const checked = list.kind === 'check' ? { checked: isChecked } : {};
    items.push({ ...block, ...checked, children, indent: depth, value, type: 'listitem' });
  };
  for (const line of list.lines) {
    addItem(line.children, line.isChecked ?? false);
    value += 1;
    // Lexical keeps a deeper list in an item of its own, after the line it belongs to.
    for (const nested of line.nested ?? []) addItem([createList(nested, depth + 1)], false);
  }
  return {
    ...block,
    children: items,
    listType: list.kind,
    start,
    tag: list.kind === 'number' ? 'ol' : 'ul',
    type: 'list',
  };
};

/** A document of these blocks, or of one empty paragraph when there are none. */
export const createDocument = (blocks: readonly DocumentNode[]): JournalDocument => ({
  root: { ...block, children: blocks.length === 0 ? [createParagraph()] : blocks, type: 'root' },
});

/** A page that opens with a prompt and a place to answer it. */
export const createPromptedDocument = (promptId: PromptId, question: string): JournalDocument =>
  createDocument([createPrompt(promptId, question), createParagraph()]);
