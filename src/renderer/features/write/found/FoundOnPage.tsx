import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { parseSearch } from '../../../../shared/search/parseSearch';
import { message } from '../../../i18n/i18n';
import styles from './FoundOnPage.module.css';
import { findOnPage } from './pageTerms';

/** Names of the highlights; their colours are in `FoundOnPage.module.css`. */
const allName = 'sought';
const currentName = 'sought-current';

function showInSight(range: Range | undefined): void {
  range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

/** What was looked for in the journal, marked on the page that was opened for it. */
export function FoundOnPage({ words }: { readonly words: string }) {
  const [editor] = useLexicalComposerContext();
  const wanted = useMemo(() => parseSearch(words).wanted, [words]);
  const [ranges, setRanges] = useState<readonly Range[]>([]);
  const [current, setCurrent] = useState(0);
  const [state, setState] = useState<'shown' | 'closed'>('shown');

  useEffect(() => {
    if (state === 'closed') return undefined;
    const look = (): void => {
      const page = editor.getRootElement();
      setRanges(page === null ? [] : findOnPage(page, wanted));
    };
    // The first look is for the page as it opens: it goes to the first place. Later ones follow what is typed.
    const frame = requestAnimationFrame(() => {
      const page = editor.getRootElement();
      const found = page === null ? [] : findOnPage(page, wanted);
      setRanges(found);
      showInSight(found[0]);
    });
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) look();
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [editor, wanted, state]);

  const at = Math.min(current, Math.max(0, ranges.length - 1));
  useEffect(() => {
    const now = ranges[at];
    CSS.highlights.set(allName, new Highlight(...ranges));
    if (now !== undefined) CSS.highlights.set(currentName, new Highlight(now));
    return () => {
      CSS.highlights.delete(allName);
      CSS.highlights.delete(currentName);
    };
  }, [ranges, at]);

  if (state === 'closed' || ranges.length === 0) return null;
  const go = (step: 1 | -1): void => {
    const next = (at + step + ranges.length) % ranges.length;
    setCurrent(next);
    showInSight(ranges[next]);
  };
  const close = (): void => {
    setRanges([]);
    setState('closed');
  };
  return (
    <div
      role="presentation"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div role="group" className={styles.found} aria-label={message('write.found.label')}>
        <span className={styles.words} title={words}>
          {words}
        </span>
        <output className={styles.place}>
          {message('write.found.place', { place: at + 1, places: ranges.length })}
        </output>
        <button
          type="button"
          className={styles.step}
          aria-label={message('write.found.previous')}
          onClick={() => go(-1)}
        >
          <ChevronUp aria-hidden size={16} strokeWidth={1.75} />
        </button>
        <button
          type="button"
          className={styles.step}
          aria-label={message('write.found.next')}
          onClick={() => go(1)}
        >
          <ChevronDown aria-hidden size={16} strokeWidth={1.75} />
        </button>
        <button
          type="button"
          className={styles.step}
          aria-label={message('write.found.close')}
          onClick={close}
        >
          <X aria-hidden size={16} strokeWidth={1.75} />
        </button>
      </div>
    </div>
  );
}
