import { useEffect, useId, useRef } from 'react';
import { message } from '../i18n/i18n';
import { Button } from './Button';
import styles from './Progress.module.css';

interface ProgressProps {
  readonly label: string;
  /** How far it has come; null while nobody knows. */
  readonly known: { readonly done: number; readonly total: number; readonly words: string } | null;
  readonly onStop: () => void;
}

/** Something that takes a while, how far it has come, and a way to stop it. */
export function Progress({ label, known, onStop }: ProgressProps) {
  const id = useId();
  const progress = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button it was begun with is gone, and with it the focus; the next Tab comes to the one that stops it.
    if (document.activeElement === document.body) progress.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={progress} className={styles.progress} role="group" aria-labelledby={id} tabIndex={-1}>
      <div className={styles.words}>
        <p id={id} className={styles.label} role="status">
          {label}
        </p>
        {known !== null && <p className={styles.count}>{known.words}</p>}
      </div>
      {/* Without a value it only says that something goes on. */}
      <progress
        className={styles.bar}
        aria-labelledby={id}
        {...(known && { value: Math.min(known.done, known.total), max: known.total })}
      />
      <Button look="outlined" onClick={onStop}>
        {message('ui.stop')}
      </Button>
    </div>
  );
}
