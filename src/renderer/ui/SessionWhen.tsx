import { Temporal } from 'temporal-polyfill';
import { message } from '../i18n/i18n';
import type { SessionFields } from '../session/sessionFields';
import styles from './SessionForm.module.css';
import { TextField } from './TextField';

interface SessionWhenProps {
  readonly fields: SessionFields;
  readonly onChange: (changed: Partial<SessionFields>) => void;
}

/** The day and the start, or the day alone. */
export function SessionWhen({ fields, onChange }: SessionWhenProps) {
  const { date, time, zone, isTimed } = fields;
  const here = Temporal.Now.timeZoneId();
  return (
    <div className={styles.part}>
      <div className={styles.when}>
        <TextField
          label={message('movement.day')}
          type="date"
          value={date}
          onChange={(event) => onChange({ date: event.target.value, endedAt: null })}
        />
        {isTimed && (
          <TextField
            label={message('movement.start')}
            type="time"
            value={time}
            onChange={(event) => onChange({ time: event.target.value, endedAt: null })}
          />
        )}
        <label className={styles.untimed}>
          <input
            type="checkbox"
            checked={!isTimed}
            onChange={(event) => onChange({ isTimed: !event.target.checked })}
          />
          {message('movement.untimed')}
        </label>
      </div>
      {zone !== here && <p className={styles.quiet}>{message('movement.zone', { zone, here })}</p>}
    </div>
  );
}
