import { moodStops, type MoodStop } from '../../shared/domain/mood';
import { moodWord } from '../i18n/words';
import { StopScale } from './StopScale';
import { useStopKeys, type StopKeys } from './useStopKeys';

interface MoodScaleProps {
  readonly label: string;
  readonly value: MoodStop | null;
  readonly onChange: (stop: MoodStop) => void;
  readonly onClear?: () => void;
  readonly keys?: StopKeys;
  readonly size?: 'large' | 'small';
}

const stops = moodStops.map((value) => ({ value, word: moodWord(value) }));

/** The check-in: seven stops from very unpleasant to very pleasant. */
export function MoodScale({
  label,
  value,
  onChange,
  onClear,
  keys = 'inside',
  size = 'large',
}: MoodScaleProps) {
  const listening = useStopKeys(keys, onChange);
  return (
    <div role="presentation" {...listening}>
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
