import { Button } from '../../../ui/Button';
import styles from './Questions.module.css';

interface QuestionLineProps {
  readonly question: string;
  /** What can be done with it; null where nothing can be changed. `name` says to which question it belongs. */
  readonly act: { readonly words: string; readonly name: string; readonly run: () => void } | null;
}

/** A question without its card. */
export function QuestionLine({ question, act }: QuestionLineProps) {
  return (
    <li className={styles.line}>
      <span>{question}</span>
      {act !== null && (
        <Button look="quiet" className={styles.act} aria-label={act.name} onClick={act.run}>
          {act.words}
        </Button>
      )}
    </li>
  );
}
