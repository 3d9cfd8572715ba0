import { useId } from 'react';
import styles from './Tick.module.css';

interface TickProps {
  readonly label: string;
  /** What it does, or why it cannot be changed. */
  readonly note?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One thing that is on or off. */
export function Tick({ label, note, checked, disabled = false, onChange }: TickProps) {
  const noteId = useId();
  return (
    <div className={styles.tick}>
      <label className={styles.label}>
        <input
          type="checkbox"
          className={styles.box}
          checked={checked}
          disabled={disabled}
          aria-describedby={note === undefined ? undefined : noteId}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      {note !== undefined && (
        <p id={noteId} className={styles.note}>
          {note}
        </p>
      )}
    </div>
  );
}
