import { useRef, useState } from 'react';
import {
  civilDaySchema,
  clockTimeSchema,
  dayAndClockToMoment,
  instantToMoment,
  momentToClockTime,
  type Moment,
} from '../../../../shared/time';
import { useSettings } from '../../../bridge/queries';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import { ComboboxField } from '../../../ui/Combobox';
import { Dialog } from '../../../ui/Dialog';
import { TextField } from '../../../ui/TextField';
import styles from './EntryFacts.module.css';

interface MomentDialogProps {
  readonly moment: Moment;
  readonly onChange: (moment: Moment) => void;
}

/** Says on which day, when and where an entry was lived. */
export function MomentDialog({ moment, onChange }: MomentDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState(0);
  return (
    <>
      <Button
        look="quiet"
        onClick={() => {
          setShown(shown + 1);
          dialog.current?.showModal();
        }}
      >
        {message('write.facts.moment')}
      </Button>
      <Dialog ref={dialog} className={styles.dialog} heading={message('write.facts.momentTitle')}>
        <MomentForm key={shown} moment={moment} onChange={onChange} onDone={() => dialog.current?.close()} />
      </Dialog>
    </>
  );
}

interface Typed {
  readonly day: string;
  readonly clock: string;
  readonly zone: string;
}

type Read = { readonly moment: Moment } | { readonly problem: string };

/** What the journal would say of it, said at once; it judges again when it is told. */
function readMoment({ day, clock, zone }: Typed, before: Moment, boundary: number): Read {
  const chosen = civilDaySchema.safeParse(day);
  const time = clockTimeSchema.safeParse(clock);
  if (!chosen.success || !time.success) return { problem: message('write.facts.momentUnclear') };
  // Saying again what is there changes nothing: not the seconds, nor which of two equal hours it was.
  if (before.day === day && before.zone === zone && momentToClockTime(before) === clock)
    return { moment: before };
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (chosen.data > instantToMoment(Date.now(), here, boundary).day)
    return { problem: failureMessage({ type: 'DayInFuture' }) };
  const moment = dayAndClockToMoment(chosen.data, time.data, zone, boundary);
  return moment === null ? { problem: failureMessage({ type: 'ZoneUnknown' }) } : { moment };
}

function MomentForm({ moment, onChange, onDone }: MomentDialogProps & { readonly onDone: () => void }) {
  const boundary = useSettings().data?.dayBoundaryHour ?? 0;
  const [day, setDay] = useState<string>(moment.day);
  const [clock, setClock] = useState(momentToClockTime(moment));
  const [zone, setZone] = useState(moment.zone);
  const [problem, setProblem] = useState<string | null>(null);

  const save = (): void => {
    const read = readMoment({ day, clock, zone: zone.trim() }, moment, boundary);
    if ('problem' in read) {
      setProblem(read.problem);
      return;
    }
    if (read.moment !== moment) onChange(read.moment);
    onDone();
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={message('write.facts.day')}
        type="date"
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <TextField
        label={message('write.facts.clock')}
        type="time"
        value={clock}
        onChange={(event) => setClock(event.target.value)}
      />
      <ComboboxField
        label={message('write.facts.zone')}
        maxLength={64}
        offers={message('write.facts.zones')}
        options={Intl.supportedValuesOf('timeZone')}
        value={zone}
        onValue={setZone}
        onPick={setZone}
      />
      {boundary > 0 && <p className={styles.quiet}>{message('write.facts.night', { hour: boundary })}</p>}
      <p role="alert">{problem}</p>
      <div className={styles.formActs}>
        <Button look="quiet" onClick={onDone}>
          {message('ui.close')}
        </Button>
        <Button look="outlined" type="submit">
          {message('write.facts.momentSave')}
        </Button>
      </div>
    </form>
  );
}
