import { useId, type ReactNode } from 'react';
import { Temporal } from 'temporal-polyfill';
import { checkInNoteLimit } from '../../../shared/domain/mood';
import { civilDaySchema } from '../../../shared/time';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import type { CheckInFields } from '../../session/checkInFields';
import { useNow } from '../../session/useNow';
import { Button } from '../../ui/Button';
import { FeltDetails } from '../../ui/FeltDetails';
import { FeltDot } from '../../ui/FeltDot';
import { FeltScale } from '../../ui/FeltScale';
import { Label } from '../../ui/Label';
import { TextArea, TextField } from '../../ui/TextField';
import styles from './CheckInDialog.module.css';
import { isFieldsMemory, isNightAfter } from './checkInDraft';

interface CheckInFormProps {
  readonly fields: CheckInFields;
  /** As the journal has it; null while it is new. */
  readonly isRemembered: boolean | null;
  readonly problem: string | null;
  readonly mode: 'reading' | 'writing';
  readonly onChange: (changed: Partial<CheckInFields>) => void;
  readonly onSave: () => void;
  readonly onLeave: () => void;
  /** Null where there is nothing to remove yet. */
  readonly onRemove: (() => void) | null;
  /** Below what can be changed. */
  readonly children: ReactNode;
}

/** What the day, the clock and the zone say that is easily meant otherwise. */
function MomentNotes({ fields }: Pick<CheckInFormProps, 'fields'>) {
  const day = civilDaySchema.safeParse(fields.day);
  return (
    <>
      {day.success && isNightAfter(fields) && (
        <p className={styles.quiet}>{message('feeling.night', { day: formatDay(day.data, 'long') })}</p>
      )}
      {fields.zone !== Temporal.Now.timeZoneId() && (
        <p className={styles.quiet}>{message('feeling.zone', { zone: fields.zone })}</p>
      )}
    </>
  );
}

/** A feeling, its words, its note and its moment. */
export function CheckInForm({
  fields,
  isRemembered,
  problem,
  mode,
  onChange,
  onSave,
  onLeave,
  onRemove,
  children,
}: CheckInFormProps) {
  const now = useNow();
  const problemId = useId();
  const { felt } = fields;
  const isMemory = isRemembered ?? isFieldsMemory(fields, now);
  return (
    <form
      className={styles.form}
      noValidate
      aria-describedby={problemId}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <fieldset className={styles.fields} disabled={mode === 'reading'}>
        <div className={styles.when}>
          <TextField
            label={message('feeling.day')}
            type="date"
            value={fields.day}
            onChange={(event) => onChange({ day: event.target.value })}
          />
          <TextField
            label={message('feeling.clock')}
            type="time"
            value={fields.clock}
            onChange={(event) => onChange({ clock: event.target.value })}
          />
        </div>
        <MomentNotes fields={fields} />
        {isMemory && (
          <p className={styles.remembered}>
            <FeltDot kind="remembered" />
            {message(isRemembered === null ? 'feeling.willBeRemembered' : 'feeling.wasRemembered')}
          </p>
        )}
        <div className={styles.felt}>
          <Label as="p">{message('feeling.how')}</Label>
          <FeltScale
            label={message('feeling.how')}
            felt={felt}
            onGive={(given) => onChange({ felt: { energy: null, feelings: [], ...felt, ...given } })}
            size="small"
          />
          {felt && <FeltDetails felt={felt} onChange={(next) => onChange({ felt: next })} />}
        </div>
        <TextArea
          label={message('feeling.note')}
          rows={2}
          maxLength={checkInNoteLimit}
          value={fields.note}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </fieldset>
      {children}
      <p id={problemId} className={styles.problem} role="alert">
        {problem}
      </p>
      <div className={styles.acts}>
        {mode === 'writing' && (
          <Button look="primary" type="submit">
            {message('feeling.save')}
          </Button>
        )}
        <Button look="quiet" onClick={onLeave}>
          {message(mode === 'writing' ? 'feeling.cancel' : 'ui.close')}
        </Button>
        {mode === 'writing' && onRemove && (
          <Button look="quiet" className={styles.remove} onClick={onRemove}>
            {message('feeling.remove')}
          </Button>
        )}
      </div>
    </form>
  );
}
