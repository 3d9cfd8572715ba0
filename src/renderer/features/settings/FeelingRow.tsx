import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { FeelingChoice } from '../../../shared/domain/feeling';
import { message } from '../../i18n/i18n';
import { feelingWord } from '../../i18n/words';
import { Button } from '../../ui/Button';
import styles from './FeelingsSection.module.css';

export type RowAct = 'up' | 'down' | 'show' | 'remove';

interface FeelingRowProps {
  readonly choice: FeelingChoice;
  readonly isOwn: boolean;
  readonly place: 'first' | 'between' | 'last';
  readonly onAct: (act: RowAct) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One word for a feeling: its place, whether it is offered, and for one's own the way out. */
export function FeelingRow({ choice, isOwn, place, onAct, onKeyDown }: FeelingRowProps) {
  const feeling = feelingWord(choice.feeling);
  const shown = choice.isShown ? 'hide' : 'show';
  return (
    <li className={styles.row} data-feeling={choice.feeling} data-shown={choice.isShown}>
      <span className={styles.name}>{feeling}</span>
      <div role="presentation" className={styles.acts} onKeyDown={onKeyDown}>
        <Button
          look="quiet"
          data-act="up"
          disabled={place === 'first'}
          aria-label={message('settings.feelings.up', { feeling })}
          onClick={() => onAct('up')}
        >
          <ArrowUp size={16} aria-hidden />
        </Button>
        <Button
          look="quiet"
          data-act="down"
          disabled={place === 'last'}
          aria-label={message('settings.feelings.down', { feeling })}
          onClick={() => onAct('down')}
        >
          <ArrowDown size={16} aria-hidden />
        </Button>
        <Button
          look="quiet"
          data-act="show"
          className={styles.show}
          aria-label={message(`settings.feelings.${shown}Of`, { feeling })}
          onClick={() => onAct('show')}
        >
          {message(`settings.feelings.${shown}`)}
        </Button>
        {isOwn && (
          <Button
            look="quiet"
            data-act="remove"
            aria-label={message('settings.feelings.removeOf', { feeling })}
            onClick={() => onAct('remove')}
          >
            {message('settings.feelings.remove')}
          </Button>
        )}
      </div>
    </li>
  );
}
