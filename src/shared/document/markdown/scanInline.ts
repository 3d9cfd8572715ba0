import { isLinkAddress } from '../linkAddress';
import { characterAt, characterBefore, characterClass } from './characters';

/** What a line of Markdown is made of, before delimiters have found their partners. */
export type InlineToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | {
      readonly kind: 'delimiter';
      readonly sign: string;
      readonly canOpen: boolean;
      readonly canClose: boolean;
    }
  | { readonly kind: 'code'; readonly text: string }
  /** `<u>` and `</u>`. */
  | { readonly kind: 'underline'; readonly is: 'begin' | 'end' }
  | { readonly kind: 'bracket' }
  /** "](address)"; `source` is what stands there if it turns out to close nothing. */
  | { readonly kind: 'link-end'; readonly url: string; readonly source: string }
  | { readonly kind: 'autolink'; readonly url: string };

const namedReferences: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function decodeReference(body: string): string | null {
  const named = namedReferences[body];
  if (named !== undefined) return named;
  const code = /^#[xX]/.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
  if (!body.startsWith('#') || !Number.isInteger(code) || code > 0x10ffff) return null;
  return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
}

function unescapeMarkdown(text: string): string {
  return text.replace(
    /\\([!-/:-@[-`{-~])|&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]{2,5});/g,
    (source: string, escaped: string | undefined, reference: string | undefined) =>
      escaped ?? decodeReference(reference ?? '') ?? source,
  );
}

function readDelimiter(text: string, index: number, sign: string): InlineToken {
  const previousCharacter = characterBefore(text, index);
  const previous = characterClass(previousCharacter);
  const next = characterClass(characterAt(text, index + sign.length));
  const isLeft = next !== 'space' && (next !== 'punctuation' || previous !== 'other');
  const isRight = previous !== 'space' && (previous !== 'punctuation' || next !== 'other');
  if (!sign.startsWith('_')) return { kind: 'delimiter', sign, canOpen: isLeft, canClose: isRight };
  return {
    kind: 'delimiter',
    sign,
    canOpen: isLeft && (!isRight || previous === 'punctuation'),
    canClose: isRight && (!isLeft || next === 'punctuation'),
  };
}

const pointyAddress = /\(\s*<((?:\\[^\n]|[^<>\\\n]){0,4000})>\s*(?:"(?:\\.|[^"\\]){0,500}"\s*)?\)/y;
const plainAddress =
  /\(\s*((?:\\[^\s]|\([^\s()\\]{0,2000}\)|[^\s()\\<]|(?<=[^\s(])<){0,4000})(?:\s+(?:"(?:\\.|[^"\\]){0,500}"|'(?:\\.|[^'\\]){0,500}'))?\s*\)/y;

function readLinkEnd(
  text: string,
  index: number,
): { readonly token: InlineToken; readonly end: number } | null {
  for (const pattern of [pointyAddress, plainAddress]) {
    pattern.lastIndex = index + 1;
    const match = pattern.exec(text);
    const url = match === null ? '' : unescapeMarkdown(match[1] ?? '').trim();
    if (match !== null && isLinkAddress(url)) {
      const end = pattern.lastIndex;
      return { token: { kind: 'link-end', url, source: text.slice(index, end) }, end };
    }
  }
  return null;
}

/** CommonMark 6.1: line ends are blanks, and one blank on both sides belongs to the fence. */
function unwrapCode(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.startsWith(' ') && line.endsWith(' ') && /[^ ]/.test(line) ? line.slice(1, -1) : line;
}

/** Answers where a code span closes that opens with `length` backticks before `from`; undefined where none does. */
type CodeEnds = (from: number, length: number) => number | undefined;

/** Runs of backticks, found in one pass and asked for in the order of the text; a search per run would be quadratic. */
function findCodeEnds(text: string): CodeEnds {
  const startsOfLength = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const starts = startsOfLength.get(run.length);
    if (starts === undefined) startsOfLength.set(run.length, [index]);
    else starts.push(index);
  }
  for (const starts of startsOfLength.values()) starts.reverse();
  return (from, length) => {
    const starts = startsOfLength.get(length) ?? [];
    while ((starts.at(-1) ?? from) < from) starts.pop();
    return starts.at(-1);
  };
}

const plainRun = /[^\\`*_~=[\]<&!]+|!/y;
const signRun = /\*+|_+|~+|=+/y;
const backticks = /`+/y;
const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]{2,5});/y;
const autolink = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/iy;
const lineBreakTag = /<br\s*\/?>/iy;
const underlineTag = /<(\/?)u>/iy;

/** Splits the text of a block, line breaks as "\n", into tokens; linear in its length. */
export function scanInline(text: string): readonly InlineToken[] {
  const tokens: InlineToken[] = [];
  const codeEndAfter = findCodeEnds(text);
  let index = 0;
  let plain = '';
  const lastComment = text.lastIndexOf('-->');
  const flush = (): void => {
    const lines = plain.split('\n');
    for (const [line, part] of lines.entries()) {
      if (line > 0) tokens.push({ kind: 'break' });
      if (part.length > 0) tokens.push({ kind: 'text', text: part });
    }
    plain = '';
  };
  const add = (token: InlineToken, end: number): void => {
    flush();
    tokens.push(token);
    index = end;
  };
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = index;
    return pattern.exec(text);
  };
  while (index < text.length) {
    const character = text.charAt(index);
    const simple = match(plainRun);
    const sign = match(signRun)?.[0];
    if (simple !== null) {
      plain += simple[0];
      index += simple[0].length;
    } else if (sign !== undefined) {
      add(readDelimiter(text, index, sign), index + sign.length);
    } else if (character === '\\' && /[!-/:-@[-`{-~]/.test(text.charAt(index + 1))) {
      plain += text.charAt(index + 1);
      index += 2;
    } else if (character === '\\' && text.charAt(index + 1) === '\n') {
      index += 1;
    } else if (character === '`') {
      const fence = match(backticks)?.[0].length ?? 1;
      const end = codeEndAfter(index + fence, fence);
      if (end === undefined) {
        plain += text.slice(index, index + fence);
        index += fence;
      } else add({ kind: 'code', text: unwrapCode(text.slice(index + fence, end)) }, end + fence);
    } else if (character === '[') {
      add({ kind: 'bracket' }, index + 1);
    } else if (character === ']') {
      const link = text.charAt(index + 1) === '(' ? readLinkEnd(text, index) : null;
      if (link === null) {
        plain += character;
        index += 1;
      } else add(link.token, link.end);
    } else if (character === '&') {
      const source = match(reference)?.[0];
      plain += source === undefined ? character : unescapeMarkdown(source);
      index += source?.length ?? 1;
    } else if (character === '<' && text.startsWith('<!--', index) && lastComment > index) {
      index = text.indexOf('-->', index) + 3;
    } else if (character === '<' && match(lineBreakTag) !== null) {
      add({ kind: 'break' }, index + (match(lineBreakTag)?.[0].length ?? 1));
    } else if (character === '<' && match(underlineTag) !== null) {
      const [tag = '', slash = ''] = match(underlineTag) ?? [];
      add({ kind: 'underline', is: slash === '' ? 'begin' : 'end' }, index + tag.length);
    } else if (character === '<' && match(autolink) !== null) {
      const found = match(autolink);
      add({ kind: 'autolink', url: found?.[1] ?? '' }, index + (found?.[0].length ?? 1));
    } else {
      plain += character;
      index += 1;
    }
  }
  flush();
  return tokens;
}
