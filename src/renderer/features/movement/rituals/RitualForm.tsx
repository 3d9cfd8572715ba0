import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { ritualNameLimit, type Ritual } from '../../../../shared/domain/ritual';
import { message } from '../../../i18n/i18n';
import { newRitualId } from '../../../session/newIds';
import { Button } from '../../../ui/Button';
import { TextField } from '../../../ui/TextField';
import { saveRitual } from './ritualActs';
import styles from './RitualsPage.module.css';

interface RitualFormProps {
  /** Null to name a new one; the form then stays for the next. */
  readonly ritual: Ritual | null;
  readonly onClose?: () => void;
}

/** A name and nothing else: when and how often is nobody's business. */
export function RitualForm({ ritual, onClose }: RitualFormProps) {
  const [id, setId] = useState(() => ritual?.id ?? newRitualId());
  const [name, setName] = useState(ritual?.name ?? '');
  const [isBusy, setIsBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const isNew = ritual === null;
  // A rename was asked for just now; the form for a new one waits.
  useEffect(() => {
    if (!isNew) field.current?.select();
  }, [isNew]);

  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '' || isBusy) return;
    setIsBusy(true);
    const isSaved = await saveRitual({ id, name: name.trim() });
    setIsBusy(false);
    if (!isSaved) return;
    if (!isNew) {
      onClose?.();
      return;
    }
    setId(newRitualId());
    setName('');
    field.current?.focus();
  };

  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <TextField
        className={styles.field}
        label={message('rituals.name')}
        value={name}
        maxLength={ritualNameLimit}
        autoComplete="off"
        ref={field}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose?.();
        }}
      />
      <Button look="outlined" type="submit" disabled={name.trim() === ''}>
        {message(isNew ? 'rituals.add' : 'rituals.save')}
      </Button>
      {onClose && (
        <Button look="quiet" onClick={onClose}>
          {message('rituals.cancel')}
        </Button>
      )}
    </form>
  );
}
