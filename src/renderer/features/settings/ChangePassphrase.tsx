import { useEffect, useRef } from 'react';
import { assert } from '../../../shared/assert';
import { call } from '../../bridge/client';
import { invalidateCare } from '../../bridge/careQueries';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import { PassphraseStrength } from '../../ui/passphraseStrength/PassphraseStrength';
import { useStrength } from '../../ui/passphraseStrength/useStrength';
import { SecretField, takeSecret } from '../../ui/SecretField';
import { OutcomeLine } from './OutcomeLine';
import styles from './SettingsRoom.module.css';
import { useAct } from './useAct';

interface ChangePassphraseProps {
  /** Called with what to say of it. */
  readonly onDone: (text: string) => void;
  readonly onCancel: () => void;
}

const problem = (text: string) => ({ kind: 'problem', text }) as const;

/** The present passphrase and a new one, twice. The database is not touched, so it is quick however much is written. */
export function ChangePassphrase({ onDone, onCancel }: ChangePassphraseProps) {
  const current = useRef<HTMLInputElement>(null);
  const next = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const name = useSession((session) => session.journal?.name ?? '');
  const { strength, judge } = useStrength([name]);
  const { isBusy, outcome, say, run } = useAct();

  useEffect(() => current.current?.focus(), []);

  const change = async (): Promise<void> => {
    assert(current.current && next.current && again.current, 'the form has three fields');
    if (next.current.value === '') {
      say(problem(message('failure.PassphraseEmpty')));
      next.current.focus();
      return;
    }
    if (next.current.value !== again.current.value) {
      say(problem(message('settings.passphrase.differ')));
      again.current.focus();
      return;
    }
    const secrets = { current: takeSecret(current.current), next: takeSecret(next.current) };
    again.current.value = '';
    judge('');
    const changed = await run(
      async () => call('vault.changePassphrase', secrets),
      () => null,
    );
    invalidateCare();
    if (changed.ok) onDone(message('settings.passphrase.changed'));
    else current.current?.focus();
  };

  return (
    <form
      className={styles.panel}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <SecretField
        ref={current}
        label={message('settings.passphrase.current')}
        autoComplete="current-password"
        disabled={isBusy}
      />
      <SecretField
        ref={next}
        label={message('settings.passphrase.next')}
        autoComplete="new-password"
        disabled={isBusy}
        onInput={() => judge(next.current?.value ?? '')}
      />
      <PassphraseStrength strength={strength} />
      <SecretField
        ref={again}
        label={message('settings.passphrase.again')}
        autoComplete="new-password"
        disabled={isBusy}
      />
      <div className={styles.acts}>
        <Button look="primary" type="submit" disabled={isBusy}>
          {message(isBusy ? 'settings.passphrase.changing' : 'settings.passphrase.change')}
        </Button>
        <Button look="quiet" disabled={isBusy} onClick={onCancel}>
          {message('settings.cancel')}
        </Button>
      </div>
      <OutcomeLine outcome={outcome} />
    </form>
  );
}
