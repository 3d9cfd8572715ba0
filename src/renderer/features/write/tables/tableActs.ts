import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findTableNode,
  $getTableCellNodeFromLexicalNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableRowNode,
  TableCellHeaderStates,
} from '@lexical/table';
import {
  ArrowDownToLine,
  ArrowLeftToLine,
  ArrowRightToLine,
  ArrowUpToLine,
  Columns3,
  Heading,
  Rows3,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import { $getSelection, $isRangeSelection, type LexicalNode } from 'lexical';
import type { MessageKey } from '../../../i18n/i18n';

/** Something that can be done to the table the caret is in. */
export interface TableAct {
  readonly id: string;
  readonly label: MessageKey;
  readonly icon: LucideIcon;
  /** Inside an update. */
  readonly $run: () => void;
}

function $selectedNode(): LexicalNode | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? selection.anchor.getNode() : null;
}

/** Whether the caret is in a table. Inside a read. */
export const $isInTable = (): boolean => {
  const node = $selectedNode();
  return node !== null && $findTableNode(node) !== null;
};

function $toggleNames(): void {
  const node = $selectedNode();
  const first = node === null ? null : $findTableNode(node)?.getFirstChild();
  if (!$isTableRowNode(first)) return;
  const { NO_STATUS, ROW } = TableCellHeaderStates;
  const cells = first.getChildren().flatMap((cell) => $getTableCellNodeFromLexicalNode(cell) ?? []);
  const next = cells.some((cell) => cell.getHeaderStyles() === ROW) ? NO_STATUS : ROW;
  for (const cell of cells) cell.setHeaderStyles(next, ROW);
}

function $removeTable(): void {
  const node = $selectedNode();
  const table = node === null ? null : $findTableNode(node);
  if (table === null) return;
  table.selectNext();
  table.remove();
}

export const tableActs: readonly TableAct[] = [
  {
    id: 'row-above',
    label: 'write.table.rowAbove',
    icon: ArrowUpToLine,
    $run: () => void $insertTableRowAtSelection(false),
  },
  {
    id: 'row-below',
    label: 'write.table.rowBelow',
    icon: ArrowDownToLine,
    $run: () => void $insertTableRowAtSelection(true),
  },
  {
    id: 'column-before',
    label: 'write.table.columnBefore',
    icon: ArrowLeftToLine,
    $run: () => void $insertTableColumnAtSelection(false),
  },
  {
    id: 'column-after',
    label: 'write.table.columnAfter',
    icon: ArrowRightToLine,
    $run: () => void $insertTableColumnAtSelection(true),
  },
  { id: 'names', label: 'write.table.names', icon: Heading, $run: $toggleNames },
  {
    id: 'remove-row',
    label: 'write.table.removeRow',
    icon: Rows3,
    $run: () => $deleteTableRowAtSelection(),
  },
  {
    id: 'remove-column',
    label: 'write.table.removeColumn',
    icon: Columns3,
    $run: () => $deleteTableColumnAtSelection(),
  },
  { id: 'remove-table', label: 'write.table.remove', icon: Trash2, $run: $removeTable },
];
