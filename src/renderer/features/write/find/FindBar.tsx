import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X, type LucideIcon } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import styles from './FindBar.module.css';
import type { Sought } from './findMatches';
import { useFindInPage } from './useFindInPage';

interface FindBarProps {
  readonly access: 'writing' | 'reading';
  /** What was selected when it was opened. */
  readonly words: string;
  /** For whoever asks for it again while it is there. */
  readonly field: RefObject<HTMLInputElement | null>;
  /** `where`: back to where one was, or to the place that was found. */
  readonly onClose: (where: 'before' | 'found') => void;
}

interface IconButtonProps {
  readonly label: string;
  readonly keys?: string;
  readonly icon: LucideIcon;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

function IconButton({ label, keys, icon: Icon, pressed, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      aria-pressed={pressed}
      title={keys === undefined ? label : message('write.withKeys', { label, keys })}
      onClick={onClick}
    >
      <Icon aria-hidden size={17} strokeWidth={1.75} />
    </button>
  );
}

/** Finds and replaces in this entry, with the text in sight under it. */
export function FindBar({ access, words, field, onClose }: FindBarProps) {
  const [editor] = useLexicalComposerContext();
  const [sought, setSought] = useState<Sought>({ words, letters: 'folded', extent: 'anywhere' });
  const [replacement, setReplacement] = useState('');
  const bar = useRef<HTMLDivElement>(null);
  const find = useFindInPage(editor, sought);
  const { matches, current } = find;

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [field]);

  const close = (where: 'before' | 'found'): void => {
    if (where === 'found') find.select();
    onClose(where);
  };

  const keys = useEffectEvent((event: KeyboardEvent): void => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.isComposing) return;
    if (event.key === 'Escape') close('before');
    else if (event.key === 'F3') find.go(event.shiftKey ? 'previous' : 'next');
    else if (event.key === 'Enter' && isCommand) close('found');
    else if (event.code === 'KeyF' && isCommand && !event.shiftKey && !event.altKey) field.current?.select();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  useEffect(() => {
    const box = bar.current;
    const listen = (event: KeyboardEvent): void => keys(event);
    box?.addEventListener('keydown', listen);
    return () => box?.removeEventListener('keydown', listen);
  }, []);

  const state =
    sought.words === ''
      ? ''
      : matches.length === 0
        ? message('write.find.none')
        : message('write.find.place', { place: current + 1, places: matches.length });

  return (
    <div ref={bar} role="search" className={styles.bar} aria-label={message('write.find')}>
      <div className={styles.row}>
        <input
          ref={field}
          className={styles.field}
          type="text"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          aria-label={message('write.find')}
          placeholder={message('write.find')}
          value={sought.words}
          onChange={(event) => setSought({ ...sought, words: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
              return;
            event.preventDefault();
            find.go(event.shiftKey ? 'previous' : 'next');
          }}
        />
        <output className={styles.state}>{state}</output>
        <IconButton
          label={message('write.find.case')}
          icon={CaseSensitive}
          pressed={sought.letters === 'kept'}
          onClick={() => setSought({ ...sought, letters: sought.letters === 'kept' ? 'folded' : 'kept' })}
        />
        <IconButton
          label={message('write.find.words')}
          icon={WholeWord}
          pressed={sought.extent === 'wholeWords'}
          onClick={() =>
            setSought({ ...sought, extent: sought.extent === 'wholeWords' ? 'anywhere' : 'wholeWords' })
          }
        />
        <IconButton
          label={message('write.find.previous')}
          keys="Shift F3"
          icon={ChevronUp}
          onClick={() => find.go('previous')}
        />
        <IconButton
          label={message('write.find.next')}
          keys="F3"
          icon={ChevronDown}
          onClick={() => find.go('next')}
        />
        <IconButton label={message('ui.close')} icon={X} onClick={() => close('before')} />
      </div>
      {access === 'writing' && (
        <div className={styles.row}>
          <input
            className={styles.field}
            type="text"
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            aria-label={message('write.find.replacement')}
            placeholder={message('write.find.replacement')}
            value={replacement}
            onChange={(event) => setReplacement(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
                return;
              event.preventDefault();
              find.replace(replacement);
            }}
          />
          <Button
            look="quiet"
            className={styles.act}
            aria-disabled={current === -1}
            onClick={() => find.replace(replacement)}
          >
            {message('write.find.replace')}
          </Button>
          <Button
            look="quiet"
            className={styles.act}
            aria-disabled={current === -1}
            onClick={() => find.replaceAll(replacement)}
          >
            {message('write.find.replaceAll')}
          </Button>
        </div>
      )}
    </div>
  );
}
