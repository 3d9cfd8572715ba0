import { trimBlanks } from './lineShapes';

/** GitHub's tables (GFM 4.10): a line of cells, a line of dashes under it, and lines of cells. */

const delimiterRow = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** "| --- | :--: |"; one cell needs a pipe to be told from a divider. */
export const isDelimiterRow = (line: string): boolean => line.includes('|') && delimiterRow.test(line);

/** The cells of a line, trimmed, with "\\|" as a pipe that is text. */
export function splitRow(line: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index);
    if (character === '|') {
      cells.push(cell);
      cell = '';
    } else if (character === '\\' && index + 1 < line.length) {
      const next = line.charAt(index + 1);
      cell += next === '|' ? '|' : character + next;
      index += 1;
    } else cell += character;
  }
  cells.push(cell);
  if (trimBlanks(cells.at(-1) ?? '') === '' && cells.length > 1) cells.pop();
  if (trimBlanks(cells[0] ?? '') === '' && trimBlanks(line).startsWith('|')) cells.shift();
  return cells.map(trimBlanks);
}

/** A first line of a table: as many cells as there are dashes under it. */
export const beginsTable = (line: string, next: string): boolean =>
  line.includes('|') && isDelimiterRow(next) && splitRow(line).length === splitRow(next).length;

/** As many cells as the table has columns: what is too much goes on in the last one, so that no word is lost. */
export function fitRow(cells: readonly string[], columns: number): readonly string[] {
  const fitting = cells.slice(0, columns);
  const rest = cells.slice(columns).filter((cell) => cell !== '');
  const last = fitting[columns - 1];
  if (rest.length > 0 && last !== undefined) fitting[columns - 1] = trimBlanks([last, ...rest].join(' '));
  return [...fitting, ...Array.from({ length: columns - fitting.length }, () => '')];
}
