import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  KEY_ARROW_UP_COMMAND,
  type ElementNode,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { $isPromptNode } from '../../../../shared/document/nodes/PromptNode';
import { givenTitleLimit } from '../../../../shared/domain/entry';
import { message } from '../../../i18n/i18n';
import { isOnEdgeLine } from '../editor/isOnEdgeLine';
import styles from './TitleField.module.css';

/** The first block somebody can write in. */
const $firstBlock = (): ElementNode | null =>
  $getRoot()
    .getChildren()
    .filter($isElementNode)
    .find((block) => !$isPromptNode(block)) ?? null;

function goIntoPage(editor: LexicalEditor): void {
  editor.update(() => ($firstBlock() ?? $getRoot()).selectStart(), { discrete: true });
  editor.focus();
}

/** The caret stands on the topmost line of the page. */
function $isOnFirstLine(editor: LexicalEditor): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = selection.anchor.getNode().getTopLevelElement();
  if (block === null || !block.is($firstBlock())) return false;
  const element = editor.getElementByKey(block.getKey());
  return element !== null && isOnEdgeLine(element, 'up');
}

const isPlain = (
  event: Pick<globalThis.KeyboardEvent, 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>,
): boolean => !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;

interface TitleFieldProps {
  readonly title: string | null;
  /** Stands for a title where none is given. */
  readonly firstLine: string;
  readonly onChange: (title: string | null) => void;
}

/** Optional, above the page. Enter and the arrow down lead into the page, the arrow up from its first line leads here. */
export function TitleField({ title, firstLine, onChange }: TitleFieldProps) {
  const [editor] = useLexicalComposerContext();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(title ?? '');
  const [isFocused, setIsFocused] = useState(false);

  useEffect(
    () =>
      editor.registerCommand(
        KEY_ARROW_UP_COMMAND,
        (event) => {
          if (!isPlain(event) || !$isOnFirstLine(editor) || field.current === null) return false;
          event.preventDefault();
          field.current.focus();
          field.current.setSelectionRange(field.current.value.length, field.current.value.length);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor],
  );

  const type = (typed: string): void => {
    // One line, however it was pasted.
    const line = typed.replaceAll(/[\p{Cc}\s]+/gu, ' ');
    setText(line);
    onChange(line.trim() === '' ? null : line.trim());
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const isAtEnd = selectionStart === selectionEnd && selectionEnd === value.length;
    const isDown = event.key === 'ArrowDown' && isPlain(event) && (isAtEnd || isOneLine(event.currentTarget));
    if (event.key !== 'Enter' && !isDown) return;
    event.preventDefault();
    goIntoPage(editor);
  };

  return (
    <textarea
      ref={field}
      className={styles.title}
      rows={1}
      dir="auto"
      spellCheck={false}
      aria-label={message('write.facts.title')}
      placeholder={isFocused && firstLine !== '' ? firstLine : message('write.facts.title')}
      maxLength={givenTitleLimit}
      value={text}
      onChange={({ target }) => type(target.value)}
      onFocus={() => setIsFocused(true)}
      onBlur={() => setIsFocused(false)}
      onKeyDown={press}
    />
  );
}

const isOneLine = (field: HTMLTextAreaElement): boolean =>
  field.clientHeight < 2 * Number.parseFloat(getComputedStyle(field).lineHeight);
