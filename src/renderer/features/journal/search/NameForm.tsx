import { useEffect, useRef, useState } from 'react';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import styles from './Search.module.css';

interface NameFormProps {
  readonly label: string;
  readonly name: string;
  /** Null when nothing is to change. */
  readonly onDone: (name: string | null) => void;
}

/** A name to type, on a line of its own. Enter keeps it, Escape does not. */
export function NameForm({ label, name, onDone }: NameFormProps) {
  const [typed, setTyped] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <form
      className={styles.naming}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(typed.trim() === '' ? null : typed.trim());
      }}
    >
      <input
        ref={field}
        className={styles.field}
        aria-label={label}
        maxLength={120}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone(null);
        }}
      />
      <Button look="quiet" type="submit">
        {message('journal.saved.done')}
      </Button>
    </form>
  );
}
