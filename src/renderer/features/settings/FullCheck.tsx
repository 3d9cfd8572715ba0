import type { Output } from '../../../shared/ipc/contract';
import { call } from '../../bridge/client';
import { invalidateCare, useLastVerified } from '../../bridge/careQueries';
import { formatInstant } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { flushPendingWork } from '../../session/pendingWork';
import { Button } from '../../ui/Button';
import { OutcomeLine } from './OutcomeLine';
import styles from './SettingsRoom.module.css';
import { useAct } from './useAct';

type Report = Output<'repair.verify'>;

/** What cannot be read is named by kind; a search index is made anew from what is there, so it is no loss. */
function reportWords({ isSound, problems, entries, checkIns, sessions }: Report): string {
  if (isSound) return message('settings.verify.sound', { entries, checkIns, sessions });
  const found = problems.map((problem) => message(`settings.verify.problem.${problem}`));
  return [message('settings.verify.notSound'), ...found, message('settings.verify.next')].join(' ');
}

/** Reads every page and every record of the journal, and says so. */
export function FullCheck() {
  const last = useLastVerified().data;
  const { isBusy, outcome, run } = useAct();

  const verify = async (): Promise<void> => {
    await run(async () => {
      await flushPendingWork();
      return call('repair.verify', {});
    }, reportWords);
    invalidateCare();
  };

  return (
    <div className={styles.block}>
      <h3 className={styles.subheading}>{message('settings.verify.heading')}</h3>
      <p>
        {last?.at
          ? message('settings.verify.last', { at: formatInstant(last.at) })
          : message('settings.verify.never')}
      </p>
      <div className={styles.acts}>
        <Button look="outlined" disabled={isBusy} onClick={() => void verify()}>
          {message(isBusy ? 'settings.verify.running' : 'settings.verify.run')}
        </Button>
      </div>
      <OutcomeLine outcome={outcome} />
    </div>
  );
}
