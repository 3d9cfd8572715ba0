import { stringify } from 'csv-stringify/sync';
import type { CsvFlavour } from '../../../shared/domain/transfer';

export type Cell = string | number | null;
export type Columns<Item> = Readonly<Record<string, (item: Item) => Cell>>;

/** Without it Excel reads UTF-8 as something else. */
const byteOrderMark = '\uFEFF';

/**
 * A table as RFC 4180 has it, in UTF-8: plain with the line ends of Unix, for Excel with a byte order mark and those of Windows. An empty cell is "not recorded", never zero and
 * never "no".
 */
export function* tableText<Item>(
  columns: Columns<Item>,
  items: Iterable<Item>,
  flavour: CsvFlavour = 'plain',
): Iterable<string> {
  const isForExcel = flavour === 'excel';
  const rowToText = (cells: readonly Cell[]): string =>
    stringify([[...cells]], {
      record_delimiter: isForExcel ? 'windows' : 'unix',
      // Either half of a line end ends a row for some readers, whatever ends one here.
      quoted_match: /[\r\n]/,
    });
  yield (isForExcel ? byteOrderMark : '') + rowToText(Object.keys(columns));
  const toCells = Object.values(columns);
  for (const item of items) yield rowToText(toCells.map((toCell) => toCell(item)));
}

/** Rounds away what binary fractions add: 0.6666666666666666 times 3 is 2. */
export const round = (value: number): number => Math.round(value * 1e6) / 1e6;
