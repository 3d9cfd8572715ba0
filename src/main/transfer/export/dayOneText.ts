import { createHash } from 'node:crypto';
import {
  createDocument,
  createParagraph,
  createQuote,
  createText,
  marks,
} from '../../../shared/document/createDocument';
import { imageWords, nodeToImage } from '../../../shared/document/image';
import { documentToMarkdown } from '../../../shared/document/markdown';
import { nodesToRuns, type InlineRun } from '../../../shared/document/markdown/inlineRuns';
import type { DocumentNode, JournalDocument } from '../../../shared/document/schema';
import type { ImageId } from '../../../shared/id';

interface Line {
  readonly header: number;
  readonly listStyle?: string;
  readonly listIndex?: number;
  readonly indentLevel?: number;
  readonly checked?: boolean;
  readonly quote?: boolean;
  readonly codeBlock?: boolean;
}

type Piece =
  | { readonly runs: readonly InlineRun[]; readonly line: Line }
  | { readonly embedded: { readonly type: string; readonly identifier?: string } };

/** Breaks a line without ending it. */
const softBreak = '\u2028';
const plainLine: Line = { header: 0 };

/** What Day One calls a picture. */
export const photoIdentifier = (id: ImageId): string => id.replaceAll('-', '').toUpperCase();

/** Day One has no place for the words of a picture, so they stand below it. */
export const withWordsOfPictures = ({ root }: JournalDocument): JournalDocument =>
  createDocument(
    (root.children ?? []).flatMap((block) =>
      block.type === 'image' && imageWords(block) !== ''
        ? [block, createParagraph([createText(imageWords(block), marks.italic)])]
        : [block],
    ),
  );

/** Day One's rich text: the page line by line, as a text of JSON. The same page of the same entry gives the same text. */
export function documentToRichText({ root }: JournalDocument, entryId: string): string {
  const blocks = root.children ?? [];
  const pieces: Piece[] = [];
  for (const [index, block] of blocks.entries()) {
    // An empty line keeps two blocks apart that would run into each other.
    const before = pieces.at(-1);
    if (index > 0 && before !== undefined && 'runs' in before) pieces.push({ runs: [], line: plainLine });
    pieces.push(...blockToPieces(block));
  }
  const contents = pieces.flatMap((piece, index): readonly object[] =>
    'runs' in piece ? toRuns(piece, lineId(entryId, index)) : [{ embeddedObjects: [piece.embedded] }],
  );
  const created = { platform: 'com.bloombuilt.dayone-mac', version: 1 };
  return JSON.stringify({ meta: { version: 1, 'small-lines-removed': true, created }, contents });
}

function lineId(entryId: string, index: number): string {
  const hex = createHash('sha256').update(`${entryId} ${index}`).digest('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

function blockToPieces(block: DocumentNode): readonly Piece[] {
  const children = block.children ?? [];
  switch (block.type) {
    case 'heading':
      return [words(children, { header: { h1: 1, h2: 2 }[String(block.tag)] ?? 3 })];
    case 'quote':
    case 'prompt':
      return [words(children, { header: 0, quote: true })];
    case 'code':
      return codeLines(children).map((text) => ({
        runs: text === '' ? [] : [{ kind: 'text', text, format: 0 }],
        line: { header: 0, codeBlock: true },
      }));
    case 'list':
      return listToPieces(block, 1);
    case 'horizontalrule':
      return [{ embedded: { type: 'horizontalRuleLine' } }];
    case 'image': {
      const image = nodeToImage(block);
      return image === null ? [] : [{ embedded: { type: 'photo', identifier: photoIdentifier(image.id) } }];
    }
    case 'table':
      return children.map((row) => words(rowToInline(row), plainLine));
    default:
      return [words(children, plainLine)];
  }
}

const words = (children: readonly DocumentNode[], line: Line): Piece => ({
  runs: nodesToRuns(children),
  line,
});

const codeLines = (children: readonly DocumentNode[]): readonly string[] =>
  children
    .map((child) => (child.type === 'linebreak' ? '\n' : (child.text ?? '')))
    .join('')
    .split('\n');

/** Day One has no tables: a row is a line. */
const rowToInline = (row: DocumentNode): readonly DocumentNode[] =>
  (row.children ?? []).flatMap((cell, index) => [
    ...(index === 0 ? [] : [createText(' | ')]),
    ...(cell.children ?? []).flatMap((inside) => inside.children ?? []),
  ]);

const listStyles: Readonly<Record<string, string>> = {
  bullet: 'bulleted',
  number: 'numbered',
  check: 'checkbox',
};

function listToPieces(list: DocumentNode, indentLevel: number): readonly Piece[] {
  const listStyle = listStyles[String(list.listType)] ?? 'bulleted';
  let listIndex = typeof list.start === 'number' ? list.start : 1;
  return (list.children ?? []).flatMap((item) => {
    const children = item.children ?? [];
    const nested = children.filter(({ type }) => type === 'list');
    const inside = nested.flatMap((inner) => listToPieces(inner, indentLevel + 1));
    if (nested.length > 0 && nested.length === children.length) return inside;
    const line: Line = {
      header: 0,
      listStyle,
      indentLevel,
      ...(listStyle === 'numbered' ? { listIndex } : {}),
      ...(listStyle === 'checkbox' ? { checked: item.checked === true } : {}),
    };
    listIndex += 1;
    return [words(children, line), ...inside];
  });
}

interface RichRun {
  readonly text: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

function toRuns(
  { runs, line }: Extract<Piece, { readonly runs: readonly InlineRun[] }>,
  identifier: string,
): readonly RichRun[] {
  const whole = { ...line, identifier };
  const flat = runs.flatMap((run) => flatten(run, null));
  const written = flat.map(({ text, format, url }) => ({
    text,
    attributes: {
      ...(format & marks.bold ? { bold: true } : {}),
      ...(format & marks.italic ? { italic: true } : {}),
      ...(format & marks.underline ? { underline: true } : {}),
      ...(format & marks.strikethrough ? { strikethrough: true } : {}),
      ...(format & marks.code ? { inlineCode: true } : {}),
      ...(format & marks.highlight ? { highlightedColor: 'ffc107cc' } : {}),
      ...(url === null ? {} : { linkURL: url }),
      line: whole,
    },
  }));
  const last = written.at(-1);
  if (last === undefined) return [{ text: '\n', attributes: { line: whole } }];
  return [...written.slice(0, -1), { ...last, text: `${last.text}\n` }];
}

interface FlatRun {
  readonly text: string;
  readonly format: number;
  readonly url: string | null;
}

function flatten(run: InlineRun, url: string | null): readonly FlatRun[] {
  if (run.kind === 'link') return run.runs.flatMap((inside) => flatten(inside, run.url));
  return [
    run.kind === 'break' ? { text: softBreak, format: 0, url } : { text: run.text, format: run.format, url },
  ];
}

/** The page as Day One's own Markdown, for readers that know no rich text. */
export function documentToDayOneText({ root }: JournalDocument): string {
  const parts: string[] = [];
  let gathered: DocumentNode[] = [];
  const flush = (): void => {
    const text = documentToMarkdown(createDocument(gathered)).trimEnd();
    if (gathered.length > 0 && text !== '') parts.push(text);
    gathered = [];
  };
  for (const block of root.children ?? []) {
    const image = nodeToImage(block);
    if (image === null) gathered.push(block.type === 'prompt' ? createQuote(block.children ?? []) : block);
    else {
      flush();
      parts.push(`![](dayone-moment://${photoIdentifier(image.id)})`);
    }
  }
  flush();
  return parts.join('\n\n');
}
