import { useEffect, useId, useState } from 'react';
import { assertNever } from '../../shared/assert';
import type { SessionDraft } from '../../shared/domain/movement';
import { movementKinds } from '../../shared/domain/movementKind';
import type { Felt } from '../../shared/domain/mood';
import { message } from '../i18n/i18n';
import { kindWord } from '../i18n/words';
import { registerPendingWork, type FlushOutcome } from '../session/pendingWork';
import { hideToast } from '../session/toastStore';
import { Button } from './Button';
import { FeltField } from './FeltField';
import { Label } from './Label';
import type { SessionFields } from '../session/sessionFields';
import { effortWords } from './effortWords';
import { fieldsToDraft, fieldsToKeep, type SessionProblem } from './sessionDraft';
import styles from './SessionForm.module.css';
import { StopScale } from './StopScale';
import { TextArea, TextField } from './TextField';
import { OneWord } from './WordChoice';

export interface FeltSuggestion {
  readonly felt: Felt;
  /** "Use slightly unpleasant, noted at 17:40" */
  readonly label: string;
}

interface SessionFormProps {
  readonly start: SessionFields;
  /** A feeling noted shortly before, offered for "before". */
  readonly suggestion?: FeltSuggestion | null;
  /** In words, when saving did not work; what was typed stays. */
  readonly failure: string | null;
  readonly onSave: (draft: SessionDraft) => Promise<FlushOutcome>;
  /** Called with every change, for keeping what a form holds that is left open. */
  readonly onChange?: (fields: SessionFields) => void;
  readonly onCancel: () => void;
}

const kinds = movementKinds.map((value) => ({ value, label: kindWord(value) }));
const efforts = Array.from({ length: 11 }, (_, value) => ({ value, word: effortWords(value) }));

function problemInWords(problem: SessionProblem): string {
  switch (problem.type) {
    case 'MinutesUnclear':
      return message('movement.minutesProblem');
    case 'EndsBeforeStart':
      return message('movement.endsBeforeStart');
    case 'LongerThanADay':
      return message('movement.longerThanADay');
    case 'StartUnclear':
      return message('movement.startProblem');
    case 'StartsLater':
      return message('movement.startsLater');
    case 'DistanceUnclear':
      return message('movement.distanceProblem');
    default:
      return assertNever(problem);
  }
}

/** One time of moving: what, when, how long, how hard, and how it felt before and after. */
export function SessionForm({ start, suggestion, failure, onSave, onChange, onCancel }: SessionFormProps) {
  const [fields, setFields] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  const change = (changed: Partial<SessionFields>): void => {
    const next = { ...fields, ...changed };
    setFields(next);
    onChange?.(next);
  };

  // A lock does not wait for Save: what was changed is kept then, unless it is unclear; nothing is made up.
  useEffect(() => {
    if (fields === start) return undefined;
    return registerPendingWork(async () => {
      const kept = fieldsToKeep(fields, Date.now());
      if (kept.kind === 'save') return onSave(kept.draft);
      if (kept.kind === 'leave') return 'saved';
      setProblem(problemInWords(kept.problem));
      return 'failed';
    });
  }, [fields, start, onSave]);

  const save = (): void => {
    const draft = fieldsToDraft(fields, Date.now());
    setProblem(draft.ok ? null : problemInWords(draft.error));
    // A good word about the last one does not stand beside what is wrong with this one.
    if (!draft.ok) hideToast();
    if (draft.ok) void onSave(draft.value);
  };

  return (
    <form
      className={styles.form}
      aria-describedby={problemId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={styles.part}>
        <Label as="p">{message('movement.kind')}</Label>
        <OneWord
          label={message('movement.kind')}
          words={kinds}
          value={fields.kind}
          onChange={(kind) => change({ kind })}
        />
      </div>
      <div className={styles.when}>
        <TextField
          label={message('movement.day')}
          type="date"
          value={fields.date}
          onChange={(event) => change({ date: event.target.value })}
        />
        <TextField
          label={message('movement.start')}
          type="time"
          value={fields.time}
          onChange={(event) => change({ time: event.target.value })}
        />
        <TextField
          label={message('movement.minutes')}
          inputMode="numeric"
          autoComplete="off"
          value={fields.minutes}
          onChange={(event) => change({ minutes: event.target.value })}
        />
      </div>
      <div className={styles.felt}>
        <div className={styles.side}>
          <FeltField
            label={message('ui.before')}
            felt={fields.before}
            onChange={(before) => change({ before })}
          />
          {suggestion && fields.before === null && (
            <Button
              look="quiet"
              className={styles.suggestion}
              onClick={() => change({ before: suggestion.felt })}
            >
              {suggestion.label}
            </Button>
          )}
        </div>
        <FeltField label={message('ui.after')} felt={fields.after} onChange={(after) => change({ after })} />
      </div>
      <div className={styles.effort}>
        <Label as="p">{message('movement.effort')}</Label>
        <StopScale
          label={message('movement.effort')}
          stops={efforts}
          value={fields.effort}
          onChange={(effort) => change({ effort })}
          onClear={() => change({ effort: null })}
          size="small"
        />
      </div>
      <TextArea
        label={message('movement.note')}
        rows={2}
        maxLength={10_000}
        value={fields.note}
        onChange={(event) => change({ note: event.target.value })}
      />
      <div className={styles.actions}>
        <Button look="primary" type="submit">
          {message('movement.save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {message('movement.cancel')}
        </Button>
        <p id={problemId} className={styles.problem} role="alert">
          {problem ?? failure}
        </p>
      </div>
    </form>
  );
}
