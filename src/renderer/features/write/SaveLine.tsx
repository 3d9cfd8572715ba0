import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import type { SaveState } from './autosave';
import styles from './WriteRoom.module.css';

function stateWords(state: SaveState, isInJournal: boolean): string {
  switch (state.kind) {
    case 'unchanged':
      return isInJournal ? message('write.saved') : '';
    case 'typing':
    case 'failed':
      return message('write.unsaved');
    case 'saving':
      return message('write.saving');
    case 'saved':
      return message('write.saved');
  }
}

interface SaveLineProps {
  readonly state: SaveState;
  readonly isInJournal: boolean;
}

/** The state in a word. Read aloud when the text is first saved and when it is not, not with every pause. */
export function SaveLine({ state, isInJournal }: SaveLineProps) {
  const isSafe = isInJournal && state.kind !== 'failed';
  return (
    <>
      <span className={styles.state} data-state={state.kind} aria-hidden>
        {stateWords(state, isInJournal)}
      </span>
      <VisuallyHidden>
        <output>{isSafe ? message('write.saved') : ''}</output>
      </VisuallyHidden>
    </>
  );
}

interface SaveFailureProps {
  readonly state: SaveState;
  readonly onRetry: () => void;
}

export function SaveFailureNotice({ state, onRetry }: SaveFailureProps) {
  return (
    <div role="alert" className={styles.failure}>
      {state.kind === 'failed' && (
        <>
          <p>{failureMessage(state.failure)}</p>
          <Button look="outlined" onClick={onRetry}>
            {message('write.retry')}
          </Button>
        </>
      )}
    </div>
  );
}
