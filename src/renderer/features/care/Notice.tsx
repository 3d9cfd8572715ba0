import { useId, type ReactNode } from 'react';
import styles from './Notice.module.css';

interface NoticeProps {
  readonly title: string;
  readonly text: string;
  /** Ways forward; the last one puts the notice away, if it can be put away. */
  readonly actions: ReactNode;
}

/** Something the person is to know about their journal: one sentence, what it means, and what can be done. */
export function Notice({ title, text, actions }: NoticeProps) {
  const titleId = useId();
  return (
    <li className={styles.notice} aria-labelledby={titleId}>
      <div className={styles.words}>
        <p id={titleId} className={styles.title}>
          {title}
        </p>
        <p className={styles.text}>{text}</p>
      </div>
      <div className={styles.actions}>{actions}</div>
    </li>
  );
}
