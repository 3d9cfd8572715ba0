import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getSelection, $isRangeSelection } from 'lexical';
import { useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { $isPromptNode } from '../../../../shared/document/nodes/PromptNode';
import { message } from '../../../i18n/i18n';
import { FOCUS_TOOLBAR } from './editorCommands';
import { $isInCode } from './isInCode';
import styles from './SelectionToolbar.module.css';
import { ToolButton } from './ToolButton';
import { moveThroughTools } from './toolKeys';
import { selectionTools, type Tool } from './tools';
import { useActiveBlocks } from './useActiveBlocks';
import { useFloating } from './useFloating';

/** The selected words, by where they begin and end; null where there is nothing to shape. */
function $readSelected(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const { anchor, focus } = selection;
  if ($isInCode(anchor.getNode()) || $isInCode(focus.getNode())) return null;
  const isAsked = selection.getNodes().every((node) => $isPromptNode(node.getTopLevelElement()));
  if (isAsked || selection.getTextContent().trim() === '') return null;
  return [anchor.key, anchor.offset, focus.key, focus.offset].join(' ');
}

const isSame = (one: string, other: string): boolean => one === other;

function selectedRect(): DOMRect | null {
  const selection = window.getSelection();
  return selection === null || selection.rangeCount === 0
    ? null
    : selection.getRangeAt(0).getBoundingClientRect();
}

const side = 'above';

/** Beside the words that are selected, never over them. Alt+F10 goes into it, once more to the tools at the foot. */
export function SelectionToolbar() {
  const [editor] = useLexicalComposerContext();
  const { subject, box } = useFloating(editor, { $read: $readSelected, isSame, rect: selectedRect, side });
  const active = useActiveBlocks(editor);
  const [stop, setStop] = useState('');
  if (subject === null) return null;
  const tools = selectionTools(editor, active);
  const current = tools.some(({ id }) => id === stop) ? stop : tools[0]?.id;

  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      editor.focus();
    } else if (event.key === 'F10' && event.altKey) {
      event.preventDefault();
      editor.dispatchCommand(FOCUS_TOOLBAR, 'foot');
    } else moveThroughTools(event, box.current);
  };
  const isFirst = (tool: Tool, index: number): boolean => index > 0 && tools[index - 1]?.group !== tool.group;

  return createPortal(
    <div
      ref={box}
      role="toolbar"
      tabIndex={-1}
      className={styles.bar}
      aria-label={message('write.selectionTools')}
      onKeyDown={move}
    >
      {tools.map((tool, index) => (
        <ToolButton
          key={tool.id}
          tool={tool}
          place={isFirst(tool, index) ? 'first' : 'further'}
          tabIndex={tool.id === current ? 0 : -1}
          onFocus={() => setStop(tool.id)}
        />
      ))}
    </div>,
    document.body,
  );
}
