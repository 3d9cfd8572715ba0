import { useEffect, useId, useRef, useState } from 'react';
import { spanKinds, spanNameLimit, spanNoteLimit, type Span } from '../../../../shared/domain/span';
import type { CivilDay } from '../../../../shared/time';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { spanKindWord, spanWords } from '../../../i18n/spanWords';
import { registerPendingWork, type FlushOutcome } from '../../../session/pendingWork';
import type { SpanFields } from '../../../session/spanFields';
import { showToast } from '../../../session/toastStore';
import { Button } from '../../../ui/Button';
import { Label } from '../../../ui/Label';
import { TextArea, TextField } from '../../../ui/TextField';
import { OneWord } from '../../../ui/WordChoice';
import { saveSpan } from './spanActs';
import { fieldsToSpan, isToKeep, problemField, spanProblemInWords, type SpanProblem } from './spanDraft';
import { FieldNote } from './FieldNote';
import styles from './Spans.module.css';

interface SpanFormProps {
  readonly start: SpanFields;
  /** A change of one that is there says Save. */
  readonly purpose: 'begin' | 'change';
  readonly spans: readonly Span[];
  readonly today: CivilDay;
  /** Called with every change, for keeping what a form holds that is left open. */
  readonly onChange: (fields: SpanFields) => void;
  /** It is saved, or not wanted. */
  readonly onDone: () => void;
}

const kinds = spanKinds.map((value) => ({ value, label: spanKindWord(value) }));

/** What is different, since when, and until when if that is known. */
export function SpanForm({ start, purpose, spans, today, onChange, onDone }: SpanFormProps) {
  const [fields, setFields] = useState(start);
  const [problem, setProblem] = useState<SpanProblem | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const ids = { name: useId(), firstDay: useId(), lastDay: useId() };
  const lastDay = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  // It was asked for just now.
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  const change = (changed: Partial<SpanFields>): void => {
    const next = { ...fields, ...changed };
    setFields(next);
    setProblem(null);
    onChange(next);
  };

  const save = async (): Promise<FlushOutcome> => {
    setFailure(null);
    // A date that was typed in part reads as an empty one, which would mean that it lasts.
    const isHalfTyped = lastDay.current?.validity.badInput === true;
    const draft = fieldsToSpan(fields, { spans, today });
    if (isHalfTyped || !draft.ok) {
      setProblem(draft.ok || isHalfTyped ? { type: 'lastDayUnclear' } : draft.error);
      return 'failed';
    }
    const saved = await saveSpan(draft.value);
    if (!saved.ok) {
      setFailure(failureMessage(saved.error));
      return 'failed';
    }
    showToast({ text: message('spans.saved', { span: spanWords(draft.value) }) });
    onDone();
    return 'saved';
  };

  // A lock does not wait for the button.
  useEffect(() => {
    if (fields === start) return undefined;
    return registerPendingWork(async () => (isToKeep(fields, spans) ? save() : 'saved'));
  });

  const words = problem && spanProblemInWords(problem, fields.firstDay);
  const at = problem && problemField(problem);
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={styles.kind}>
        <Label as="p">{message('spans.kind')}</Label>
        <OneWord
          label={message('spans.kind')}
          words={kinds}
          value={fields.kind}
          onChange={(kind) => change({ kind })}
        />
      </div>
      <div>
        <TextField
          label={message('spans.name')}
          value={fields.name}
          maxLength={spanNameLimit}
          autoComplete="off"
          aria-describedby={ids.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <FieldNote id={ids.name} hint={message('spans.nameHint')} problem={at === 'name' ? words : null} />
      </div>
      <div className={styles.days}>
        <div>
          <TextField
            label={message('spans.firstDay')}
            type="date"
            value={fields.firstDay}
            aria-describedby={ids.firstDay}
            aria-invalid={at === 'firstDay'}
            onChange={(event) => change({ firstDay: event.target.value })}
          />
          <FieldNote id={ids.firstDay} hint="" problem={at === 'firstDay' ? words : null} />
        </div>
        <div>
          <TextField
            ref={lastDay}
            label={message('spans.lastDay')}
            type="date"
            value={fields.lastDay}
            aria-describedby={ids.lastDay}
            aria-invalid={at === 'lastDay'}
            onChange={(event) => change({ lastDay: event.target.value })}
          />
          <FieldNote
            id={ids.lastDay}
            hint={message('spans.lastDayHint')}
            problem={at === 'lastDay' ? words : null}
          />
        </div>
      </div>
      <TextArea
        label={message('spans.note')}
        rows={2}
        maxLength={spanNoteLimit}
        value={fields.note}
        onChange={(event) => change({ note: event.target.value })}
      />
      <div className={styles.acts}>
        <Button look="primary" type="submit">
          {message(purpose === 'begin' ? 'spans.save' : 'spans.saveChange')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {message('spans.cancel')}
        </Button>
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      </div>
    </form>
  );
}
