import { useEffect, useRef } from 'react';
import { message } from '../i18n/i18n';
import { useAppInfo } from '../bridge/queries';
import { useSession } from '../session/sessionStore';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { todayActs, todayKeyLabels, todayKeys } from '../features/today/useTodayKeys';
import { commands, keysInWords } from './commands';
import styles from './KeyboardList.module.css';

/** Every key, under "?". */
export function KeyboardList() {
  const isOpen = useSession((session) => session.keyboardList === 'open');
  const setKeyboardList = useSession((session) => session.setKeyboardList);
  const platform = useAppInfo().data?.platform ?? 'linux';
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);

  return (
    <Dialog
      ref={dialog}
      className={styles.dialog}
      heading={message('app.shortcuts.title')}
      beside={
        <Button look="quiet" onClick={() => setKeyboardList('closed')}>
          {message('ui.close')}
        </Button>
      }
      onClose={() => setKeyboardList('closed')}
    >
      <dl className={styles.keys}>
        {commands.map((command) => (
          <div key={command.id} className={styles.row}>
            <dt>{message(command.label)}</dt>
            <dd>
              <kbd className={styles.key}>{keysInWords(command, platform)}</kbd>
            </dd>
          </div>
        ))}
        <div className={styles.row}>
          <dt>{message('app.shortcuts.mood')}</dt>
          <dd>
            <kbd className={styles.key}>{message('app.shortcuts.moodKeys')}</kbd>
          </dd>
        </div>
        {todayActs.map((act) => (
          <div key={act} className={styles.row}>
            <dt>{message(todayKeyLabels[act])}</dt>
            <dd>
              <kbd className={styles.key}>{message('today.keys.onToday', { key: todayKeys[act] })}</kbd>
            </dd>
          </div>
        ))}
        <div className={styles.row}>
          <dt>{message('rituals.keysLabel')}</dt>
          <dd>
            <kbd className={styles.key}>{message('rituals.keys')}</kbd>
          </dd>
        </div>
      </dl>
    </Dialog>
  );
}
