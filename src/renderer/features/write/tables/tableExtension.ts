import { $isTableCellNode, TableCellNode, TableExtension, TableNode, TableRowNode } from '@lexical/table';
import { configExtension, defineExtension, mergeRegister } from 'lexical';

/** What came with a table that was pasted and is none of ours: colours, widths, merged looks. */
function $tidyCell(cell: TableCellNode): void {
  if (!$isTableCellNode(cell)) return;
  if (cell.getWidth() !== undefined) cell.setWidth(undefined);
  if (cell.getVerticalAlign() !== undefined) cell.setVerticalAlign(undefined);
  if (cell.getFormatType() !== '') cell.setFormat('');
  if (cell.getStyle() !== '') cell.setStyle('');
}

function $tidyTable(table: TableNode): void {
  if (table.getColWidths() !== undefined) table.setColWidths(undefined);
  if (table.getRowStriping()) table.setRowStriping(false);
  if (table.getFrozenRows() !== 0) table.setFrozenRows(0);
  if (table.getFrozenColumns() !== 0) table.setFrozenColumns(0);
  if (table.getFormatType() !== '') table.setFormat('');
  if (table.getStyle() !== '') table.setStyle('');
}

function $tidyRow(row: TableRowNode): void {
  if (row.getHeight() !== undefined) row.setHeight(undefined);
  if (row.getStyle() !== '') row.setStyle('');
}

/** Plain grids with at most a first row of names. Tab goes from cell to cell. */
export const tableExtension = defineExtension({
  name: 'footnote/table',
  dependencies: [
    configExtension(TableExtension, {
      hasCellMerge: false,
      hasCellBackgroundColor: false,
      hasTabHandler: true,
      hasHorizontalScroll: true,
    }),
  ],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(TableCellNode, $tidyCell),
      editor.registerNodeTransform(TableRowNode, $tidyRow),
      editor.registerNodeTransform(TableNode, $tidyTable),
    ),
});

/** Small to begin with; rows and columns come as they are needed. */
export const newTable = { rows: '3', columns: '2', includeHeaders: { rows: true, columns: false } } as const;
