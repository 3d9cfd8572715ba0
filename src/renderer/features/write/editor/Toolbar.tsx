import { HistoryExtension } from '@lexical/history';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue';
import { Link2, Redo2, Undo2, type LucideIcon } from 'lucide-react';
import { COMMAND_PRIORITY_EDITOR, mergeRegister, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { message } from '../../../i18n/i18n';
import { $readActiveBlocks, blocks, type ActiveBlocks } from './blocks';
import { FOCUS_TOOLBAR, linkKeys, OPEN_LINK_FIELD } from './editorCommands';
import { keysInWords } from './keysInWords';
import { LinkField } from './LinkField';
import styles from './Toolbar.module.css';

interface Tool {
  readonly id: string;
  readonly label: string;
  readonly keys: string;
  readonly icon: LucideIcon;
  readonly group: string;
  readonly state: 'on' | 'off' | 'unavailable' | 'plain';
  readonly run: () => void;
}

function useActiveBlocks(): ActiveBlocks {
  const [editor] = useLexicalComposerContext();
  const [active, setActive] = useState<ActiveBlocks>(() => editor.read($readActiveBlocks));
  useEffect(
    () => editor.registerUpdateListener(({ editorState }) => setActive(editorState.read($readActiveBlocks))),
    [editor],
  );
  return active;
}

function useTools(active: ActiveBlocks, openLinkField: () => void): readonly Tool[] {
  const [editor] = useLexicalComposerContext();
  const canUndo = useExtensionSignalValue(HistoryExtension, 'canUndo');
  const canRedo = useExtensionSignalValue(HistoryExtension, 'canRedo');
  const link: Tool = {
    id: 'link',
    label: message('write.link'),
    keys: keysInWords(linkKeys),
    icon: Link2,
    group: 'insert',
    state: active.linkAddress === null ? 'off' : 'on',
    run: openLinkField,
  };
  const shaping = blocks.map((block): Tool => ({
    id: block.id,
    label: message(block.label),
    keys: keysInWords(block.keys),
    icon: block.icon,
    group: block.group,
    state:
      block.id === 'divider' || block.id === 'picture' ? 'plain' : active.ids.has(block.id) ? 'on' : 'off',
    run: () => editor.update(() => block.run(editor)),
  }));
  const divider = shaping.findIndex((tool) => tool.id === 'divider');
  return [
    ...shaping.slice(0, divider),
    link,
    ...shaping.slice(divider),
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

/** At the foot of the page. One stop for Tab, arrows inside; Alt+F10 comes here from the text and Escape goes back. */
export function Toolbar() {
  const [editor] = useLexicalComposerContext();
  const active = useActiveBlocks();
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const [field, setField] = useState<'open' | 'closed'>('closed');
  const tools = useTools(active, () => setField('open'));

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          OPEN_LINK_FIELD,
          () => {
            setField('open');
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(
          FOCUS_TOOLBAR,
          () => {
            bar.current?.querySelector<HTMLButtonElement>('[tabindex="0"]')?.focus();
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
      ),
    [editor],
  );

  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      editor.focus();
      return;
    }
    const places: Readonly<Record<string, number>> = {
      ArrowRight: (stop + 1) % tools.length,
      ArrowLeft: (stop + tools.length - 1) % tools.length,
      Home: 0,
      End: tools.length - 1,
    };
    const next = places[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setStop(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  };

  if (field === 'open') {
    return (
      <div className={styles.bar}>
        <LinkField address={active.linkAddress} onClose={() => setField('closed')} />
      </div>
    );
  }
  return (
    <div
      ref={bar}
      className={styles.bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={message('write.tools')}
      onKeyDown={move}
    >
      {tools.map((tool, index) => (
        <button
          key={tool.id}
          type="button"
          className={styles.tool}
          data-first={index > 0 && tools[index - 1]?.group !== tool.group}
          tabIndex={index === stop ? 0 : -1}
          aria-label={tool.label}
          aria-pressed={tool.state === 'on' || tool.state === 'off' ? tool.state === 'on' : undefined}
          aria-disabled={tool.state === 'unavailable'}
          title={message('write.withKeys', { label: tool.label, keys: tool.keys })}
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setStop(index)}
          onClick={() => {
            if (tool.state !== 'unavailable') tool.run();
          }}
        >
          <tool.icon aria-hidden size={17} strokeWidth={1.75} />
        </button>
      ))}
    </div>
  );
}
