import { useEffect, useRef } from 'react';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { setTransfers, type BringingIn } from '../../../session/transferStore';
import { Button } from '../../../ui/Button';
import { SecretField, takeSecret } from '../../../ui/SecretField';
import { OutcomeWords } from '../OutcomeWords';
import styles from '../Transfer.module.css';
import { leave, look } from './bringIn';

/** A sealed archive asks for the passphrase it was made with, which need not be the journal's. */
export function SealedAsk(state: BringingIn & { readonly is: 'sealed' }) {
  const { picked, problem } = state;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className={styles.panel}
      onSubmit={(event) => {
        event.preventDefault();
        const input = field.current;
        if (input === null) return;
        if (input.value === '') {
          setTransfers({ bringingIn: { ...state, problem: failureMessage({ type: 'PassphraseEmpty' }) } });
          input.focus();
        } else void look(picked, takeSecret(input));
      }}
    >
      <h2 className={styles.panelHeading}>{message('transfer.in.sealed')}</h2>
      <p className={styles.note}>{message('transfer.in.sealedText', { place: picked.place })}</p>
      <SecretField ref={field} label={message('transfer.in.passphrase')} autoComplete="off" />
      <div className={styles.acts}>
        <Button look="primary" type="submit">
          {message('transfer.in.openIt')}
        </Button>
        <Button look="quiet" onClick={() => void leave()}>
          {message('transfer.in.leave')}
        </Button>
      </div>
      <OutcomeWords problem={problem} />
    </form>
  );
}
