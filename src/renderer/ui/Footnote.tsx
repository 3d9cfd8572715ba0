import type { ReactNode } from 'react';
import styles from './Footnote.module.css';
import { FootnoteMark } from './FootnoteMark';

interface FootnoteProps {
  readonly number: number;
  /** For what is described by it. */
  readonly id?: string | undefined;
  readonly children: ReactNode;
}

/** What stands behind a statement: a source, the evidence under a chart. */
export function Footnote({ number, id, children }: FootnoteProps) {
  return (
    <p id={id} className={styles.footnote} role="note">
      <FootnoteMark number={number} beside="note" /> {children}
    </p>
  );
}
