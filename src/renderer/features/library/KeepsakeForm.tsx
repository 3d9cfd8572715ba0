import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { keepsakeAuthorLimit, keepsakeTextLimit, type ListedKeepsake } from '../../../shared/domain/keepsake';
import { message } from '../../i18n/i18n';
import { newKeepsakeId } from '../../session/newIds';
import { Button } from '../../ui/Button';
import { TextArea, TextField } from '../../ui/TextField';
import { saveKeepsake } from './keepsakeActs';
import styles from './LibraryRoom.module.css';

interface KeepsakeFormProps {
  /** Null to keep a new one. */
  readonly keepsake: ListedKeepsake | null;
  readonly onClose: () => void;
}

/** A line and whose it is. */
export function KeepsakeForm({ keepsake, onClose }: KeepsakeFormProps) {
  const [id] = useState(() => keepsake?.id ?? newKeepsakeId());
  const [text, setText] = useState(keepsake?.text ?? '');
  const [author, setAuthor] = useState(keepsake?.author ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  // It was asked for just now.
  useEffect(() => field.current?.focus(), []);
  const isReady = text.trim() !== '';

  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady) return;
    const entryId = keepsake?.entryId ?? null;
    const draft = { id, text, author: author.trim() || null, entryId, day: keepsake?.day ?? null };
    if (await saveKeepsake(draft)) onClose();
  };

  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <TextArea
        label={message('library.kept.text')}
        value={text}
        rows={3}
        maxLength={keepsakeTextLimit}
        ref={field}
        onChange={(event) => setText(event.target.value)}
      />
      <TextField
        label={message('library.kept.author')}
        value={author}
        maxLength={keepsakeAuthorLimit}
        autoComplete="off"
        onChange={(event) => setAuthor(event.target.value)}
      />
      <div className={styles.formActs}>
        <Button look="primary" type="submit" disabled={!isReady}>
          {message(keepsake === null ? 'library.kept.keep' : 'library.kept.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {message('library.cancel')}
        </Button>
      </div>
    </form>
  );
}
