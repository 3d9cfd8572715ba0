import { X } from 'lucide-react';
import { useState } from 'react';
import {
  mostReminderTimes,
  remindersSchema,
  weekdays,
  type Reminders,
} from '../../../shared/domain/reminder';
import { addDays, civilDaySchema } from '../../../shared/time';
import { call } from '../../bridge/client';
import { queryClient, useAppInfo } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { Label } from '../../ui/Label';
import { Tick } from '../../ui/Tick';
import { AnyWords } from '../../ui/WordChoice';
import styles from './RemindersSection.module.css';
import roomStyles from './SettingsRoom.module.css';

/** Any Monday: its week names the days. */
const aMonday = civilDaySchema.parse('2026-03-02');
const dayWords = weekdays.map((day) => ({
  value: String(day),
  label: formatDay(addDays(aMonday, day - 1), 'weekday'),
}));

/** Offered as the next time, in this order. */
const usualTimes = ['08:00', '13:00', '18:00', '21:30', '11:00', '16:00'] as const;

interface TimeFieldProps {
  readonly time: string;
  readonly number: number;
  readonly onChange: (time: string) => void;
  /** Null for the only one. */
  readonly onRemove: (() => void) | null;
}

/** While it is half typed, the last one holds. */
function TimeField({ time, number, onChange, onRemove }: TimeFieldProps) {
  const [typed, setTyped] = useState(time);
  return (
    <li className={styles.time}>
      <input
        type="time"
        className={styles.clock}
        aria-label={message('settings.reminders.time', { number })}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          if (remindersSchema.shape.times.safeParse([event.target.value]).success)
            onChange(event.target.value);
        }}
        onBlur={() => setTyped(time)}
      />
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={message('settings.reminders.removeTime', { time })}
          onClick={onRemove}
        >
          <X aria-hidden size={14} strokeWidth={1.75} />
        </button>
      )}
    </li>
  );
}

/** When this computer says that Footnote is there. Off until somebody chooses it; of this computer, not of a journal. */
export function RemindersSection() {
  const info = useAppInfo().data;
  const [said, setSaid] = useState<string | null>(null);
  if (!info) return null;
  const { reminders } = info;
  const { state, times, days } = reminders;

  const change = async (changed: Partial<Reminders>): Promise<void> => {
    const next = { ...reminders, ...changed };
    const reply = await call('app.setReminders', next);
    if (!reply.ok) setSaid(failureMessage(reply.error));
    else {
      const isUnseen = next.state === 'on' && reply.value.notices === 'none';
      setSaid(isUnseen ? message('settings.reminders.none') : null);
    }
    await queryClient.invalidateQueries({ queryKey: ['app'] });
  };
  const addTime = (): void => {
    const next = usualTimes.find((time) => !times.includes(time)) ?? '12:00';
    void change({ times: [...times, next] });
  };

  return (
    <div className={roomStyles.stack}>
      <Tick
        label={message('settings.reminders.on')}
        note={message('settings.reminders.note')}
        checked={state === 'on'}
        onChange={(isOn) => void change({ state: isOn ? 'on' : 'off' })}
      />
      {state === 'on' && (
        <div className={styles.when}>
          <Label as="p">{message('settings.reminders.times')}</Label>
          <ul className={styles.times}>
            {times.map((time, index) => (
              <TimeField
                key={`${times.length} ${String(index)}`}
                time={time}
                number={index + 1}
                onChange={(changed) => void change({ times: times.with(index, changed) })}
                onRemove={times.length === 1 ? null : () => void change({ times: times.toSpliced(index, 1) })}
              />
            ))}
            {times.length < mostReminderTimes && (
              <li>
                <Button look="quiet" onClick={addTime}>
                  {message('settings.reminders.addTime')}
                </Button>
              </li>
            )}
          </ul>
          <Label as="p">{message('settings.reminders.days')}</Label>
          <AnyWords
            label={message('settings.reminders.days')}
            words={dayWords}
            values={days.map(String)}
            onChange={(values) =>
              void change({ days: weekdays.filter((day) => values.includes(String(day))) })
            }
          />
        </div>
      )}
      <output className={roomStyles.note}>
        {said ?? (state === 'on' && days.length === 0 && message('settings.reminders.noDay'))}
      </output>
    </div>
  );
}
