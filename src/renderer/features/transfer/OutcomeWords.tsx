import type { ReactNode } from 'react';
import styles from './Transfer.module.css';

interface OutcomeWordsProps {
  readonly done?: ReactNode;
  readonly problem?: string | null;
}

/** How something went; read aloud when it appears. */
export function OutcomeWords({ done = null, problem = null }: OutcomeWordsProps) {
  return (
    <div className={styles.said}>
      <output className={styles.outcome}>{done}</output>
      <p className={styles.outcome} role="alert">
        {problem}
      </p>
    </div>
  );
}
