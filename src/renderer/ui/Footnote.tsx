import type { ReactNode } from 'react';
import styles from './Footnote.module.css';
import { FootnoteMark } from './FootnoteMark';

interface FootnoteProps {
  readonly number: number;
  readonly children: ReactNode;
}

/** What stands behind a statement: a source, the evidence under a chart. */
export function Footnote({ number, children }: FootnoteProps) {
  return (
    <p className={styles.footnote} role="note">
      <FootnoteMark number={number} beside="note" /> {children}
    </p>
  );
}
