import { useState } from 'react';
import { ok } from '../../../shared/result';
import type { Output } from '../../../shared/ipc/contract';
import { call } from '../../bridge/client';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { tryFromPage, type Outcome, type PageWay } from './offlineAttempts';
import { OutcomeLine } from './OutcomeLine';
import styles from './SettingsRoom.module.css';
import { useAct } from './useAct';

interface Attempt {
  readonly way: Output<'app.checkOffline'>['attempts'][number]['way'] | PageWay;
  readonly outcome: Outcome;
}

const layers = ['page', 'filter', 'names', 'proxy', 'realtime'] as const;

async function tryEverything() {
  const [fromMain, fromPage] = await Promise.all([call('app.checkOffline', {}), tryFromPage()]);
  if (!fromMain.ok) return fromMain;
  return ok<readonly Attempt[]>([...fromPage, ...fromMain.value.attempts]);
}

function summary(attempts: readonly Attempt[]): string {
  const out = attempts.filter(({ outcome }) => outcome === 'gotOut').length;
  return out === 0
    ? message('settings.offline.allStopped', { count: attempts.length })
    : message('settings.offline.gotOut', { count: out });
}

/** Why nothing leaves this computer, in plain words, and a test of it. */
export function OfflineSection() {
  const { isBusy, outcome, run } = useAct();
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);

  const check = async (): Promise<void> => {
    setAttempts([]);
    const tried = await run(tryEverything, summary);
    if (tried.ok) setAttempts(tried.value);
  };

  return (
    <>
      <div className={styles.row}>
        <p className={styles.lead}>{message('settings.offline.text')}</p>
        <Button look="outlined" disabled={isBusy} onClick={() => void check()}>
          {message(isBusy ? 'settings.offline.checking' : 'settings.offline.check')}
        </Button>
      </div>
      <OutcomeLine outcome={outcome} />
      {attempts.length > 0 && (
        <ul className={styles.attempts} aria-label={message('settings.offline.attempts')}>
          {attempts.map(({ way, outcome: result }) => (
            <li key={way} data-outcome={result}>
              {message(`settings.offline.way.${way}`, { outcome: result })}
            </li>
          ))}
        </ul>
      )}
      <details className={styles.details}>
        <summary>{message('settings.offline.how')}</summary>
        <ol className={styles.points}>
          {layers.map((layer) => (
            <li key={layer}>{message(`settings.offline.layer.${layer}`)}</li>
          ))}
        </ol>
        <p className={styles.note}>{message('settings.offline.addresses')}</p>
      </details>
    </>
  );
}
