import styles from './Spans.module.css';

interface FieldNoteProps {
  readonly id: string;
  readonly hint: string;
  /** One sentence that takes the place of the hint. */
  readonly problem: string | null | undefined;
}

/** Under a field: what it is for, or what is not clear in it yet. */
export function FieldNote({ id, hint, problem }: FieldNoteProps) {
  return (
    <p id={id} className={problem ? styles.problem : styles.hint} role={problem ? 'alert' : undefined}>
      {problem ?? hint}
    </p>
  );
}
