import { $createCodeNode, $isCodeNode } from '@lexical/code-core';
import { INSERT_HORIZONTAL_RULE_COMMAND } from '@lexical/extension';
import { $isLinkNode } from '@lexical/link';
import {
  $isListNode,
  INSERT_CHECK_LIST_COMMAND,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
  type ListNode,
} from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $findTableNode, INSERT_TABLE_COMMAND } from '@lexical/table';
import {
  Bold,
  Code,
  Heading1,
  Heading2,
  Heading3,
  Highlighter,
  Image,
  Italic,
  List,
  ListChecks,
  ListOrdered,
  Minus,
  SquareCode,
  Strikethrough,
  Table,
  TextQuote,
  Underline,
  type LucideIcon,
} from 'lucide-react';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  type ElementNode,
  type LexicalCommand,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical';
import type { HeadingTag, ListKind } from '../../../../shared/document/createDocument';
import { newTable } from '../tables/tableExtension';
import { CHOOSE_PICTURE } from '../pictures/pictureCommands';
import { $isPromptNode } from '../../../../shared/document/nodes/PromptNode';
import type { MessageKey } from '../../../i18n/i18n';

const markIds = ['bold', 'italic', 'underline', 'strikethrough', 'highlight', 'code'] as const;
type MarkId = (typeof markIds)[number];
type BlockId = HeadingTag | ListKind | MarkId | 'quote' | 'codeBlock' | 'table' | 'divider' | 'picture';

/** With Ctrl, or Command on a Mac; `code` is the place on the keyboard. */
export interface BlockKeys {
  readonly code: string;
  readonly shown: string;
  readonly with: 'alt' | 'shift' | 'nothing';
}

/** Something the page can be made of. Toolbar, keys and slash menu all read this list. */
export interface Block {
  readonly id: BlockId;
  readonly label: MessageKey;
  readonly icon: LucideIcon;
  readonly group: 'heading' | 'mark' | 'list' | 'insert';
  readonly keys: BlockKeys;
  /** Inside an update. */
  readonly run: (editor: LexicalEditor) => void;
}

/** The selection without prompts: a question is never made a heading or a list. */
function $ownSelection(): RangeSelection | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const blocks = selection.getNodes().map((node) => node.getTopLevelElement());
  if (!blocks.some($isPromptNode)) return selection;
  const start = selection.isBackward() ? selection.focus : selection.anchor;
  const first = start.getNode().getTopLevelElement();
  const next = $isPromptNode(first) ? first.getNextSibling() : null;
  if (!$isElementNode(next) || blocks.slice(blocks.lastIndexOf(first) + 1).some($isPromptNode)) return null;
  const begin = next.getFirstDescendant() ?? next;
  start.set(begin.getKey(), 0, begin === next || $isElementNode(begin) ? 'element' : 'text');
  return selection;
}

function $turnInto(isAlready: (block: ElementNode) => boolean, create: () => ElementNode): void {
  const selection = $ownSelection();
  if (selection === null) return;
  const block = selection.anchor.getNode().getTopLevelElement();
  const isOn = $isElementNode(block) && isAlready(block);
  $setBlocksType(selection, isOn ? () => $createParagraphNode() : create);
}

function headingBlock(tag: HeadingTag, icon: LucideIcon, digit: string): Block {
  return {
    id: tag,
    label: `write.block.${tag}`,
    icon,
    group: 'heading',
    keys: { code: `Digit${digit}`, shown: digit, with: 'alt' },
    run: () =>
      $turnInto(
        (block) => $isHeadingNode(block) && block.getTag() === tag,
        () => $createHeadingNode(tag),
      ),
  };
}

function markBlock(id: MarkId, icon: LucideIcon, keys: BlockKeys): Block {
  return {
    id,
    label: `write.block.${id}`,
    icon,
    group: 'mark',
    keys,
    run: (editor) => {
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, id);
    },
  };
}

function listBlock(kind: ListKind, icon: LucideIcon, command: LexicalCommand<void>, digit: string): Block {
  return {
    id: kind,
    label: `write.block.${kind}`,
    icon,
    group: 'list',
    keys: { code: `Digit${digit}`, shown: digit, with: 'shift' },
    run: (editor) => {
      const selection = $ownSelection();
      if (selection === null) return;
      const list = $findMatchingParent(selection.anchor.getNode(), $isListNode);
      const isOn = list?.getListType() === kind;
      editor.dispatchCommand(isOn ? REMOVE_LIST_COMMAND : command, undefined);
    },
  };
}

export const blocks: readonly Block[] = [
  headingBlock('h1', Heading1, '1'),
  headingBlock('h2', Heading2, '2'),
  headingBlock('h3', Heading3, '3'),
  markBlock('bold', Bold, { code: 'KeyB', shown: 'B', with: 'nothing' }),
  markBlock('italic', Italic, { code: 'KeyI', shown: 'I', with: 'nothing' }),
  markBlock('underline', Underline, { code: 'KeyU', shown: 'U', with: 'nothing' }),
  markBlock('strikethrough', Strikethrough, { code: 'KeyX', shown: 'X', with: 'shift' }),
  markBlock('highlight', Highlighter, { code: 'KeyH', shown: 'H', with: 'shift' }),
  markBlock('code', Code, { code: 'KeyE', shown: 'E', with: 'nothing' }),
  listBlock('bullet', List, INSERT_UNORDERED_LIST_COMMAND, '8'),
  listBlock('number', ListOrdered, INSERT_ORDERED_LIST_COMMAND, '7'),
  listBlock('check', ListChecks, INSERT_CHECK_LIST_COMMAND, '9'),
  {
    id: 'quote',
    label: 'write.block.quote',
    icon: TextQuote,
    group: 'insert',
    keys: { code: 'Period', shown: '.', with: 'shift' },
    run: () =>
      $turnInto(
        (block) => $isQuoteNode(block) && !$isPromptNode(block),
        () => $createQuoteNode(),
      ),
  },
  {
    id: 'codeBlock',
    label: 'write.block.codeBlock',
    icon: SquareCode,
    group: 'insert',
    keys: { code: 'KeyE', shown: 'E', with: 'shift' },
    run: () => $turnInto($isCodeNode, () => $createCodeNode()),
  },
  {
    id: 'table',
    label: 'write.block.table',
    icon: Table,
    group: 'insert',
    keys: { code: 'KeyT', shown: 'T', with: 'shift' },
    run: (editor) => {
      editor.dispatchCommand(INSERT_TABLE_COMMAND, newTable);
    },
  },
  {
    id: 'divider',
    label: 'write.block.divider',
    icon: Minus,
    group: 'insert',
    keys: { code: 'Minus', shown: '-', with: 'shift' },
    run: (editor) => {
      editor.dispatchCommand(INSERT_HORIZONTAL_RULE_COMMAND, undefined);
    },
  },
  {
    id: 'picture',
    label: 'write.block.picture',
    icon: Image,
    group: 'insert',
    keys: { code: 'KeyP', shown: 'P', with: 'shift' },
    run: (editor) => {
      editor.dispatchCommand(CHOOSE_PICTURE, undefined);
    },
  },
];

/** What holds where the caret is; for pressed buttons. Inside a read. */
export interface ActiveBlocks {
  readonly ids: ReadonlySet<BlockId>;
  readonly linkAddress: string | null;
}

export function $readActiveBlocks(): ActiveBlocks {
  const ids = new Set<BlockId>();
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return { ids, linkAddress: null };
  for (const mark of markIds) {
    if (selection.hasFormat(mark)) ids.add(mark);
  }
  const node = selection.anchor.getNode();
  const block = node.getTopLevelElement();
  if ($isHeadingNode(block)) {
    const tag = block.getTag();
    if (tag === 'h1' || tag === 'h2' || tag === 'h3') ids.add(tag);
  }
  if ($isQuoteNode(block) && !$isPromptNode(block)) ids.add('quote');
  if ($isCodeNode(block)) ids.add('codeBlock');
  if ($findTableNode(node) !== null) ids.add('table');
  const list = $findMatchingParent(node, (parent): parent is ListNode => $isListNode(parent));
  if (list !== null) ids.add(list.getListType());
  const link = $findMatchingParent(node, $isLinkNode);
  return { ids, linkAddress: link?.getURL() ?? null };
}
