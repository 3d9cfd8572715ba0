/** "***", "- - -", "___": three or more of one sign and nothing else. */
export const matchesDivider = (line: string): boolean =>
  /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line);

/** Markdown trims spaces and tabs; other white space is text. */
export const trimBlanks = (line: string): string => line.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '');

export interface ListMarker {
  /** Columns before the marker. */
  readonly indent: number;
  /** Column where the text of the line begins; deeper lines belong to it. */
  readonly content: number;
  readonly sign: string;
  readonly number: number | null;
  readonly check: 'open' | 'done' | null;
  readonly text: string;
  /** Whether it may begin right under a paragraph (CommonMark 5.3). */
  readonly mayInterrupt: boolean;
}

export function expandIndent(line: string): string {
  let column = 0;
  let index = 0;
  for (; index < line.length; index += 1) {
    const character = line.charAt(index);
    if (character === '\t') column += 4 - (column % 4);
    else if (character === ' ') column += 1;
    else break;
  }
  return ' '.repeat(column) + line.slice(index);
}

export function indentOf(line: string): number {
  return line.search(/[^ ]|$/);
}

export function matchListMarker(source: string): ListMarker | null {
  const line = expandIndent(source);
  const match = /^( *)([-*+]|(\d{1,9})[.)])([ \t]+|$)(.*)$/.exec(line);
  if (match === null || matchesDivider(trimBlanks(line))) return null;
  const [, indent = '', marker = '', digits, gap = '', rest = ''] = match;
  const gapWidth = rest === '' || gap.length > 4 ? 1 : gap.length;
  const check = /^\[([ xX])\](?:[ \t]+(.*))?$/.exec(rest);
  return {
    indent: indent.length,
    content: indent.length + marker.length + gapWidth,
    sign: marker.slice(-1),
    number: digits === undefined ? null : Number(digits),
    check: check === null || digits !== undefined ? null : check[1] === ' ' ? 'open' : 'done',
    text: check === null || digits !== undefined ? rest : (check[2] ?? ''),
    mayInterrupt: rest !== '' && (digits === undefined || Number(digits) === 1),
  };
}
