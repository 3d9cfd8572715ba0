import { useEffect } from 'react';
import { moodStops, type MoodStop } from '../../shared/domain/mood';
import { moodWord } from '../i18n/words';
import { isDialogOpen, isTyping } from './isTyping';
import { StopScale } from './StopScale';

interface MoodScaleProps {
  readonly label: string;
  readonly value: MoodStop | null;
  readonly onChange: (stop: MoodStop) => void;
  readonly onClear?: () => void;
  /** Where the keys 1 to 7 count: anywhere in the window, or with the focus inside. */
  readonly keys?: 'window' | 'inside';
  readonly size?: 'large' | 'small';
}

const stops = moodStops.map((value) => ({ value, word: moodWord(value) }));

const keyToStop = (event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): MoodStop | null =>
  event.ctrlKey || event.metaKey || event.altKey
    ? null
    : (moodStops.find((stop) => String(stop) === event.key) ?? null);

/** The check-in: seven stops from very unpleasant to very pleasant. */
export function MoodScale({
  label,
  value,
  onChange,
  onClear,
  keys = 'inside',
  size = 'large',
}: MoodScaleProps) {
  useEffect(() => {
    if (keys !== 'window') return undefined;
    const choose = (event: KeyboardEvent): void => {
      const stop = keyToStop(event);
      if (stop !== null && !event.defaultPrevented && !isDialogOpen() && !isTyping(event.target))
        onChange(stop);
    };
    window.addEventListener('keydown', choose);
    return () => window.removeEventListener('keydown', choose);
  }, [keys, onChange]);

  return (
    <div
      role="presentation"
      onKeyDown={(event) => {
        const stop = keys === 'inside' ? keyToStop(event) : null;
        if (stop !== null) onChange(stop);
      }}
    >
      <StopScale
        label={label}
        stops={stops}
        value={value}
        onChange={onChange}
        {...(onClear && { onClear })}
        size={size}
      />
    </div>
  );
}
