import { useState } from 'react';
import type { Backup } from '../../../shared/domain/backup';
import { call } from '../../bridge/client';
import { invalidateCare, useBackups, useIsReadOnly } from '../../bridge/careQueries';
import { failureMessage } from '../../i18n/failureMessage';
import { formatInstant } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { flushPendingWork } from '../../session/pendingWork';
import { Button } from '../../ui/Button';
import { BackupTable } from './BackupTable';
import { FullCheck } from './FullCheck';
import { OutcomeLine } from './OutcomeLine';
import { SecondPlace } from './SecondPlace';
import styles from './SettingsRoom.module.css';
import { useAct } from './useAct';

async function makeBackup() {
  await flushPendingWork();
  return call('backups.make', {});
}

const checkedWords = ({
  isWhole,
  checkedAt,
}: {
  readonly isWhole: boolean;
  readonly checkedAt: number;
}): string =>
  message(isWhole ? 'settings.backups.whole' : 'settings.backups.notWhole', { at: formatInstant(checkedAt) });

/** The backups there are, another one now, a second place for them, and whether all that is written can be read. */
export function BackupsSection() {
  const list = useBackups();
  const isReadOnly = useIsReadOnly();
  const { isBusy, outcome, run } = useAct();
  const [checking, setChecking] = useState<Backup | null>(null);

  const make = async (): Promise<void> => {
    await run(makeBackup, ({ createdAt }) =>
      message('settings.backups.made', { at: formatInstant(createdAt) }),
    );
    invalidateCare();
  };
  const check = async (backup: Backup): Promise<void> => {
    setChecking(backup);
    await run(async () => call('backups.check', { id: backup.id, place: backup.place }), checkedWords);
    setChecking(null);
    invalidateCare();
  };

  const backups = list.data?.backups ?? [];
  return (
    <>
      <div className={styles.row}>
        <p className={styles.lead}>{message('settings.backups.text')}</p>
        <Button look="outlined" disabled={isBusy || isReadOnly} onClick={() => void make()}>
          {message(isBusy && !checking ? 'settings.backups.making' : 'settings.backups.make')}
        </Button>
      </div>
      <OutcomeLine outcome={outcome} />
      {list.error && <p className={styles.note}>{failureMessage(list.error.failure)}</p>}
      {list.data && backups.length === 0 && <p className={styles.note}>{message('settings.backups.none')}</p>}
      {backups.length > 0 && (
        <BackupTable
          backups={backups}
          checking={checking}
          isBusy={isBusy}
          onCheck={(backup) => void check(backup)}
        />
      )}
      <SecondPlace second={list.data?.second ?? null} />
      <FullCheck />
    </>
  );
}
