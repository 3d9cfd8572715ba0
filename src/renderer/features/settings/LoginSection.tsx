import { useState } from 'react';
import { ok } from '../../../shared/result';
import { call } from '../../bridge/client';
import { invalidateCare, useIsReadOnly, useVaultStatus } from '../../bridge/careQueries';
import { queryClient, useAppInfo } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { Tick } from '../../ui/Tick';
import { OutcomeLine } from './OutcomeLine';
import { PassphraseAsk } from './PassphraseAsk';
import styles from './SettingsRoom.module.css';
import { useAct } from './useAct';

async function lookAgain(): Promise<void> {
  invalidateCare();
  await queryClient.invalidateQueries({ queryKey: ['app'] });
}

/** Main makes a key and gives it to the keeper, the keeper puts a slot for it into the key file; both or neither. */
async function turnOn(passphrase: Uint8Array<ArrayBuffer>) {
  const prepared = await call('login.prepare', {});
  if (!prepared.ok) {
    passphrase.fill(0);
    return prepared;
  }
  const added = await call('vault.addLogin', { passphrase });
  if (!added.ok) await call('login.forget', {});
  return added;
}

/** First the slot: with the key forgotten and the slot left, the door would still be there. */
async function turnOff() {
  const removed = await call('vault.removeLogin', {});
  if (!removed.ok) return removed;
  const forgotten = await call('login.forget', {});
  return forgotten.ok ? ok(null) : forgotten;
}

/** Unlocking with this computer's login: off unless wanted, and said plainly what it is worth. */
export function LoginSection() {
  const info = useAppInfo().data;
  const status = useVaultStatus().data;
  const isReadOnly = useIsReadOnly();
  const [isAsking, setIsAsking] = useState(false);
  const { isBusy, outcome, run, say } = useAct();
  if (!info || !status) return null;

  const { place } = info.login;
  const isOn = status.hasLogin && info.login.isOn;
  const canChange = !isReadOnly && !isBusy && (isOn || place === 'safe');

  const start = async (passphrase: Uint8Array<ArrayBuffer>): Promise<void> => {
    const added = await run(
      async () => turnOn(passphrase),
      () => message('settings.login.on'),
    );
    if (added.ok) setIsAsking(false);
    await lookAgain();
  };
  const stop = async (): Promise<void> => {
    await run(turnOff, () => message('settings.login.off'));
    await lookAgain();
  };

  return (
    <>
      <Tick
        label={message('settings.login.label')}
        note={message(place === 'safe' || isOn ? 'settings.login.note' : `settings.login.place.${place}`)}
        checked={isOn || isAsking}
        disabled={!canChange}
        onChange={(wanted) => {
          say(null);
          if (wanted) setIsAsking(true);
          else if (isAsking) setIsAsking(false);
          else void stop();
        }}
      />
      {status.hasLogin && !info.login.isOn && (
        <p className={styles.note}>{message('settings.login.elsewhere')}</p>
      )}
      {isAsking ? (
        <PassphraseAsk
          submitLabel={message('settings.login.turnOn')}
          busyLabel={message('settings.login.turningOn')}
          isBusy={isBusy}
          outcome={outcome}
          onPassphrase={(passphrase) => void start(passphrase)}
          onCancel={() => {
            say(null);
            setIsAsking(false);
          }}
        >
          <p>{message('settings.login.ask')}</p>
        </PassphraseAsk>
      ) : (
        <OutcomeLine outcome={outcome} />
      )}
    </>
  );
}
