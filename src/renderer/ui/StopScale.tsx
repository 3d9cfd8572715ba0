import { useId, useState, type CSSProperties } from 'react';
import { message } from '../i18n/i18n';
import styles from './StopScale.module.css';

interface Stop<Value extends number> {
  readonly value: Value;
  /** Its name, read aloud; shown under the scale at both ends and where the pointer or the choice is. */
  readonly word: string;
}

interface StopScaleProps<Value extends number> {
  readonly label: string;
  readonly stops: readonly Stop<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** Takes the choice back; without it a choice can only be changed. */
  readonly onClear?: () => void;
  readonly size?: 'large' | 'small';
}

/** How near, in parts of the whole, a word may come to the word at an end before that one steps aside. */
const crowded = 0.29;

/** Nearer to an end than this a word under its stop might stick out of the scale. */
const nearEnd = 0.15;

/** A word at `place` in [0, 1] along the line: under its stop, near an end flush with the end. */
const placeToStyle = (place: number): CSSProperties =>
  place < nearEnd || place > 1 - nearEnd
    ? { insetInlineStart: `${place * 100}%`, transform: `translateX(${place * -100}%)` }
    : {
        insetInlineStart: `calc(var(--stop) / 2 + ${place} * (100% - var(--stop)))`,
        transform: 'translateX(-50%)',
      };

interface StopWordsProps {
  readonly stops: readonly Stop<number>[];
  /** Index of the stop whose word is shown; -1 when there is none. */
  readonly shown: number;
  readonly size: 'large' | 'small';
}

/** The words at both ends and the one that is pointed at or chosen. A small scale has room for one or the other. */
function StopWords({ stops, shown, size }: StopWordsProps) {
  const last = stops.length - 1;
  const place = last < 1 ? 0 : shown / last;
  const hasRoom = (distance: number): boolean => shown < 0 || (size === 'large' && distance > crowded);
  return (
    <div className={styles.words} aria-hidden>
      {hasRoom(place) && (
        <span className={styles.word} data-place="start">
          {stops[0]?.word}
        </span>
      )}
      {shown >= 0 && (
        <span className={styles.word} data-place="chosen" style={placeToStyle(place)}>
          {stops[shown]?.word}
        </span>
      )}
      {hasRoom(1 - place) && (
        <span className={styles.word} data-place="end">
          {stops[last]?.word}
        </span>
      )}
    </div>
  );
}

/** Stops on a line of which one is chosen, or none: a radio group. Arrow keys move between them. */
export function StopScale<Value extends number>({
  label,
  stops,
  value,
  onChange,
  onClear,
  size = 'large',
}: StopScaleProps<Value>) {
  const name = useId();
  const [pointed, setPointed] = useState<Value | null>(null);
  const shown = stops.findIndex((stop) => stop.value === (pointed ?? value));
  return (
    <div className={styles.scale} data-size={size} role="radiogroup" aria-label={label}>
      <div>
        <div className={styles.stops}>
          {stops.map((stop) => (
            <label
              key={stop.value}
              className={styles.stop}
              onPointerEnter={() => setPointed(stop.value)}
              onPointerLeave={() => setPointed(null)}
            >
              <input
                type="radio"
                className={styles.input}
                name={name}
                aria-label={`${stop.value}, ${stop.word}`}
                checked={stop.value === value}
                onChange={() => onChange(stop.value)}
              />
              <span className={styles.ring} />
              <span className={styles.figure}>{stop.value}</span>
            </label>
          ))}
        </div>
        {onClear && value !== null && (
          <button
            type="button"
            className={styles.clear}
            aria-label={message('ui.clearOf', { label })}
            onClick={onClear}
          >
            {message('ui.clear')}
          </button>
        )}
        <StopWords stops={stops} shown={shown} size={size} />
      </div>
    </div>
  );
}
