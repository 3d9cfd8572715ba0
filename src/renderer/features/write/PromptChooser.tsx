import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $getSelection,
  $onUpdate,
  $setSelection,
  COMMAND_PRIORITY_EDITOR,
  type BaseSelection,
} from 'lexical';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { isOwnPrompt, type AnyPrompt } from '../../../shared/domain/prompt';
import { useAllPrompts } from '../../bridge/promptQueries';
import { usePromptOffer } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { OPEN_PROMPT_CHOOSER } from './editor/editorCommands';
import { $insertPrompt } from './editor/insertPrompt';
import { foldForFinding } from './find/foldForFinding';
import styles from './PromptChooser.module.css';

const wordsOf = (text: string): readonly string[] => foldForFinding(text).text.split(/\s+/).filter(Boolean);

function fits(prompt: AnyPrompt, typed: string): boolean {
  const { text } = foldForFinding(prompt.text);
  return wordsOf(typed).every((word) => text.includes(word));
}

interface ListProps {
  readonly onChoose: (prompt: AnyPrompt) => void;
}

/** A line to look in and the questions below it: the one offered today first, then one's own, then the library. */
function Questions({ onChoose }: ListProps) {
  const offered = usePromptOffer().data?.promptId ?? null;
  const prompts = useAllPrompts();
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const ordered = [
    ...prompts.filter(({ id }) => id === offered),
    ...prompts.filter(({ id }) => id !== offered),
  ];
  const found = ordered.filter((prompt) => fits(prompt, typed));
  const active = found[Math.min(place, found.length - 1)];

  const optionId = (prompt: AnyPrompt): string => `${listId}-${prompt.id}`;
  const activeId = active && optionId(active);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setPlace((Math.min(place, found.length - 1) + step + found.length) % found.length);
    }
    if (event.key === 'Enter' && active) {
      event.preventDefault();
      onChoose(active);
    }
  };

  const aside = (prompt: AnyPrompt): string =>
    prompt.id === offered
      ? message('write.question.offered')
      : isOwnPrompt(prompt)
        ? message('write.question.own')
        : message(`library.theme.${prompt.theme}`);
  return (
    <>
      <input
        ref={field}
        type="text"
        role="combobox"
        className={styles.field}
        aria-label={message('write.question.find')}
        placeholder={message('write.question.find')}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setPlace(0);
        }}
        onKeyDown={press}
      />
      <div
        id={listId}
        role="listbox"
        tabIndex={-1}
        className={styles.list}
        aria-label={message('write.question.title')}
      >
        {found.map((prompt) => (
          <button
            key={prompt.id}
            type="button"
            id={optionId(prompt)}
            role="option"
            tabIndex={-1}
            className={styles.option}
            aria-selected={prompt === active}
            // The keys are the field's; a pointer chooses here.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(prompt)}
          >
            <span className={styles.text}>{prompt.text}</span>
            <span className={styles.aside}>{aside(prompt)}</span>
          </button>
        ))}
      </div>
      <output className={styles.none}>{found.length === 0 && message('library.nothingFound')}</output>
    </>
  );
}

/** Asked for with "/": a question is looked for and put where the caret was. Escape puts nothing. */
export function PromptChooser() {
  const [editor] = useLexicalComposerContext();
  const dialog = useRef<HTMLDialogElement>(null);
  const [caret, setCaret] = useState<{ readonly at: BaseSelection | null } | null>(null);
  const isOpen = caret !== null;

  useEffect(
    () =>
      editor.registerCommand(
        OPEN_PROMPT_CHOOSER,
        () => {
          const at = $getSelection()?.clone() ?? null;
          // A page that still has a selection takes the caret back from the field, and keys go nowhere.
          $setSelection(null);
          $onUpdate(() => setCaret({ at }));
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  );

  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);

  const close = (chosen: AnyPrompt | null): void => {
    const at = caret?.at ?? null;
    dialog.current?.close();
    setCaret(null);
    editor.update(() => {
      if (at !== null) $setSelection(at.clone());
      if (chosen !== null) $insertPrompt(chosen, 'caret');
    });
    editor.focus();
  };

  if (!isOpen) return null;
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={message('write.question.title')}
      onCancel={(event) => {
        event.preventDefault();
        close(null);
      }}
    >
      <Questions onChoose={close} />
      <button type="button" className={styles.cancel} onClick={() => close(null)}>
        {message('ui.close')}
      </button>
    </dialog>
  );
}
