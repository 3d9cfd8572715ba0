import { useId, useRef, useState } from 'react';
import type { EntryId } from '../../../../shared/id';
import { civilDaySchema, clockTimeSchema, momentToClockTime, type Moment } from '../../../../shared/time';
import { call } from '../../../bridge/client';
import { invalidateFacts } from '../../../bridge/factQueries';
import { useSettings } from '../../../bridge/queries';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { TextField } from '../../../ui/TextField';
import styles from './EntryFacts.module.css';

interface MomentDialogProps {
  readonly id: EntryId;
  readonly moment: Moment;
}

/** Says on which day, when and where an entry was lived. */
export function MomentDialog({ id, moment }: MomentDialogProps) {
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
        <MomentForm key={shown} id={id} moment={moment} onDone={() => dialog.current?.close()} />
      </Dialog>
    </>
  );
}

function MomentForm({ id, moment, onDone }: MomentDialogProps & { readonly onDone: () => void }) {
  const boundary = useSettings().data?.dayBoundaryHour ?? 0;
  const [day, setDay] = useState<string>(moment.day);
  const [clock, setClock] = useState(momentToClockTime(moment));
  const [zone, setZone] = useState(moment.zone);
  const [problem, setProblem] = useState<string | null>(null);
  const zonesId = useId();

  const save = async (): Promise<void> => {
    const chosen = civilDaySchema.safeParse(day);
    const time = clockTimeSchema.safeParse(clock);
    if (!chosen.success || !time.success) {
      setProblem(message('write.facts.momentUnclear'));
      return;
    }
    const reply = await call('entries.setMoment', {
      id,
      day: chosen.data,
      clock: time.data,
      zone: zone.trim(),
    });
    if (!reply.ok) {
      setProblem(failureMessage(reply.error));
      return;
    }
    invalidateFacts();
    onDone();
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
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
      <TextField
        label={message('write.facts.zone')}
        list={zonesId}
        maxLength={64}
        value={zone}
        onChange={(event) => setZone(event.target.value)}
      />
      <datalist id={zonesId}>
        {Intl.supportedValuesOf('timeZone').map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
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
