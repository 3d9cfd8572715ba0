import { marks } from '../createDocument';
import { characterAt, characterBefore, characterClass } from './characters';
import type { InlineRun } from './inlineRuns';

/** Where the text stands decides how a line break is written: a heading has only one line. */
export type InlinePlace = 'lines' | 'one-line';

interface Piece {
  readonly run: InlineRun;
  readonly format: number;
  readonly isSpace: boolean;
}

/** Code is none of them: nothing inside it is read as Markdown, so it is written with its text. */
const delimiters = [
  { bit: marks.underline, sign: '<u>', end: '</u>' },
  { bit: marks.highlight, sign: '==', end: '==' },
  { bit: marks.strikethrough, sign: '~~', end: '~~' },
  { bit: marks.bold, sign: '**', end: '**' },
  { bit: marks.italic, sign: '*', end: '*' },
] as const;

/** Renders as nothing; keeps a closing and an opening delimiter from being read as one. */
const separator = '<!-- -->';

function escapeText(text: string): string {
  return text
    .replace(/[\\*~`[\]<]|=(?==)|(?<==)=|^=|=$/g, '\\$&')
    .replace(/&(?=#?[\p{L}\p{N}]+;)/gu, '\\&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/!$/, '\\!');
}

function writeAddress(url: string): string {
  const escaped = url.replace(/[\r\n]/g, '').replace(/&(?=#?\w+;)/g, '\\&');
  return /^[^\s<>()\\]+$/.test(url) ? escaped : `<${escaped.replace(/[<>\\]/g, '\\$&')}>`;
}

/** A link takes part in the marks around it with the marks all of its text has. */
function formatOfRun(run: InlineRun): number {
  if (run.kind === 'text') return run.format;
  if (run.kind === 'break') return -1;
  return run.runs.reduce((common, inside) => common & formatOfRun(inside), ~marks.code);
}

function withoutFormat(runs: readonly InlineRun[], format: number): readonly InlineRun[] {
  return runs.map((run) => (run.kind === 'text' ? { ...run, format: run.format & ~format } : run));
}

function splitAtSpace(run: InlineRun): readonly Piece[] {
  const format = formatOfRun(run);
  if (run.kind !== 'text') return [{ run, format, isSpace: run.kind === 'break' }];
  const [, before = '', inside = '', after = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(run.text) ?? [];
  return [before, inside, after]
    .filter((text) => text.length > 0)
    .map((text) => {
      const isSpace = /^\s+$/u.test(text);
      // A code span of nothing but blanks would show as nothing.
      return { run: { ...run, text }, format: isSpace ? format & ~marks.code : format, isSpace };
    });
}

/** White space at the edge of a mark is taken out of it: "** bold**" is not bold in Markdown. */
function settleSpaces(pieces: readonly Piece[]): readonly Piece[] {
  const formats = pieces.map((piece) => piece.format);
  let before = 0;
  for (const [index, piece] of pieces.entries()) {
    before = piece.isSpace ? piece.format & before : piece.format;
    formats[index] = before;
  }
  let after = 0;
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const piece = pieces[index];
    if (piece === undefined) continue;
    after = piece.isSpace ? (formats[index] ?? 0) & after : piece.format;
    formats[index] = after;
  }
  return pieces.map((piece, index) => ({ ...piece, format: Math.max(0, formats[index] ?? 0) }));
}

/** CommonMark 6.1: a fence longer than any inside, and a blank between it and a backtick of the text. */
function writeCodeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(text) ? ' ' : '';
  return fence + pad + text + pad + fence;
}

function writePiece(piece: Piece, place: InlinePlace): string {
  const { run } = piece;
  if (run.kind === 'text') {
    return (piece.format & marks.code) === 0 ? escapeText(run.text) : writeCodeSpan(run.text);
  }
  if (run.kind === 'break') return place === 'lines' ? '\\\n' : '<br>';
  const inside = withoutFormat(run.runs, piece.format);
  return `[${runsToMarkdown(inside, 'one-line')}](${writeAddress(run.url)})`;
}

/** How many pieces from `index` on carry the mark: the longest is opened first and closed last. */
function reach(pieces: readonly Piece[], index: number, bit: number): number {
  let end = index;
  while (((pieces[end]?.format ?? 0) & bit) !== 0) end += 1;
  return end;
}

/**
 * "***" only where both marks also end together. Else a later "*" that opens could be read as closing the
 * rest of it; between "**" and "*" the rule of three forbids that.
 */
function joinOpening(begun: readonly { readonly sign: string; readonly end: number }[]): string {
  return begun
    .map(({ sign, end }, index) => {
      const outer = begun[index - 1];
      const isRisky =
        outer !== undefined && outer.sign.startsWith('*') && sign.startsWith('*') && outer.end !== end;
      return isRisky ? separator + sign : sign;
    })
    .join('');
}

/** More than one kind of sign in a row: each is punctuation to the other. */
const isMixed = (signs: string): boolean => /\*[^*]|[^*]\*|~[^~]|[^~]~|=[^=]|[^=]=/.test(signs);

/** Tags are read wherever they stand. */
const isOfTags = (signs: string): boolean => /^(?:<\/?u>)+$/.test(signs);

/** CommonMark 6.2: a delimiter beside punctuation needs white space or punctuation on its other side. */
function joinDelimiters(before: string, closing: string, opening: string, after: string): string {
  if (closing === '' && opening === '') return '';
  if (closing !== '' && opening !== '') return closing + separator + opening;
  if (isOfTags(closing + opening)) return closing + opening;
  const previous = characterClass(characterBefore(before, before.length));
  const next = characterClass(characterAt(after, 0));
  if (opening !== '') {
    const needsGap = previous === 'other' && (isMixed(opening) || next === 'punctuation');
    return needsGap ? separator + opening : opening;
  }
  const needsGap = next === 'other' && (isMixed(closing) || previous === 'punctuation');
  return needsGap ? closing + separator : closing;
}

/** One block's text as Markdown, without the escapes that its line starts need. */
export function runsToMarkdown(runs: readonly InlineRun[], place: InlinePlace): string {
  const pieces = settleSpaces(runs.flatMap(splitAtSpace));
  const written: string[] = [];
  let last = '';
  let open: { readonly bit: number; readonly sign: string; readonly closing: string }[] = [];
  for (let index = 0; index <= pieces.length; index += 1) {
    const piece = pieces[index];
    const format = piece?.format ?? 0;
    const firstEnded = open.findIndex(({ bit }) => (format & bit) === 0);
    const ended = firstEnded === -1 ? [] : open.slice(firstEnded);
    open = firstEnded === -1 ? open : open.slice(0, firstEnded);
    // A mark that has to be opened again waits for the next word.
    const wanted = piece?.isSpace === true ? 0 : format;
    const begun = delimiters
      .filter(({ bit }) => (wanted & bit) !== 0 && !open.some((other) => other.bit === bit))
      .map(({ bit, sign, end }) => ({ bit, sign, closing: end, end: reach(pieces, index, bit) }))
      .toSorted((one, other) => other.end - one.end);
    open = [...open, ...begun];
    const closing = ended
      .toReversed()
      .map((mark) => mark.closing)
      .join('');
    const opening = joinOpening(begun);
    const text = piece === undefined ? '' : writePiece(piece, place);
    written.push(joinDelimiters(last, closing, opening, text), text);
    last = text;
  }
  return written.join('');
}
