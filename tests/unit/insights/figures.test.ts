import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import {
  countCell,
  dayCell,
  figuresToCsv,
  sortRows,
  stepsCell,
  wordsCell,
  type FigureRow,
} from '../../../src/renderer/features/insights/figures';
import { civil } from './madeUpRecords';

const row = (id: string, name: FigureRow['name'], ...cells: FigureRow['cells']): FigureRow => ({
  id,
  name,
  cells,
});
const ids = (rows: readonly FigureRow[]) => rows.map(({ id }) => id).join(' ');

test('rows sort by days in time, by figures as figures, and go back to how they are drawn', () => {
  const rows = [
    row('a', dayCell('9 May 2026', civil('2026-05-09')), stepsCell(-0.4), countCell(10)),
    row('b', dayCell('10 April 2026', civil('2026-04-10')), stepsCell(null), countCell(9)),
    row('c', dayCell('1 June 2026', civil('2026-06-01')), stepsCell(1.25), countCell(100)),
  ];
  expect(ids(sortRows(rows, null))).toBe('a b c');
  expect(ids(sortRows(rows, { column: 0, direction: 'ascending' }))).toBe('b a c');
  expect(ids(sortRows(rows, { column: 2, direction: 'ascending' }))).toBe('b a c');
  expect(ids(sortRows(rows, { column: 2, direction: 'descending' }))).toBe('c a b');
});

test('what has no value stands last whichever way it is sorted, and equal rows keep their order', () => {
  const rows = [
    row('none', wordsCell('x'), stepsCell(null)),
    row('first', wordsCell('y'), stepsCell(1)),
    row('second', wordsCell('z'), stepsCell(1)),
    row('low', wordsCell('w'), stepsCell(-1)),
  ];
  expect(ids(sortRows(rows, { column: 1, direction: 'ascending' }))).toBe('low first second none');
  expect(ids(sortRows(rows, { column: 1, direction: 'descending' }))).toBe('first second low none');
});

test('a scale sorts by its own order and not by its letters', () => {
  const rows = ['neutral', 'pleasant', 'unpleasant'].map((word, index) =>
    row(word, { ...wordsCell(word), place: [4, 6, 2][index] ?? 0 }),
  );
  expect(ids(sortRows(rows, { column: 0, direction: 'ascending' }))).toBe('unpleasant neutral pleasant');
});

test('a table is copied with plain figures, dates a program can read, and nothing where nothing is known', () => {
  const rows = [
    row('a', dayCell('9 May 2026', civil('2026-05-09')), stepsCell(-1 / 3), countCell(40)),
    row('b', dayCell('10 May 2026', civil('2026-05-10')), stepsCell(null), countCell(0)),
  ];
  expect(figuresToCsv({ heads: ['Day', 'Mood (steps from −3 to +3)', 'Movement (minutes)'], rows })).toBe(
    'Day,Mood (steps from −3 to +3),Movement (minutes)\r\n2026-05-09,-0.3333,40\r\n2026-05-10,,0\r\n',
  );
});

test('whatever words are in a table, a program reads them back whole and runs none of them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
      const copied = figuresToCsv({ heads: ['What'], rows: [row('a', wordsCell(words), countCell(1))] });
      const [, [read] = []] = parse(copied, { relax_column_count: true }) as string[][];
      expect(read === words || read === `'${words}`).toBe(true);
      expect(read).not.toMatch(/^[=+\-@]/);
    }),
  );
});
