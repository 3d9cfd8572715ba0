import { call } from '../../bridge/client';
import { invalidateCare } from '../../bridge/careQueries';
import { queryClient } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { flushPendingWork } from '../../session/pendingWork';
import { useSession } from '../../session/sessionStore';
import { PassphraseAsk } from './PassphraseAsk';
import styles from './SettingsRoom.module.css';
import { useAct } from './useAct';

/** New keys for everything, for when a passphrase or a kit is known to somebody. It ends with a new recovery kit. */
export function NewKeys({ onClose }: { readonly onClose: (said: string | null) => void }) {
  const { isBusy, outcome, run } = useAct();
  const { journal, showKit } = useSession();

  const rotate = async (passphrase: Uint8Array<ArrayBuffer>): Promise<void> => {
    await flushPendingWork();
    const rotated = await run(
      async () => call('vault.rotateKey', { passphrase }),
      () => null,
    );
    if (!rotated.ok) return;
    if (journal) showKit({ kit: rotated.value, journal, because: 'rotated' });
    onClose(message('settings.keysAnew.done'));
    // The slot for this computer's login is gone with the old keys; its key here would open nothing.
    await call('login.forget', {});
    invalidateCare();
    await queryClient.invalidateQueries({ queryKey: ['app'] });
  };

  return (
    <PassphraseAsk
      submitLabel={message('settings.keysAnew.make')}
      busyLabel={message('settings.keysAnew.making')}
      isBusy={isBusy}
      outcome={outcome}
      onPassphrase={(passphrase) => void rotate(passphrase)}
      onCancel={() => onClose(null)}
    >
      <h3 className={styles.panelHeading}>{message('settings.keysAnew.heading')}</h3>
      <p>{message('settings.keysAnew.text')}</p>
      <ul className={styles.points}>
        <li>{message('settings.keysAnew.backup')}</li>
        <li>{message('settings.keysAnew.old')}</li>
        <li>{message('settings.keysAnew.kit')}</li>
      </ul>
    </PassphraseAsk>
  );
}
