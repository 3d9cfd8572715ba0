import { marks } from '../createDocument';
import type { InlineRun } from './inlineRuns';
import { scanInline, type InlineToken } from './scanInline';

interface Delimiter {
  readonly place: number;
  readonly character: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  readonly length: number;
  left: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly bit: number;
}

interface LinkSpan {
  readonly from: number;
  readonly to: number;
  readonly url: string;
}

/** Signs that are one mark however many of them there are. */
const wholeMarks: Readonly<Record<string, number>> = { '~': marks.strikethrough, '=': marks.highlight };

/** CommonMark's rule of three, section 6.2, rules 9 and 10. */
function mayPair(opener: Delimiter, closer: Delimiter): boolean {
  if (!opener.canOpen || opener.left === 0 || opener.character !== closer.character) return false;
  if (opener.character === '~' || opener.character === '=') return opener.length === closer.length;
  const isEither = opener.canClose || closer.canOpen;
  return !isEither || (opener.length + closer.length) % 3 !== 0 || closer.length % 3 === 0;
}

/**
 * The delimiter algorithm of CommonMark (appendix, "process emphasis"). `bottoms` keeps what earlier
 * searches of the same kind have found hopeless, which keeps the whole linear in practice.
 */
function pairDelimiters(delimiters: readonly Delimiter[], spans: Span[]): void {
  const stack: Delimiter[] = [];
  const bottoms = new Map<string, number>();
  for (const closer of delimiters) {
    while (closer.canClose && closer.left > 0) {
      const kind = `${closer.character}${closer.canOpen ? 1 : 0}${closer.length % 3}${'~='.includes(closer.character) ? closer.length : ''}`;
      const bottom = Math.min(bottoms.get(kind) ?? 0, stack.length);
      let found = stack.length - 1;
      while (found >= bottom) {
        const candidate = stack[found];
        if (candidate !== undefined && mayPair(candidate, closer)) break;
        found -= 1;
      }
      const opener = found >= bottom ? stack[found] : undefined;
      if (opener === undefined) {
        bottoms.set(kind, stack.length);
        break;
      }
      const isDouble = opener.left >= 2 && closer.left >= 2;
      const whole = wholeMarks[opener.character];
      const used = whole !== undefined ? opener.length : isDouble ? 2 : 1;
      const bit = whole ?? (isDouble ? marks.bold : marks.italic);
      spans.push({ from: opener.place, to: closer.place, bit });
      opener.left -= used;
      closer.left -= used;
      stack.length = opener.left > 0 ? found + 1 : found;
      for (const [other, height] of bottoms) bottoms.set(other, Math.min(height, stack.length));
    }
    if (closer.canOpen && closer.left > 0) stack.push(closer);
  }
}

function toDelimiter(token: InlineToken, place: number): Delimiter | null {
  if (token.kind !== 'delimiter') return null;
  const length = token.sign.length;
  // Tildes mark a strike in ones and twos, equals signs a highlight in twos; other runs of them are text.
  const isText = (token.sign.startsWith('~') && length > 2) || (token.sign.startsWith('=') && length !== 2);
  return {
    place,
    character: token.sign.charAt(0),
    canOpen: token.canOpen && !isText,
    canClose: token.canClose && !isText,
    length,
    left: length,
  };
}

/** Brackets bind closer than delimiters: what stands inside a link pairs only inside it. */
function pairAll(tokens: readonly InlineToken[]): {
  readonly spans: readonly Span[];
  readonly links: readonly LinkSpan[];
  readonly left: ReadonlyMap<number, number>;
  /** Tags of underlining that have a partner. */
  readonly tags: ReadonlySet<number>;
} {
  const spans: Span[] = [];
  const links: LinkSpan[] = [];
  const left = new Map<number, number>();
  const tags = new Set<number>();
  const begun: number[] = [];
  const settle = (delimiters: readonly Delimiter[]): void => {
    pairDelimiters(delimiters, spans);
    for (const delimiter of delimiters) left.set(delimiter.place, delimiter.left);
  };
  const waiting: Delimiter[] = [];
  let brackets: { readonly place: number; readonly delimiters: number }[] = [];
  for (const [place, token] of tokens.entries()) {
    const delimiter = toDelimiter(token, place);
    if (delimiter !== null) waiting.push(delimiter);
    else if (token.kind === 'underline') {
      const from = token.is === 'begin' ? undefined : begun.pop();
      if (token.is === 'begin') begun.push(place);
      if (from === undefined) continue;
      spans.push({ from, to: place, bit: marks.underline });
      tags.add(from).add(place);
    } else if (token.kind === 'bracket') brackets.push({ place, delimiters: waiting.length });
    else if (token.kind === 'link-end') {
      const opener = brackets.pop();
      if (opener === undefined) continue;
      settle(waiting.splice(opener.delimiters));
      links.push({ from: opener.place, to: place, url: token.url });
      brackets = [];
    }
  }
  settle(waiting);
  return { spans, links, left, tags };
}

function addTo(bits: Map<number, number[]>, place: number, bit: number): void {
  const known = bits.get(place);
  if (known === undefined) bits.set(place, [bit]);
  else known.push(bit);
}

const pushText = (runs: InlineRun[], text: string, format: number): void => {
  const last = runs.at(-1);
  if (text.length === 0) return;
  if (last?.kind === 'text' && last.format === format) {
    runs[runs.length - 1] = { kind: 'text', text: last.text + text, format };
  } else runs.push({ kind: 'text', text, format });
};

/** Text of one block, its lines joined by "\n", as runs. What is not Markdown stays as text. */
export function markdownToRuns(text: string): readonly InlineRun[] {
  const tokens = scanInline(text);
  const { spans, links, left, tags } = pairAll(tokens);
  const begins = new Map<number, number[]>();
  const ends = new Map<number, number[]>();
  for (const span of spans) {
    addTo(begins, span.from, span.bit);
    addTo(ends, span.to, span.bit);
  }
  const linkStarts = new Map(links.map((link) => [link.from, link]));
  const linkEnds = new Set(links.map((link) => link.to));
  const open = new Map<number, number>();
  const shift = (bits: readonly number[] | undefined, by: number): void => {
    for (const bit of bits ?? []) open.set(bit, (open.get(bit) ?? 0) + by);
  };
  const outside: InlineRun[] = [];
  let runs = outside;
  for (const [place, token] of tokens.entries()) {
    shift(ends.get(place), -1);
    const format = [...open].reduce((sum, [bit, count]) => (count > 0 ? sum | bit : sum), 0);
    const link = linkStarts.get(place);
    if (token.kind === 'text') pushText(runs, token.text, format);
    else if (token.kind === 'code') pushText(runs, token.text, format | marks.code);
    else if (token.kind === 'underline') {
      if (!tags.has(place)) pushText(runs, token.is === 'begin' ? '<u>' : '</u>', format);
    } else if (token.kind === 'break') runs.push({ kind: 'break' });
    else if (token.kind === 'delimiter') {
      pushText(runs, token.sign.slice(0, left.get(place) ?? token.sign.length), format);
    } else if (token.kind === 'autolink') {
      const shown = token.url.replace(/^mailto:/i, '');
      runs.push({ kind: 'link', url: token.url, runs: [{ kind: 'text', text: shown, format }] });
    } else if (link !== undefined) {
      const inside: InlineRun[] = [];
      outside.push({ kind: 'link', url: link.url, runs: inside });
      runs = inside;
    } else if (linkEnds.has(place)) runs = outside;
    else pushText(runs, token.kind === 'bracket' ? '[' : token.source, format);
    shift(begins.get(place), 1);
  }
  return outside.filter((run) => run.kind !== 'link' || run.runs.length > 0);
}
