import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Paper } from '../../../shared/packet/paper';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { selectedStretches, type ShownStretch } from './chosenPassages';
import styles from './Pages.module.css';
import { Sheet, type SheetProps } from './Sheet';
import { between, deskEdge, leaves, usePages } from './usePages';
import { createWordWalk, type WordWalk } from './wordWalk';

interface PagesProps extends SheetProps {
  readonly paper: Paper;
  /** The pages themselves: what is printed. */
  readonly flow: RefObject<HTMLElement | null>;
  readonly onCover: (stretches: readonly ShownStretch[]) => void;
}

/** Of a page: places are measured in fractions of pixels. */
const slack = 0.02;

const arrows: Readonly<Record<string, readonly [step: 'word' | 'text', way: 1 | -1]>> = {
  ArrowRight: ['word', 1],
  ArrowLeft: ['word', -1],
  ArrowDown: ['text', 1],
  ArrowUp: ['text', -1],
};

/** The pages as they will be, one beside the other. Words are chosen on them with the pointer or with keys, and covered. */
export function Pages({ paper, flow, onCover, ...sheet }: PagesProps) {
  const leaf = leaves[paper];
  const { step } = leaf;
  const desk = useRef<HTMLDivElement>(null);
  const { scale, count, cropped } = usePages(leaf, flow, desk);
  const [chosen, setChosen] = useState<readonly ShownStretch[]>([]);
  const [at, setAt] = useState(0);
  const walk = useRef<WordWalk>(null);
  walk.current ??= createWordWalk(() => flow.current);

  useEffect(() => {
    const look = (): void => {
      if (flow.current) setChosen(selectedStretches(flow.current));
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [flow]);

  const cover = (): void => {
    if (chosen.length === 0) return;
    onCover(chosen);
    document.getSelection()?.removeAllRanges();
    setChosen([]);
  };
  const leafTo = (next: number): void => {
    desk.current?.scrollTo({ left: (next * step + cropped) * scale });
    setAt(next);
  };
  /** To the page a text begins on, and to its place there. */
  const follow = (text: Element | null): void => {
    if (text === null || !flow.current) return;
    const left = text.getBoundingClientRect().left - flow.current.getBoundingClientRect().left;
    text.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    leafTo(Math.floor(left / (step * scale) + slack));
  };
  const press = (event: KeyboardEvent): void => {
    const arrow = arrows[event.key];
    if (arrow && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      follow(walk.current?.move(...arrow, event.shiftKey ? 'more' : 'only') ?? null);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      cover();
    }
  };
  const words = chosen.map(({ text }) => text).join(' … ');
  return (
    <div className={styles.pages} data-paper={paper}>
      <div className={styles.tools}>
        <Button
          look="outlined"
          disabled={chosen.length === 0}
          // The selection stays.
          onMouseDown={(event) => event.preventDefault()}
          onClick={cover}
        >
          {message('packet.cover')}
        </Button>
        <output className={styles.chosen}>
          {words === '' ? message('packet.coverHow') : message('packet.chosen', { words })}
        </output>
        <div className={styles.leaf}>
          <Button
            look="quiet"
            disabled={at === 0}
            aria-label={message('packet.pageBefore')}
            onClick={() => leafTo(Math.max(0, at - 1))}
          >
            ←
          </Button>
          <span>{message('packet.pageOf', { page: Math.min(at + 1, count), pages: count })}</span>
          <Button
            look="quiet"
            disabled={at >= count - 1}
            aria-label={message('packet.pageAfter')}
            onClick={() => leafTo(Math.min(count - 1, at + 1))}
          >
            →
          </Button>
        </div>
      </div>
      {/* It takes keys: words are chosen with arrows, and covered with Enter. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={desk}
        className={styles.desk}
        role="group"
        aria-label={message('packet.pages', { pages: count })}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled and chosen in with keys
        tabIndex={0}
        style={{ blockSize: `${leaf.height * scale + deskEdge}px` }}
        onKeyDown={press}
        onScroll={({ currentTarget }) => setAt(Math.round(currentTarget.scrollLeft / (step * scale)))}
      >
        <div style={{ inlineSize: `${(count * step - between) * scale}px` }}>
          <div className={styles.strip} style={{ transform: `scale(${scale})` }}>
            {Array.from({ length: count }, (_, index) => (
              <div
                key={index}
                className={styles.paper}
                style={{
                  insetInlineStart: `${index * step}px`,
                  scrollMarginInlineStart: `${-cropped * scale}px`,
                }}
                aria-hidden
              >
                <span className={styles.number}>
                  {message('packet.number', { page: index + 1, pages: count })}
                </span>
              </div>
            ))}
            <article ref={flow} className={styles.flow}>
              <Sheet {...sheet} />
            </article>
          </div>
        </div>
      </div>
    </div>
  );
}
