import type { ReactNode } from 'react';
import styles from './Filters.module.css';

/** One filter: its name before, what can be chosen after it. */
export function FilterLine({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.line}>
      <span className={styles.name} aria-hidden>
        {label}
      </span>
      <div className={styles.choice}>{children}</div>
    </div>
  );
}
