import type { Output } from '../../../shared/ipc/contract';
import type { Failure } from '../../../shared/ipc/failures';
import { call } from '../../bridge/client';
import { invalidateCare, useIsReadOnly } from '../../bridge/careQueries';
import { queryClient, useAppInfo } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { OutcomeLine } from './OutcomeLine';
import styles from './SettingsRoom.module.css';
import { actProblem, useAct } from './useAct';

function placeProblem(failure: Failure): string {
  switch (failure.type) {
    case 'TargetNotWritable':
      return message('settings.second.notWritable');
    case 'TargetInJournal':
      return message('settings.second.inJournal');
    default:
      return actProblem(failure);
  }
}

async function lookAgain(): Promise<void> {
  invalidateCare();
  await queryClient.invalidateQueries({ queryKey: ['app'] });
}

/** Another disk or a cloud folder that every finished backup is copied to. */
export function SecondPlace({ second }: { readonly second: Output<'backups.list'>['second'] }) {
  const isReadOnly = useIsReadOnly();
  const { isBusy, outcome, run } = useAct();
  // The keeper knows the folder alone; main says it as people do.
  const shortPlace = useAppInfo().data?.places.secondBackups;

  const choose = async (): Promise<void> => {
    await run(
      async () => call('backups.chooseSecondPlace', {}),
      ({ place, disk }) =>
        message(disk === 'same' ? 'settings.second.chosenSameDisk' : 'settings.second.chosen', { place }),
      placeProblem,
    );
    await lookAgain();
  };
  const forget = async (): Promise<void> => {
    await run(
      async () => call('backups.forgetSecondPlace', {}),
      () => message('settings.second.forgotten'),
    );
    await lookAgain();
  };

  return (
    <div className={styles.block}>
      <h3 className={styles.subheading}>{message('settings.second.heading')}</h3>
      <p>
        {second === null
          ? message('settings.second.none')
          : message(second.isThere ? 'settings.second.isThere' : 'settings.second.isAway', {
              place: shortPlace ?? second.place,
            })}
      </p>
      <div className={styles.acts}>
        <Button look="outlined" disabled={isBusy || isReadOnly} onClick={() => void choose()}>
          {message(second === null ? 'settings.second.choose' : 'settings.second.change')}
        </Button>
        {second !== null && (
          <Button look="quiet" disabled={isBusy} onClick={() => void forget()}>
            {message('settings.second.forget')}
          </Button>
        )}
      </div>
      <OutcomeLine outcome={outcome} />
    </div>
  );
}
