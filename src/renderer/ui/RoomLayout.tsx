import { useEffect, useId, useRef, type ReactNode } from 'react';
import { message } from '../i18n/i18n';
import styles from './RoomLayout.module.css';
import { VisuallyHidden } from './VisuallyHidden';

interface RoomLayoutProps {
  /** Shown as the title of the page; without it the label is the title, read aloud. */
  readonly heading?: ReactNode;
  /** Name of the room. */
  readonly label: string;
  /** Controls on the line of the heading, at its end. */
  readonly tools?: ReactNode;
  /** Where the past and the facts live. */
  readonly margin?: ReactNode;
  readonly children: ReactNode;
}

/** A page: the middle column is the person's, the margin holds what stands behind it. Takes the focus when it opens. */
export function RoomLayout({ heading, label, tools, margin, children }: RoomLayoutProps) {
  const titleId = useId();
  const room = useRef<HTMLElement>(null);
  useEffect(() => {
    const page = room.current;
    // A room with something to type in has taken the focus itself by now.
    if (page && !page.contains(document.activeElement)) page.focus({ preventScroll: true });
  }, []);
  return (
    <main
      ref={room}
      className={styles.room}
      data-margin={margin === undefined ? 'none' : 'side'}
      tabIndex={-1}
      aria-labelledby={titleId}
    >
      <div className={styles.middle}>
        {heading === undefined ? (
          <h1 id={titleId}>
            <VisuallyHidden>{label}</VisuallyHidden>
          </h1>
        ) : (
          <header className={styles.header}>
            <h1 id={titleId} className={styles.heading}>
              {heading}
            </h1>
            {tools}
          </header>
        )}
        {children}
      </div>
      {margin !== undefined && (
        <aside className={styles.margin} aria-label={message('ui.margin')}>
          <div className={styles.notes}>{margin}</div>
        </aside>
      )}
    </main>
  );
}
