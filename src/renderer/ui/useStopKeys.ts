import { useEffect, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import { moodStops, type MoodStop } from '../../shared/domain/mood';
import { isDialogOpen, isTyping } from './isTyping';

/** Where the keys 1 to 7 count: anywhere in the window, or with the focus inside. */
export type StopKeys = 'window' | 'inside';

const keyToStop = (event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): MoodStop | null =>
  event.ctrlKey || event.metaKey || event.altKey
    ? null
    : (moodStops.find((stop) => String(stop) === event.key) ?? null);

/** One key for one of the seven stops. Gives what the element around them listens with. */
export function useStopKeys(keys: StopKeys, onChoose: (stop: MoodStop) => void) {
  useEffect(() => {
    if (keys !== 'window') return undefined;
    const choose = (event: KeyboardEvent): void => {
      const stop = keyToStop(event);
      if (stop !== null && !event.defaultPrevented && !isDialogOpen() && !isTyping(event.target))
        onChoose(stop);
    };
    window.addEventListener('keydown', choose);
    return () => window.removeEventListener('keydown', choose);
  }, [keys, onChoose]);

  return {
    onKeyDown: (event: ReactKeyboardEvent): void => {
      const stop = keys === 'inside' ? keyToStop(event) : null;
      if (stop !== null) onChoose(stop);
    },
  };
}
