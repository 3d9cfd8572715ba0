import { useEffect, useId, useRef, useState } from 'react';
import type { SessionDraft } from '../../shared/domain/movement';
import type { Felt } from '../../shared/domain/mood';
import { message } from '../i18n/i18n';
import { kindWord } from '../i18n/words';
import { registerPendingWork, type FlushOutcome } from '../session/pendingWork';
import type { SessionFields } from '../session/sessionFields';
import { useSession } from '../session/sessionStore';
import { hideToast } from '../session/toastStore';
import { readOverlapping, useSessionOffers } from '../session/useSessionOffers';
import { Button } from './Button';
import { Label } from './Label';
import { fieldsToDraft, fieldsToKeep, followLength } from './sessionDraft';
import styles from './SessionForm.module.css';
import { SessionMore } from './SessionMore';
import { SessionRatings } from './SessionRatings';
import { SessionWhen } from './SessionWhen';
import { overlapInWords, problemInWords } from './sessionWords';
import { TextArea, TextField } from './TextField';
import { OneWord } from './WordChoice';

export interface FeltSuggestion {
  readonly felt: Felt;
  /** When it was noted. */
  readonly at: number;
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

/** Says more than the kind, the time, the feelings and the note. */
const hasFacts = ({
  distanceTyped,
  effort,
  distanceMetres,
  play,
  connection,
  achievement,
  safety,
  company,
  place,
  entryId,
}: SessionFields): boolean =>
  [
    distanceTyped,
    effort,
    distanceMetres,
    play,
    connection,
    achievement,
    safety,
    company,
    place,
    entryId,
  ].some((fact) => fact !== null);

/** One time of moving: what, how long, how it felt before and after; under "more" the rest. */
export function SessionForm({
  start,
  suggestion = null,
  failure,
  onSave,
  onChange,
  onCancel,
}: SessionFormProps) {
  const [fields, setFields] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  /** What was said of an overlap; saving the same again is meant. */
  const insisted = useRef<string | null>(null);
  const offers = useSessionOffers();
  const { moreKinds, setMoreKind } = useSession();
  const problemId = useId();
  const change = (changed: Partial<SessionFields>): void => {
    const next = followLength({ ...fields, ...changed });
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

  const save = async (): Promise<void> => {
    const draft = fieldsToDraft(fields, Date.now());
    setProblem(draft.ok ? null : problemInWords(draft.error));
    // A good word about the last one does not stand beside what is wrong with this one.
    if (!draft.ok) {
      hideToast();
      return;
    }
    const asked = `${draft.value.startedAt} ${draft.value.minutes}`;
    const [beside] = insisted.current === asked ? [] : await readOverlapping(draft.value);
    if (beside === undefined) void onSave(draft.value);
    else {
      insisted.current = asked;
      setProblem(overlapInWords(beside));
    }
  };

  const kinds = offers.kinds.includes(fields.kind) ? offers.kinds : [...offers.kinds, fields.kind];
  const isMoreOpen =
    moreKinds.get(fields.kind) ?? (offers.detailedKinds.includes(fields.kind) || hasFacts(start));

  return (
    <form
      className={styles.form}
      aria-describedby={problemId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={styles.part}>
        <Label as="p">{message('movement.kind')}</Label>
        <OneWord
          label={message('movement.kind')}
          words={kinds.map((value) => ({ value, label: kindWord(value) }))}
          value={fields.kind}
          onChange={(kind) => change({ kind })}
        />
      </div>
      <TextField
        label={message('movement.minutes')}
        inputMode="numeric"
        autoComplete="off"
        className={styles.short}
        value={fields.minutes}
        onFocus={(event) => event.target.select()}
        onChange={(event) => change({ minutes: event.target.value })}
      />
      <SessionRatings fields={fields} suggestion={suggestion} onChange={change} />
      <SessionWhen fields={fields} onChange={change} />
      <TextArea
        label={message('movement.note')}
        rows={2}
        maxLength={10_000}
        value={fields.note}
        onChange={(event) => change({ note: event.target.value })}
      />
      <details
        open={isMoreOpen}
        onToggle={(event) => {
          if (event.currentTarget.open !== isMoreOpen) {
            setMoreKind(fields.kind, event.currentTarget.open);
          }
        }}
      >
        <summary className={styles.more}>{message('movement.more')}</summary>
        <SessionMore fields={fields} offers={offers} onChange={change} />
      </details>
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
