import { useEffect, useId, useRef, useState } from 'react';
import { lastDayBefore, type Span } from '../../../../shared/domain/span';
import { addDays, civilDaySchema, type CivilDay } from '../../../../shared/time';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import { TextField } from '../../../ui/TextField';
import { FieldNote } from './FieldNote';
import { endSpan } from './spanActs';
import styles from './Spans.module.css';

interface EndSpanProps {
  readonly span: Span;
  readonly today: CivilDay;
  readonly onLeave: () => void;
}

const aFewDays = 3;

/** Since when it has been back to usual: today, yesterday, or a day of some days ago. */
export function EndSpan({ span, today, onLeave }: EndSpanProps) {
  const [day, setDay] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const labelId = useId();
  const noteId = useId();
  const first = useRef<HTMLButtonElement>(null);
  // It was asked for just now.
  useEffect(() => first.current?.focus(), []);

  const end = (usualSince: CivilDay): void => {
    void endSpan(span, lastDayBefore(span, usualSince)).then((isEnded) => isEnded && onLeave());
  };
  const endOn = (typed: string): void => {
    const since = civilDaySchema.safeParse(typed);
    if (!since.success) setProblem(message('spans.problem.firstDayUnclear'));
    else if (since.data > today) setProblem(message('spans.usualNotYet'));
    else if (since.data < span.firstDay)
      setProblem(message('spans.usualTooEarly', { day: formatDay(span.firstDay, 'date') }));
    else end(since.data);
  };

  if (day !== null)
    return (
      <form
        className={styles.endForm}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          endOn(day);
        }}
      >
        <div>
          <TextField
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that asked for it
            autoFocus
            label={message('spans.usualSince')}
            type="date"
            value={day}
            aria-describedby={noteId}
            onChange={(event) => {
              setDay(event.target.value);
              setProblem(null);
            }}
          />
          <FieldNote id={noteId} hint="" problem={problem} />
        </div>
        <div className={styles.acts}>
          <Button look="outlined" type="submit">
            {message('spans.usualSave')}
          </Button>
          <Button look="quiet" onClick={onLeave}>
            {message('spans.notOver')}
          </Button>
        </div>
      </form>
    );

  return (
    <div className={styles.end} role="group" aria-labelledby={labelId}>
      <span id={labelId} className={styles.endLabel}>
        {message('spans.usualSince')}
      </span>
      <Button ref={first} look="outlined" onClick={() => end(today)}>
        {message('spans.today')}
      </Button>
      <Button look="outlined" onClick={() => end(addDays(today, -1))}>
        {message('spans.yesterday')}
      </Button>
      <Button look="outlined" onClick={() => setDay(addDays(today, -aFewDays))}>
        {message('spans.fewDaysAgo')}
      </Button>
      <Button look="quiet" onClick={onLeave}>
        {message('spans.notOver')}
      </Button>
    </div>
  );
}
