import { useEffect, useRef, useState } from 'react';
import { assert } from '../../../shared/assert';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { takePassphrase, type Passphrase } from './journalDoor';
import styles from './UnlockRoom.module.css';

interface PassphraseFormProps {
  /** `twice` asks once more, for a passphrase that is new. */
  readonly ask: 'once' | 'twice';
  readonly submitLabel: string;
  readonly progress: 'waiting' | 'opening';
  readonly canSubmit: boolean;
  /** Says something about what was typed. */
  readonly onProblem: (problem: string) => void;
  /** UTF-8 bytes; the fields are empty by then. */
  readonly onPassphrase: (passphrase: Passphrase) => void;
}

/** The passphrase lives in the fields alone, never in React's state. */
export function PassphraseForm({
  ask,
  submitLabel,
  progress,
  canSubmit,
  onProblem,
  onPassphrase,
}: PassphraseFormProps) {
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState<'dots' | 'letters'>('dots');
  const isOpening = progress === 'opening';
  const type = shown === 'dots' ? 'password' : 'text';

  useEffect(() => {
    if (!isOpening) first.current?.focus();
  }, [isOpening]);

  const submit = (): void => {
    assert(first.current, 'the form has a field');
    if (ask === 'twice' && first.current.value !== second.current?.value) {
      onProblem(message('unlock.differ'));
      return;
    }
    if (first.current.value === '') {
      onProblem(message('failure.PassphraseEmpty'));
      first.current.focus();
      return;
    }
    if (second.current) second.current.value = '';
    setShown('dots');
    onPassphrase(takePassphrase(first.current));
  };

  const plain = {
    spellCheck: false,
    autoCapitalize: 'none',
    autoCorrect: 'off',
    disabled: isOpening,
  } as const;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.passphrase}>
        <TextField
          {...plain}
          ref={first}
          className={styles.grow}
          label={message('unlock.passphrase')}
          type={type}
          autoComplete={ask === 'twice' ? 'new-password' : 'current-password'}
        />
        <Button
          look="quiet"
          aria-pressed={shown === 'letters'}
          onClick={() => setShown(shown === 'dots' ? 'letters' : 'dots')}
        >
          {message(shown === 'dots' ? 'unlock.show' : 'unlock.hide')}
        </Button>
      </div>
      {ask === 'twice' && (
        <>
          <div className={styles.passphrase}>
            <TextField
              {...plain}
              ref={second}
              className={styles.grow}
              label={message('unlock.passphraseAgain')}
              type={type}
              autoComplete="new-password"
            />
          </div>
          <p className={styles.hint}>{message('unlock.passphraseHint')}</p>
        </>
      )}
      <div className={styles.actions}>
        <Button look="primary" type="submit" disabled={isOpening || !canSubmit}>
          {isOpening ? message('unlock.opening') : submitLabel}
        </Button>
        <output className={styles.hint}>{isOpening && message('unlock.openingWhy')}</output>
      </div>
    </form>
  );
}
