import { useState } from 'react';
import { useIsReadOnly } from '../../bridge/careQueries';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { Footnote } from '../../ui/Footnote';
import { FootnoteMark } from '../../ui/FootnoteMark';
import { ChangePassphrase } from './ChangePassphrase';
import { NewKeys } from './NewKeys';
import { OutcomeLine } from './OutcomeLine';
import styles from './SettingsRoom.module.css';
import type { Outcome } from './useAct';

/** Change the passphrase; or, when an earlier one is known to somebody, all keys. */
export function PassphraseSection() {
  const isReadOnly = useIsReadOnly();
  const [act, setAct] = useState<'none' | 'passphrase' | 'keys'>('none');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const open = (next: 'passphrase' | 'keys'): void => {
    setAct(next);
    setOutcome(null);
  };

  const close = (said: string | null): void => {
    setAct('none');
    setOutcome(said === null ? null : { kind: 'done', text: said });
  };

  if (act === 'keys') return <NewKeys onClose={close} />;
  return (
    <>
      <div className={styles.row}>
        <p className={styles.lead}>
          {message('settings.passphrase.text')}
          <FootnoteMark number={1} />
        </p>
        {act === 'none' && (
          <Button look="outlined" disabled={isReadOnly} onClick={() => open('passphrase')}>
            {message('settings.passphrase.change')}
          </Button>
        )}
      </div>
      {act === 'passphrase' && <ChangePassphrase onDone={close} onCancel={() => close(null)} />}
      <OutcomeLine outcome={outcome} />
      <div className={styles.stack}>
        <Footnote number={1}>{message('settings.passphrase.copies')}</Footnote>
        <Button look="quiet" className={styles.inText} disabled={isReadOnly} onClick={() => open('keys')}>
          {message('settings.keysAnew.offer')}
        </Button>
      </div>
    </>
  );
}
