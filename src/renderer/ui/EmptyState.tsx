import type { ReactNode } from 'react';
import { Landscape } from './Landscape';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** A way on, usually one button. */
  readonly action?: ReactNode;
  /** `hills` draws a stretch of country under the words, where a whole room is empty. */
  readonly picture?: 'hills' | 'none';
}

/** A page with nothing on it yet, said kindly. */
export function EmptyState({ title, children, action, picture = 'none' }: EmptyStateProps) {
  return (
    <>
      <div className={styles.empty}>
        <p className={styles.title}>{title}</p>
        {children !== undefined && <p className={styles.text}>{children}</p>}
        {action}
      </div>
      {picture === 'hills' && (
        <div className={styles.hills}>
          <Landscape />
        </div>
      )}
    </>
  );
}
