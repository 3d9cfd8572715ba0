import { useEffect, useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { call, onShellEvent } from '../bridge/client';
import { message } from '../i18n/i18n';
import { drawCurtain, liftCurtain, useCurtain } from '../session/curtainStore';
import { useQuickEntry } from '../session/quickEntryStore';
import { Button } from '../ui/Button';
import { Landscape } from '../ui/Landscape';
import { WordMark } from '../ui/WordMark';
import styles from './Curtain.module.css';
import { curtainKey, lockCommand } from './commands';

/** Drawn before the browser paints again: the next picture on the screen has no word of the journal in it. */
const drawNow = (): void => flushSync(() => drawCurtain('chosen'));

/** Keys that work on the curtain itself; every other one would be meant for what is behind it. */
function isForTheCurtain(event: KeyboardEvent): boolean {
  if (event.key === 'Tab') return true;
  return (event.key === 'Enter' || event.key === ' ') && event.target instanceof HTMLButtonElement;
}

/**
 * Hides everything without locking. A modal dialog, because it lies over whatever there is, other dialogs too, takes what
 * is behind it out of reach of keys, pointer and assistive tools, and gives the focus back when it goes.
 */
export function Curtain() {
  const drawn = useCurtain((curtain) => curtain.drawn);
  const dialog = useRef<HTMLDialogElement>(null);
  const isDrawn = drawn !== null;

  useLayoutEffect(() => {
    if (!isDrawn) return undefined;
    const shown = dialog.current;
    shown?.showModal();
    // On the curtain itself, not on its button: someone who goes on typing must not lift it with the space bar.
    shown?.focus();
    return () => shown?.close();
  }, [isDrawn]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === curtainKey) {
        event.preventDefault();
        event.stopPropagation();
        if (event.repeat) return;
        if (useCurtain.getState().drawn === null) drawNow();
        else liftCurtain();
        return;
      }
      // A line that is written in between lies over the curtain.
      if (useCurtain.getState().drawn === null || useQuickEntry.getState().page !== null) return;
      event.stopPropagation();
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === lockCommand.key.toLowerCase()) {
        event.preventDefault();
        // Nobody can see a word beside the button; a lock that fails is owed, and the curtain says so.
        void call('journal.lock', {});
      } else if (!isForTheCurtain(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);

  useEffect(() => onShellEvent('curtainWanted', drawNow), []);

  return (
    <dialog
      ref={dialog}
      className={styles.curtain}
      tabIndex={-1}
      aria-label={message('app.curtain')}
      onCancel={(event) => event.preventDefault()}
    >
      {isDrawn && (
        <>
          <div className={styles.view}>
            <Landscape />
          </div>
          <div className={styles.words}>
            <p className={styles.mark}>
              <WordMark />
            </p>
            {drawn === 'lockOwed' && <p className={styles.owed}>{message('app.curtain.lockOwed')}</p>}
            <Button look="outlined" onClick={liftCurtain}>
              {message('app.curtain.lift')}
              <span className={styles.key} aria-hidden>
                {curtainKey}
              </span>
            </Button>
          </div>
        </>
      )}
    </dialog>
  );
}
