import { useEffect, useRef, useState } from 'react';
import { assert } from '../../../shared/assert';
import { call } from '../../bridge/client';
import { invalidateCare } from '../../bridge/careQueries';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { takeSecret } from '../../ui/SecretField';
import { TextField } from '../../ui/TextField';
import { OutcomeLine } from './OutcomeLine';
import styles from './SettingsRoom.module.css';
import { useAct } from './useAct';

/** The whole code, typed from paper. What was typed stays while a character is wrong, so that it can be found. */
export function CheckKit({ onClose }: { readonly onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const closing = useRef<HTMLButtonElement>(null);
  const { isBusy, outcome, run } = useAct();
  const [isProved, setIsProved] = useState(false);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (isProved) closing.current?.focus();
  }, [isProved]);

  const check = async (): Promise<void> => {
    assert(field.current, 'the form has a field');
    const code = new TextEncoder().encode(field.current.value);
    const checked = await run(
      async () => call('vault.checkKit', { code }),
      () => message('settings.kit.checked'),
    );
    if (!checked.ok) {
      field.current.focus();
      return;
    }
    takeSecret(field.current).fill(0);
    setIsProved(true);
    invalidateCare();
  };

  return (
    <form
      className={styles.panel}
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <div hidden={isProved} className={styles.stack}>
        <p>{message('settings.kit.checkText')}</p>
        <TextField
          ref={field}
          className={styles.code}
          label={message('settings.kit.code')}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          readOnly={isBusy}
        />
      </div>
      <OutcomeLine outcome={outcome} />
      <div className={styles.acts}>
        {!isProved && (
          <Button look="primary" type="submit" disabled={isBusy}>
            {message('settings.kit.check')}
          </Button>
        )}
        <Button ref={closing} look={isProved ? 'outlined' : 'quiet'} onClick={onClose}>
          {message(isProved ? 'ui.close' : 'settings.cancel')}
        </Button>
      </div>
    </form>
  );
}
