import { HistoryExtension } from '@lexical/history';
import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue';
import {
  AlignVerticalJustifyCenter,
  ArrowDownToLine,
  ArrowUpToLine,
  Bookmark,
  Link2,
  Maximize2,
  Redo2,
  Search,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { REDO_COMMAND, UNDO_COMMAND, type LexicalEditor } from 'lexical';
import type { Writing } from '../../../../shared/domain/settings';
import { changeWriting } from '../../../bridge/writingQueries';
import { message } from '../../../i18n/i18n';
import { blocks, type ActiveBlocks, type Block } from './blocks';
import { KEEP_LINE, linkKeys, MOVE_BLOCKS, OPEN_FIND, OPEN_LINK_FIELD } from './editorCommands';
import { keysInWords } from './keysInWords';

/** A button of a toolbar or a row of its menu. */
export interface Tool {
  readonly id: string;
  readonly label: string;
  /** In words; empty for none. */
  readonly keys: string;
  readonly icon: LucideIcon;
  readonly group: string;
  readonly state: 'on' | 'off' | 'unavailable' | 'plain';
  readonly run: () => void;
}

const blockTool = (editor: LexicalEditor, block: Block, active: ActiveBlocks): Tool => ({
  id: block.id,
  label: message(block.label),
  keys: keysInWords(block.keys),
  icon: block.icon,
  group: block.group,
  state: block.id === 'divider' || block.id === 'picture' ? 'plain' : active.ids.has(block.id) ? 'on' : 'off',
  run: () => editor.update(() => block.run(editor)),
});

const linkTool = (editor: LexicalEditor, active: ActiveBlocks, group: string): Tool => ({
  id: 'link',
  label: message('write.link'),
  keys: keysInWords(linkKeys),
  icon: Link2,
  group,
  state: active.linkAddress === null ? 'off' : 'on',
  run: () => editor.dispatchCommand(OPEN_LINK_FIELD, undefined),
});

/** Everything there is to shape the text with; the link stands where the things to insert begin. */
export function shapingTools(editor: LexicalEditor, active: ActiveBlocks): readonly Tool[] {
  const shaping = blocks.map((block) => blockTool(editor, block, active));
  const divider = shaping.findIndex(({ id }) => id === 'divider');
  return [...shaping.slice(0, divider), linkTool(editor, active, 'insert'), ...shaping.slice(divider)];
}

/** What one does to words that are selected: the marks first, since they are what a selection is mostly for. */
export const selectionTools = (editor: LexicalEditor, active: ActiveBlocks): readonly Tool[] => [
  ...blocks.filter(({ group }) => group === 'mark').map((block) => blockTool(editor, block, active)),
  linkTool(editor, active, 'mark'),
  ...blocks.filter(({ group }) => group === 'heading').map((block) => blockTool(editor, block, active)),
  {
    id: 'keep',
    label: message('write.keepLine'),
    keys: '',
    icon: Bookmark,
    group: 'keep',
    state: 'plain',
    run: () => editor.dispatchCommand(KEEP_LINE, undefined),
  },
];

export function useHistoryTools(editor: LexicalEditor): readonly Tool[] {
  const canUndo = useExtensionSignalValue(HistoryExtension, 'canUndo');
  const canRedo = useExtensionSignalValue(HistoryExtension, 'canRedo');
  return [
    {
      id: 'undo',
      label: message('write.undo'),
      keys: keysInWords({ code: 'KeyZ', shown: 'Z', with: 'nothing' }),
      icon: Undo2,
      group: 'history',
      state: canUndo ? 'plain' : 'unavailable',
      run: () => editor.dispatchCommand(UNDO_COMMAND, undefined),
    },
    {
      id: 'redo',
      label: message('write.redo'),
      keys: keysInWords({ code: 'KeyZ', shown: 'Z', with: 'shift' }),
      icon: Redo2,
      group: 'history',
      state: canRedo ? 'plain' : 'unavailable',
      run: () => editor.dispatchCommand(REDO_COMMAND, undefined),
    },
  ];
}

/** What is about the page and not about its words. Rows of the menu only. */
export const pageTools = (editor: LexicalEditor, writing: Writing): readonly Tool[] => [
  {
    id: 'find',
    label: message('write.find'),
    keys: keysInWords({ code: 'KeyF', shown: 'F', with: 'nothing' }),
    icon: Search,
    group: 'page',
    state: 'plain',
    run: () => editor.dispatchCommand(OPEN_FIND, undefined),
  },
  ...(['up', 'down'] as const).map((direction): Tool => ({
    id: `move-${direction}`,
    label: message(`write.move.${direction}`),
    keys: message(`write.move.${direction}Keys`),
    icon: direction === 'up' ? ArrowUpToLine : ArrowDownToLine,
    group: 'page',
    state: 'plain',
    run: () => editor.dispatchCommand(MOVE_BLOCKS, direction),
  })),
  ...(['focus', 'typewriter'] as const).map((choice): Tool => ({
    id: choice,
    label: message(`write.${choice}`),
    keys: message(`write.${choice}Keys`),
    icon: choice === 'focus' ? Maximize2 : AlignVerticalJustifyCenter,
    group: 'view',
    state: writing[choice],
    run: () => void changeWriting(choice, writing[choice] === 'on' ? 'off' : 'on'),
  })),
];
