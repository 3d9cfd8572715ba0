import { useEffect, useRef, type ReactNode } from 'react';
import { assert } from '../../../shared/assert';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { SecretField, takeSecret } from '../../ui/SecretField';
import { OutcomeLine } from './OutcomeLine';
import styles from './SettingsRoom.module.css';
import type { Outcome } from './useAct';

interface PassphraseAskProps {
  /** What is asked for, and why the passphrase is wanted. */
  readonly children: ReactNode;
  readonly submitLabel: string;
  readonly busyLabel: string;
  readonly isBusy: boolean;
  readonly outcome: Outcome | null;
  /** UTF-8 bytes; the field is empty by then. */
  readonly onPassphrase: (passphrase: Uint8Array<ArrayBuffer>) => void;
  readonly onCancel: () => void;
}

/** A small form that asks for the passphrase before something grave is done. */
export function PassphraseAsk({
  children,
  submitLabel,
  busyLabel,
  isBusy,
  outcome,
  onPassphrase,
  onCancel,
}: PassphraseAskProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isBusy) field.current?.focus();
  }, [isBusy]);

  return (
    <form
      className={styles.panel}
      onSubmit={(event) => {
        event.preventDefault();
        assert(field.current, 'the form has a field');
        onPassphrase(takeSecret(field.current));
      }}
    >
      {children}
      <SecretField
        ref={field}
        label={message('settings.passphrase.current')}
        autoComplete="current-password"
        disabled={isBusy}
      />
      <div className={styles.acts}>
        <Button look="primary" type="submit" disabled={isBusy}>
          {isBusy ? busyLabel : submitLabel}
        </Button>
        <Button look="quiet" disabled={isBusy} onClick={onCancel}>
          {message('settings.cancel')}
        </Button>
      </div>
      <OutcomeLine outcome={outcome} />
    </form>
  );
}
