import { useRef, useState, type RefObject } from 'react';
import { assert } from '../../../shared/assert';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { PassphraseStrength } from '../../ui/passphraseStrength/PassphraseStrength';
import { useStrength } from '../../ui/passphraseStrength/useStrength';
import { SecretField, takeSecret } from '../../ui/SecretField';
import styles from './CoverPanel.module.css';

interface ZipDialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** UTF-8 bytes; the fields are empty by then. */
  readonly onPassphrase: (passphrase: Uint8Array<ArrayBuffer>) => void;
}

/** Nothing of a journal's passphrase is known here, and this should be another one. */
const known: readonly string[] = [];

/** Asks for the passphrase of a zip, and says what opens one. */
export function ZipDialog({ dialog, onPassphrase }: ZipDialogProps) {
  const [first, second] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const { strength, judge } = useStrength(known);
  const [problem, setProblem] = useState('');
  const submit = (): void => {
    assert(first.current && second.current, 'the form has its fields');
    const [one, other] = [first.current.value, second.current.value];
    if (one === '') setProblem(message('packet.zip.empty'));
    else if (one === other) {
      const passphrase = takeSecret(first.current);
      takeSecret(second.current).fill(0);
      setProblem('');
      judge('');
      dialog.current?.close();
      onPassphrase(passphrase);
    } else setProblem(message('packet.zip.different'));
  };
  return (
    <Dialog
      ref={dialog}
      className={styles.dialog}
      heading={message('packet.zip.heading')}
      onClose={() => {
        for (const field of [first.current, second.current]) if (field) field.value = '';
        setProblem('');
        judge('');
      }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className={styles.note}>{message('packet.zip.note')}</p>
        <SecretField
          ref={first}
          label={message('packet.zip.passphrase')}
          autoComplete="off"
          onInput={() => judge(first.current?.value ?? '')}
        />
        <PassphraseStrength strength={strength} />
        <SecretField ref={second} label={message('packet.zip.again')} autoComplete="off" />
        <p className={styles.note} role="alert">
          {problem}
        </p>
        <div className={styles.acts}>
          <Button look="quiet" onClick={() => dialog.current?.close()}>
            {message('packet.zip.not')}
          </Button>
          <Button look="outlined" type="submit">
            {message('packet.zip.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
