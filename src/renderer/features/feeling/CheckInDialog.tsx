import { useEffect, useRef, useState } from 'react';
import type { CheckIn } from '../../../shared/domain/mood';
import { useIsReadOnly } from '../../bridge/careQueries';
import { call } from '../../bridge/client';
import { invalidateJournal, useSettings } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import type { CheckInFields } from '../../session/checkInFields';
import { newCheckInId } from '../../session/newIds';
import { useSession } from '../../session/sessionStore';
import { hideToast, showToast } from '../../session/toastStore';
import { Dialog } from '../../ui/Dialog';
import { removeCheckIn } from './checkInActs';
import styles from './CheckInDialog.module.css';
import { checkInToFields, fieldsToSave, newCheckInFields, problemInWords } from './checkInDraft';
import { CheckInForm } from './CheckInForm';
import { EarlierSayings } from './EarlierSayings';

interface CheckInDialogProps {
  /** Null: one of an earlier moment that is not in the journal yet. */
  readonly checkIn: CheckIn | null;
  /** After it has closed. */
  readonly onClose: () => void;
}

/** What was left in this form, or what the check-in says, or an empty form. */
function startOf(checkIn: CheckIn | null, boundaryHour: number): CheckInFields {
  const left = useSession
    .getState()
    .unfinishedCheckIns.find(({ id, kind }) => (checkIn ? id === checkIn.id : kind === 'new'));
  if (left) return left;
  return checkIn
    ? checkInToFields(checkIn, boundaryHour)
    : newCheckInFields(newCheckInId(), Date.now(), boundaryHour);
}

/** A check-in opened again, or one of an earlier moment. What is typed and left without an answer is there the next time. */
export function CheckInDialog({ checkIn, onClose }: CheckInDialogProps) {
  const boundaryHour = useSettings().data?.dayBoundaryHour;
  const dialog = useRef<HTMLDialogElement>(null);
  const isReadOnly = useIsReadOnly();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <Dialog
      ref={dialog}
      className={styles.dialog}
      heading={message(checkIn ? 'feeling.changeHeading' : 'feeling.newHeading')}
      onClose={onClose}
    >
      {boundaryHour !== undefined && (
        <Form
          checkIn={checkIn}
          boundaryHour={boundaryHour}
          mode={isReadOnly ? 'reading' : 'writing'}
          onDone={() => dialog.current?.close()}
        />
      )}
    </Dialog>
  );
}

interface FormProps {
  readonly checkIn: CheckIn | null;
  readonly boundaryHour: number;
  readonly mode: 'reading' | 'writing';
  readonly onDone: () => void;
}

function Form({ checkIn, boundaryHour, mode, onDone }: FormProps) {
  const [fields, setFields] = useState(() => startOf(checkIn, boundaryHour));
  const [problem, setProblem] = useState<string | null>(null);
  const { setUnfinishedCheckIn, setCheckIn } = useSession();

  const change = (changed: Partial<CheckInFields>): void => {
    const next = { ...fields, ...changed };
    setFields(next);
    setUnfinishedCheckIn(next.id, next);
  };
  const leave = (): void => {
    setUnfinishedCheckIn(fields.id, null);
    onDone();
  };
  const say = (text: string): void => {
    hideToast();
    setProblem(text);
  };
  const save = async (): Promise<void> => {
    const draft = fieldsToSave(fields, Date.now());
    if (!draft.ok) {
      say(problemInWords(draft.error));
      return;
    }
    const reply = await call('checkIns.save', draft.value);
    if (!reply.ok) {
      say(failureMessage(reply.error));
      return;
    }
    const saved = reply.value;
    const { valence, energy, feelings, givenOn } = saved;
    // What is being noted on Today goes on from here.
    setCheckIn((current) =>
      current?.id === saved.id
        ? { id: saved.id, felt: { valence, energy, feelings, givenOn }, note: saved.note ?? '', saved }
        : current,
    );
    leave();
    invalidateJournal();
    if (checkIn === null) showToast({ text: message('feeling.noted') });
  };

  return (
    <CheckInForm
      fields={fields}
      isRemembered={checkIn?.isRemembered ?? null}
      problem={problem}
      mode={mode}
      onChange={change}
      onSave={() => void save()}
      onLeave={leave}
      onRemove={
        checkIn === null
          ? null
          : () => {
              leave();
              void removeCheckIn(checkIn.id);
            }
      }
    >
      {checkIn && <EarlierSayings id={checkIn.id} />}
    </CheckInForm>
  );
}
