import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { stepTextLimit, type OwnStep } from '../../../../shared/domain/step';
import { message } from '../../../i18n/i18n';
import { newOwnStepId } from '../../../session/newIds';
import { Button } from '../../../ui/Button';
import { TextField } from '../../../ui/TextField';
import styles from './LadderPage.module.css';
import { saveOwnStep } from './stepActs';

interface OwnStepFormProps {
  /** Null to write a new one; the form then stays for the next. */
  readonly step: OwnStep | null;
  readonly onClose?: () => void;
}

/** A step in one's own words. */
export function OwnStepForm({ step, onClose }: OwnStepFormProps) {
  const [id, setId] = useState(() => step?.id ?? newOwnStepId());
  const [text, setText] = useState(step?.text ?? '');
  const [isBusy, setIsBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const isNew = step === null;
  // A change was asked for just now; the form for a new one waits.
  useEffect(() => {
    if (!isNew) field.current?.select();
  }, [isNew]);

  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '' || isBusy) return;
    setIsBusy(true);
    const isSaved = await saveOwnStep({ id, text: text.trim() });
    setIsBusy(false);
    if (!isSaved) return;
    if (!isNew) {
      onClose?.();
      return;
    }
    setId(newOwnStepId());
    setText('');
    field.current?.focus();
  };

  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <TextField
        className={styles.field}
        label={message('steps.text')}
        value={text}
        maxLength={stepTextLimit}
        autoComplete="off"
        ref={field}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose?.();
        }}
      />
      <Button look="outlined" type="submit" disabled={text.trim() === ''}>
        {message(isNew ? 'steps.add' : 'steps.save')}
      </Button>
      {onClose && (
        <Button look="quiet" onClick={onClose}>
          {message('steps.cancel')}
        </Button>
      )}
    </form>
  );
}
