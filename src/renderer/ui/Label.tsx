import type { ReactNode } from 'react';
import styles from './Label.module.css';

interface LabelProps {
  /** `h2` or `h3` where it heads a part of the page. */
  readonly as?: 'h2' | 'h3' | 'p';
  readonly id?: string;
  readonly children: ReactNode;
}

/** The small heading over a part of a page or of the margin. */
export function Label({ as: Element = 'h2', id, children }: LabelProps) {
  return (
    <Element id={id} className={styles.label}>
      {children}
    </Element>
  );
}
