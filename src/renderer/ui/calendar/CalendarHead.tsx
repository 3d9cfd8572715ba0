import { ChevronLeft, ChevronRight } from 'lucide-react';
import styles from './CalendarHead.module.css';

interface Step {
  readonly label: string;
  readonly onGo: () => void;
  readonly isPossible?: boolean;
}

interface CalendarHeadProps {
  readonly heading: string;
  readonly before: Step;
  readonly after: Step;
}

/** What a calendar shows, and the ways to what lies before and after. */
export function CalendarHead({ heading, before, after }: CalendarHeadProps) {
  return (
    <header className={styles.head}>
      <h2 className={styles.heading} aria-live="polite">
        {heading}
      </h2>
      {[before, after].map(({ label, onGo, isPossible = true }, index) => {
        const Arrow = index === 0 ? ChevronLeft : ChevronRight;
        return (
          <button
            key={label}
            type="button"
            className={styles.step}
            aria-label={label}
            disabled={!isPossible}
            onClick={onGo}
          >
            <Arrow aria-hidden size={18} strokeWidth={1.75} />
          </button>
        );
      })}
    </header>
  );
}
