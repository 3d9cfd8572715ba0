import { useEffect, useState } from 'react';
import { call } from '../../bridge/client';
import { invalidateCare, useIsReadOnly, useVaultStatus } from '../../bridge/careQueries';
import { formatInstantDate } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import { CheckKit } from './CheckKit';
import { PassphraseAsk } from './PassphraseAsk';
import styles from './SettingsRoom.module.css';
import { useAct } from './useAct';

/** Asks for the passphrase and shows the new kit over the rooms; the kit before it works until that one is proved. */
function MakeKit({ onClose }: { readonly onClose: () => void }) {
  const { isBusy, outcome, run } = useAct();
  const { journal, showKit } = useSession();
  const make = async (passphrase: Uint8Array<ArrayBuffer>): Promise<void> => {
    const made = await run(
      async () => call('vault.makeKit', { passphrase }),
      () => null,
    );
    if (!made.ok) return;
    if (journal) showKit({ kit: made.value, journal, because: 'made' });
    onClose();
  };
  return (
    <PassphraseAsk
      submitLabel={message('settings.kit.make')}
      busyLabel={message('settings.kit.making')}
      isBusy={isBusy}
      outcome={outcome}
      onPassphrase={(passphrase) => void make(passphrase)}
      onCancel={onClose}
    >
      <p>{message('settings.kit.makeText')}</p>
    </PassphraseAsk>
  );
}

/** Whether there is a kit and whether it was proved; prove it again; make a new one. */
export function RecoverySection() {
  const status = useVaultStatus().data;
  const isReadOnly = useIsReadOnly();
  const [act, setAct] = useState<'none' | 'check' | 'make'>('none');
  const isKitShown = useSession((session) => session.shownKit !== null);
  // A kit that was shown is proved now, or was put off.
  useEffect(() => {
    if (!isKitShown) invalidateCare();
  }, [isKitShown]);
  if (!status) return null;

  const close = (): void => {
    setAct('none');
    invalidateCare();
  };
  if (act === 'make') return <MakeKit onClose={close} />;

  const { recovery, recoveryProvedAt, kits } = status;
  const isMakingFirst = recovery === 'none' || recovery === 'unseen';
  const make = (
    <Button
      key="make"
      look={isMakingFirst ? 'outlined' : 'quiet'}
      disabled={isReadOnly}
      onClick={() => setAct('make')}
    >
      {message('settings.kit.makeNew')}
    </Button>
  );
  return (
    <>
      <p className={styles.lead}>
        {recovery === 'proved' && recoveryProvedAt !== null
          ? message('settings.kit.provedAt', { date: formatInstantDate(recoveryProvedAt) })
          : message(`settings.kit.${recovery}`)}
      </p>
      {recovery === 'proved' && kits > 1 && (
        <p className={styles.note}>{message('settings.kit.more', { more: kits - 1 })}</p>
      )}
      {act === 'check' && <CheckKit onClose={close} />}
      {act === 'none' && (
        <div className={styles.acts}>
          {isMakingFirst && make}
          {recovery !== 'none' && (
            <Button
              look={isMakingFirst ? 'quiet' : 'outlined'}
              disabled={isReadOnly}
              onClick={() => setAct('check')}
            >
              {message(recovery === 'proved' ? 'settings.kit.proveAgain' : 'settings.kit.prove')}
            </Button>
          )}
          {!isMakingFirst && make}
        </div>
      )}
      <p className={styles.note}>{message('settings.kit.note')}</p>
    </>
  );
}
