import { useEffect, useRef } from 'react';
import { message } from '../i18n/i18n';
import { useAppInfo } from '../bridge/queries';
import { useSession } from '../session/sessionStore';
import { Button } from '../ui/Button';
import { commands, keysInWords } from './commands';
import styles from './KeyboardList.module.css';

/** Every key, under "?". The browser's own dialog keeps the focus inside and gives it back. */
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
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="keyboard-title"
      onClose={() => setKeyboardList('closed')}
    >
      <div className={styles.header}>
        <h2 id="keyboard-title" className={styles.title}>
          {message('app.shortcuts.title')}
        </h2>
        <Button look="quiet" onClick={() => setKeyboardList('closed')}>
          {message('ui.close')}
        </Button>
      </div>
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
      </dl>
    </dialog>
  );
}
