import type { JournalSettings } from '../../../shared/domain/settings';
import { call } from '../../bridge/client';
import { invalidateJournal, useSettings } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { showToast } from '../../session/toastStore';
import styles from './SettingsRoom.module.css';

const hours = ['0', '1', '2', '3', '4', '5', '6'] as const;
const binDays = ['7', '30', '90', '365', 'never'] as const;
const weekdays = ['1', '0', '6'] as const satisfies readonly `${JournalSettings['weekStartsOn']}`[];
const weekdayToNumber = { '0': 0, '1': 1, '6': 6 } as const;

async function save(settings: JournalSettings): Promise<void> {
  const reply = await call('settings.save', settings);
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  invalidateJournal();
}

/** When a day ends and a week begins; kept inside the journal. */
export function DaySettings() {
  const settings = useSettings().data;
  if (!settings) return null;
  return (
    <div className={styles.rows}>
      <div className={styles.stack}>
        <p>{message('settings.dayEnds')}</p>
        <SegmentedControl
          label={message('settings.dayEnds')}
          options={hours.map((value) => ({ value, label: message('settings.hour', { hour: value }) }))}
          value={hours[settings.dayBoundaryHour] ?? '4'}
          onChange={(hour) => void save({ ...settings, dayBoundaryHour: Number(hour) })}
        />
        <p className={styles.note}>{message('settings.dayEndsNote')}</p>
      </div>
      <div className={styles.stack}>
        <p>{message('settings.weekStarts')}</p>
        <SegmentedControl
          label={message('settings.weekStarts')}
          options={weekdays.map((value) => ({ value, label: message(`settings.week.${value}`) }))}
          value={`${settings.weekStartsOn}`}
          onChange={(day) => void save({ ...settings, weekStartsOn: weekdayToNumber[day] })}
        />
      </div>
      <div className={styles.stack}>
        <p>{message('settings.binDays')}</p>
        <SegmentedControl
          label={message('settings.binDays')}
          options={binDays.map((value) => ({ value, label: message(`settings.bin.${value}`) }))}
          value={binDays.find((value) => value === `${settings.binDays ?? 'never'}`) ?? '30'}
          onChange={(days) => void save({ ...settings, binDays: days === 'never' ? null : Number(days) })}
        />
      </div>
    </div>
  );
}
