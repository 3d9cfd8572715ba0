import { useEffect, useRef, useState } from 'react';
import { message } from '../../i18n/i18n';
import type { SettingsPart } from '../../session/view';
import { Label } from '../../ui/Label';
import styles from './Contents.module.css';
import { partHeadingId } from './SettingsPart';

/** Brings a part to the head of the page and puts the focus on its heading. */
export function goToPart(part: SettingsPart): void {
  const heading = document.getElementById(partHeadingId(part));
  heading?.focus({ preventScroll: true });
  heading?.closest('section')?.scrollIntoView({ block: 'start' });
}

/** So many pixels below the head of the page a part may begin and be the one that is read. */
const readingLine = 96;
/** The scrolling that follows a click is not the person's. */
const settlingMs = 300;

/** The last part that begins above the reading line; at the end of the page the last of all. */
function partInSight(scroller: Element, parts: readonly SettingsPart[]): SettingsPart | undefined {
  const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2;
  if (isAtEnd && scroller.scrollTop > 0) return parts.at(-1);
  const line = scroller.getBoundingClientRect().top + readingLine;
  return (
    parts.findLast((part) => {
      const section = document.getElementById(partHeadingId(part))?.closest('section');
      return section && section.getBoundingClientRect().top < line;
    }) ?? parts[0]
  );
}

/** The table of contents in the margin. */
export function Contents({ parts }: { readonly parts: readonly SettingsPart[] }) {
  const [current, setCurrent] = useState<SettingsPart | undefined>(parts[0]);
  const chosenAt = useRef(0);

  useEffect(() => {
    const scroller = document.querySelector('main')?.parentElement;
    if (!scroller) return undefined;
    const look = ({ timeStamp }: Pick<Event, 'timeStamp'>): void => {
      if (timeStamp - chosenAt.current > settlingMs) setCurrent(partInSight(scroller, parts));
    };
    scroller.addEventListener('scroll', look, { passive: true });
    return () => scroller.removeEventListener('scroll', look);
  }, [parts]);

  const choose = (part: SettingsPart, at: number): void => {
    chosenAt.current = at;
    setCurrent(part);
    goToPart(part);
  };

  return (
    <nav aria-labelledby="settings-contents">
      <Label id="settings-contents">{message('settings.contents')}</Label>
      <ol className={styles.contents}>
        {parts.map((part) => (
          <li key={part}>
            <button
              type="button"
              className={styles.line}
              aria-current={part === current ? 'location' : undefined}
              onClick={({ timeStamp }) => choose(part, timeStamp)}
            >
              {message(`settings.part.${part}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
