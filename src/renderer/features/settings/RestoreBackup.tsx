import { useEffect, useRef, useState } from 'react';
import type { Backup } from '../../../shared/domain/backup';
import { call } from '../../bridge/client';
import { failureMessage } from '../../i18n/failureMessage';
import { formatInstant } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { flushEverything } from '../../session/pendingWork';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import styles from './RestoreBackup.module.css';
import { actProblem } from './useAct';

type Step =
  | { readonly kind: 'asking'; readonly problem: string | null }
  | { readonly kind: 'working' }
  /** The journal is closed now, whether or not it went well; only the door leads on. */
  | { readonly kind: 'closed'; readonly text: string };

/** A failure that was noticed before anything was closed leaves the journal open. */
async function isStillOpen(): Promise<boolean> {
  return (await call('vault.status', {})).ok;
}

async function restore(backup: Backup): Promise<Step> {
  if ((await flushEverything()) === 'failed')
    return { kind: 'asking', problem: failureMessage({ type: 'TextNotSaved' }) };
  const restored = await call('backups.restore', { id: backup.id, place: backup.place });
  if (restored.ok)
    return {
      kind: 'closed',
      text: message('settings.restore.done', {
        when: formatInstant(backup.createdAt),
        folder: restored.value.setAside,
      }),
    };
  const problem = actProblem(restored.error);
  return (await isStillOpen()) ? { kind: 'asking', problem } : { kind: 'closed', text: problem };
}

interface RestoreBackupProps {
  readonly backup: Backup;
  readonly onClose: () => void;
}

/** Says what will happen, does it, and leads to the door. The browser's own dialog keeps the focus inside and gives it back. */
export function RestoreBackup({ backup, onClose }: RestoreBackupProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const toTheDoor = useRef<HTMLButtonElement>(null);
  const [step, setStep] = useState<Step>({ kind: 'asking', problem: null });
  const [doorProblem, setDoorProblem] = useState<string | null>(null);
  // Unbroken, so that the title breaks before it.
  const when = formatInstant(backup.createdAt).replaceAll(' ', '\u00a0');

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (step.kind === 'closed') toTheDoor.current?.focus();
  }, [step.kind]);

  const begin = async (): Promise<void> => {
    setStep({ kind: 'working' });
    setStep(await restore(backup));
  };
  const leave = async (): Promise<void> => {
    const locked = await call('journal.lock', {});
    if (!locked.ok) setDoorProblem(failureMessage(locked.error));
  };
  const isWorking = step.kind === 'working';

  return (
    <Dialog
      ref={dialog}
      className={styles.dialog}
      heading={message(step.kind === 'closed' ? 'settings.restore.closed' : 'settings.restore.title', {
        when,
      })}
      onClose={onClose}
      onCancel={(event) => {
        if (step.kind !== 'asking') event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && step.kind !== 'asking') event.preventDefault();
      }}
    >
      {step.kind === 'closed' ? (
        <>
          <p role="status">{step.text}</p>
          <div className={styles.acts}>
            <Button ref={toTheDoor} look="primary" onClick={() => void leave()}>
              {message('settings.restore.door')}
            </Button>
          </div>
          <p className={styles.problem} role="alert">
            {doorProblem}
          </p>
        </>
      ) : (
        <>
          <ol className={styles.steps}>
            <li>{message('settings.restore.saved')}</li>
            <li>{message('settings.restore.setAside')}</li>
            <li>
              {message(backup.hasPresentKey ? 'settings.restore.opens' : 'settings.restore.opensEarlier')}
            </li>
          </ol>
          <div className={styles.acts}>
            <Button look="primary" disabled={isWorking} onClick={() => void begin()}>
              {message(isWorking ? 'settings.restore.working' : 'settings.restore.go')}
            </Button>
            <Button look="quiet" disabled={isWorking} onClick={() => dialog.current?.close()}>
              {message('settings.cancel')}
            </Button>
          </div>
          <p className={styles.problem} role="alert">
            {step.kind === 'asking' && step.problem}
          </p>
        </>
      )}
    </Dialog>
  );
}
