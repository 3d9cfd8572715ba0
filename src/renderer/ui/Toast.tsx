import { useEffect, useState } from 'react';
import { message } from '../i18n/i18n';
import { Button } from './Button';
import styles from './Toast.module.css';
import { hideToast, useToastStore } from '../session/toastStore';

/** Long enough to read; longer where there is something to take back. */
const readingMs = 5_000;
const undoMs = 12_000;

/** Where `showToast` speaks: a live region at the foot of the window. It waits while the pointer or the focus is on it. */
export function Toast() {
  const { shown, message: toast } = useToastStore();
  const [isHeld, setIsHeld] = useState(false);

  useEffect(() => {
    if (!toast || isHeld) return undefined;
    const timer = setTimeout(hideToast, toast.action ? undoMs : readingMs);
    return () => clearTimeout(timer);
  }, [toast, isHeld]);

  const close = (): void => {
    setIsHeld(false);
    hideToast();
  };

  return (
    <output className={styles.place}>
      {toast && (
        <div
          key={shown}
          className={styles.toast}
          onPointerEnter={() => setIsHeld(true)}
          onPointerLeave={() => setIsHeld(false)}
          onFocus={() => setIsHeld(true)}
          onBlur={() => setIsHeld(false)}
        >
          <span className={styles.text}>{toast.text}</span>
          {toast.action && (
            <Button
              look="quiet"
              onClick={() => {
                toast.action?.run();
                close();
              }}
            >
              {toast.action.label}
            </Button>
          )}
          <Button look="quiet" onClick={close}>
            {message('ui.close')}
          </Button>
        </div>
      )}
    </output>
  );
}
