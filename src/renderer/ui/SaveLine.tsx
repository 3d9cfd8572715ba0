import { useState } from 'react';
import { failureMessage } from '../i18n/failureMessage';
import { message } from '../i18n/i18n';
import type { SaveState } from '../session/saveState';
import { Button } from './Button';
import styles from './SaveLine.module.css';
import { VisuallyHidden } from './VisuallyHidden';

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

interface Told {
  readonly of: SaveState['kind'];
  readonly word: 'none' | 'saying' | 'said';
}

/** The word stands only as long as it is true. */
function nextWord(word: Told['word'], kind: SaveState['kind']): Told['word'] {
  if (kind === 'failed') return 'none';
  if (kind === 'saved') return word === 'none' ? 'saying' : word;
  return word === 'saying' ? 'said' : word;
}

interface SaveLineProps {
  readonly state: SaveState;
  readonly isInJournal: boolean;
}

/**
 * The state in a word, for everybody who looks. It is read aloud when the text is first saved, and when it is saved again
 * after a failure, not with every pause; the notice of a failure reads itself.
 */
export function SaveLine({ state, isInJournal }: SaveLineProps) {
  const { kind } = state;
  const [told, setTold] = useState<Told>({ of: kind, word: 'none' });
  if (told.of !== kind) setTold({ of: kind, word: nextWord(told.word, kind) });
  return (
    <>
      <span className={styles.state} data-state={kind}>
        {stateWords(state, isInJournal)}
      </span>
      <VisuallyHidden>
        <output>{told.word === 'saying' ? message('write.saved') : ''}</output>
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
