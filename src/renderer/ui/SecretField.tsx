import { useId, useState, type Ref } from 'react';
import { message } from '../i18n/i18n';
import { Button } from './Button';
import styles from './SecretField.module.css';
import { TextField } from './TextField';

interface SecretFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly label: string;
  readonly autoComplete: 'current-password' | 'new-password' | 'off';
  readonly disabled?: boolean;
  /** For what is said about it while it is typed; the letters are in the field alone. */
  readonly onInput?: () => void;
}

/** A line for a passphrase. What is typed lives in the field, never in React's state; read it with `takeSecret`. */
export function SecretField({ ref, label, autoComplete, disabled = false, onInput }: SecretFieldProps) {
  const [shown, setShown] = useState<'dots' | 'letters'>('dots');
  const isDots = shown === 'dots';
  const fieldName = useId();
  return (
    <div className={styles.secret}>
      <TextField
        ref={ref}
        label={label}
        type={isDots ? 'password' : 'text'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        disabled={disabled}
        onInput={onInput}
      />
      <Button
        look="quiet"
        aria-pressed={!isDots}
        aria-describedby={fieldName}
        disabled={disabled}
        onClick={() => setShown(isDots ? 'letters' : 'dots')}
      >
        {message(isDots ? 'ui.show' : 'ui.hide')}
      </Button>
      <span id={fieldName} hidden>
        {label}
      </span>
    </div>
  );
}

/** UTF-8 bytes, so that they can be wiped; the field is empty afterwards. */
export function takeSecret(field: HTMLInputElement): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(field.value);
  field.value = '';
  return bytes;
}
