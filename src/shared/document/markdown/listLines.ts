import type { ListKind } from '../createDocument';
import { expandIndent, indentOf, matchListMarker, trimBlanks, type ListMarker } from './lineShapes';

export interface ParsedLine {
  text: string;
  readonly isChecked: boolean;
  readonly nested: ParsedList[];
}

export interface ParsedList {
  readonly kind: ListKind;
  readonly start: number;
  readonly lines: ParsedLine[];
  readonly sign: string;
}

interface Level {
  /** The lists at this depth so far; the last one is still open. */
  readonly lists: ParsedList[];
  /** Column of the marker and of the text of the newest line. */
  readonly indent: number;
  readonly content: number;
}

/** Deeper lists are read as if they were this deep. */
const deepestList = 12;

const kindOf = (marker: ListMarker): ListKind =>
  marker.number !== null ? 'number' : marker.check !== null ? 'check' : 'bullet';

function addLine(lists: ParsedList[], marker: ListMarker): ParsedLine {
  const kind = kindOf(marker);
  const line: ParsedLine = { text: trimBlanks(marker.text), isChecked: marker.check === 'done', nested: [] };
  const last = lists.at(-1);
  const isSame = last !== undefined && last.sign === marker.sign && last.kind === kind;
  if (isSame) last.lines.push(line);
  else lists.push({ kind, start: marker.number ?? 1, lines: [line], sign: marker.sign });
  return line;
}

/**
 * Lists from `from` on, with what is nested in them, and the first line after them. One pass: every line
 * is placed by its indent against the levels that are open.
 */
export function parseListLines(
  lines: readonly string[],
  from: number,
  startsBlock: (line: string) => boolean,
): { readonly lists: readonly ParsedList[]; readonly end: number } {
  const top: ParsedList[] = [];
  let levels: Level[] = [];
  let current: ParsedLine | null = null;
  let blanks = 0;
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = expandIndent(lines[at] ?? '');
    if (trimBlanks(line) === '') {
      blanks += 1;
      continue;
    }
    const marker = matchListMarker(line);
    const indent = indentOf(line);
    const isInside = indent >= (levels[0]?.content ?? Number.POSITIVE_INFINITY);
    if (marker !== null && (current === null || isInside || indent < 4)) {
      const deeper = levels.filter((level) => indent >= level.content).slice(0, deepestList - 1);
      const parent: ParsedLine | null = deeper.length === 0 ? null : newestLine(deeper.at(-1));
      const lists: ParsedList[] = parent?.nested ?? top;
      current = addLine(lists, marker);
      levels = [...deeper, { lists, indent, content: marker.content }];
    } else if (current === null || (blanks > 0 && !isInside) || (!isInside && startsBlock(line))) {
      break;
    } else {
      current =
        blanks > 0
          ? (newestLine(levels.filter((level) => indent >= level.content).at(-1)) ?? current)
          : current;
      current.text += `${'\n'.repeat(current.text === '' ? 0 : blanks > 0 ? 2 : 1)}${trimBlanks(line)}`;
    }
    blanks = 0;
  }
  return { lists: top, end: at - blanks };
}

function newestLine(level: Level | undefined): ParsedLine | null {
  return level?.lists.at(-1)?.lines.at(-1) ?? null;
}
