import { useState } from 'react';
import { feelingSchema } from '../../../shared/domain/mood';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import styles from './FeelingsSection.module.css';

interface OwnFeelingProps {
  /** Under whatever spelling. */
  readonly isThere: (word: string) => boolean;
  readonly onAdd: (feeling: string) => void;
}

/** A line for a word of one's own. */
export function OwnFeeling({ isThere, onAdd }: OwnFeelingProps) {
  const [word, setWord] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <form
      className={styles.own}
      onSubmit={(event) => {
        event.preventDefault();
        const feeling = feelingSchema.safeParse(word);
        if (!feeling.success) return;
        if (isThere(feeling.data)) {
          setProblem(message('settings.feelings.there', { feeling: feeling.data }));
          return;
        }
        setProblem(null);
        setWord('');
        onAdd(feeling.data);
      }}
    >
      <TextField
        label={message('settings.feelings.own')}
        maxLength={40}
        autoComplete="off"
        value={word}
        onChange={(event) => setWord(event.target.value)}
      />
      <Button look="outlined" type="submit" disabled={word.trim() === ''}>
        {message('settings.feelings.add')}
      </Button>
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
    </form>
  );
}
