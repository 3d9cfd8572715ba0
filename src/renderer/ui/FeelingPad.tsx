import { clsx } from 'clsx';
import { useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { energyToStop, valenceToStop } from '../../shared/domain/mood';
import { message } from '../i18n/i18n';
import { energyWord, moodWord } from '../i18n/words';
import styles from './FeelingPad.module.css';
import { VisuallyHidden } from './VisuallyHidden';

/** Both in [-1, 1]. */
interface PadPoint {
  readonly valence: number;
  readonly energy: number;
}

interface FeelingPadProps {
  readonly label: string;
  readonly valence: number | null;
  readonly energy: number | null;
  readonly onChange: (point: PadPoint) => void;
  readonly size?: 'large' | 'small';
}

type Axis = keyof PadPoint;

/** Half a stop a key; with Shift a whole one. */
const steps: Readonly<Record<Axis, number>> = { valence: 1 / 6, energy: 1 / 4 };

const keyToStep: Readonly<Record<string, readonly [Axis, 1 | -1]>> = {
  ArrowLeft: ['valence', -1],
  ArrowRight: ['valence', 1],
  ArrowDown: ['energy', -1],
  ArrowUp: ['energy', 1],
};

/** A hand is no finer than a hundredth, and three halves of a third are a stop and a half. */
const within = (value: number): number => Math.min(1, Math.max(-1, Math.round(value * 1e6) / 1e6));
const toHundredth = (value: number): number => within(Math.round(value * 100) / 100);

/** In percent of the field, from its upper left. */
const toPlace = (value: number): number => ((value + 1) / 2) * 100;

function eventToPoint({ clientX, clientY }: PointerEvent, field: Element): PadPoint {
  const { left, top, width, height } = field.getBoundingClientRect();
  return {
    valence: toHundredth(((clientX - left) / width) * 2 - 1),
    energy: toHundredth(1 - ((clientY - top) / height) * 2),
  };
}

const pointWords = (valence: number | null, energy: number | null): string => {
  if (valence === null) return message('ui.pad.none');
  const mood = moodWord(valenceToStop(valence));
  return energy === null
    ? message('ui.pad.withoutEnergy', { mood })
    : message('ui.pad.value', { mood, energy: energyWord(energyToStop(energy)) });
};

/**
 * Pleasantness from left to right and energy from below: a field to point at, and two sliders with one place. Any of the four
 * arrows moves it from either slider, and takes the focus to the one it moved, so that what is read aloud is what has changed.
 */
export function FeelingPad({ label, valence, energy, onChange, size = 'large' }: FeelingPadProps) {
  const [drawn, setDrawn] = useState<PadPoint | null>(null);
  const sliders = { valence: useRef<HTMLInputElement>(null), energy: useRef<HTMLInputElement>(null) };
  const hintId = useId();
  const shown = drawn ?? { valence, energy };
  const words = pointWords(shown.valence, shown.energy);

  const move = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const point = { valence: valence ?? 0, energy: energy ?? 0 };
    const isHere = event.key === 'Enter' || event.key === ' ';
    const step = keyToStep[event.key];
    if (step === undefined && !isHere) return;
    event.preventDefault();
    if (step === undefined) {
      onChange(point);
      return;
    }
    const [axis, direction] = step;
    sliders[axis].current?.focus();
    onChange({ ...point, [axis]: within(point[axis] + direction * steps[axis] * (event.shiftKey ? 2 : 1)) });
  };

  const slider = (axis: Axis, name: string) => (
    <input
      ref={sliders[axis]}
      type="range"
      className={styles.slider}
      min={-1}
      max={1}
      step="any"
      value={shown[axis] ?? 0}
      aria-label={name}
      aria-orientation={axis === 'energy' ? 'vertical' : 'horizontal'}
      aria-valuetext={words}
      onKeyDown={move}
      // How assistive technology sets one.
      onChange={({ target }) =>
        onChange({
          valence: valence ?? 0,
          energy: energy ?? 0,
          [axis]: toHundredth(Number(target.value)),
        })
      }
    />
  );

  return (
    <div
      className={styles.whole}
      data-size={size}
      data-given={shown.valence === null ? 'no' : 'yes'}
      role="group"
      aria-label={label}
      aria-describedby={hintId}
    >
      <div
        className={styles.pad}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          sliders.valence.current?.focus({ preventScroll: true });
          event.preventDefault();
          setDrawn(eventToPoint(event, event.currentTarget.children[0] ?? event.currentTarget));
        }}
        onPointerMove={(event) => {
          if (drawn) setDrawn(eventToPoint(event, event.currentTarget.children[0] ?? event.currentTarget));
        }}
        onPointerUp={() => {
          if (drawn) onChange(drawn);
          setDrawn(null);
        }}
        onPointerCancel={() => setDrawn(null)}
      >
        <div className={styles.field}>
          {shown.valence !== null && (
            <span
              className={clsx(styles.point, shown.energy === null && styles.line)}
              style={{
                left: `${toPlace(shown.valence)}%`,
                top: shown.energy === null ? 0 : `${100 - toPlace(shown.energy)}%`,
              }}
            />
          )}
        </div>
        {slider('valence', message('ui.pad.valence'))}
        {slider('energy', message('ui.energy'))}
        <span className={styles.word} data-end="left" aria-hidden>
          {message('ui.pad.left')}
        </span>
        <span className={styles.word} data-end="right" aria-hidden>
          {message('ui.pad.right')}
        </span>
        <span className={styles.word} data-end="top" aria-hidden>
          {message('ui.pad.top')}
        </span>
        <span className={styles.word} data-end="bottom" aria-hidden>
          {message('ui.pad.bottom')}
        </span>
      </div>
      <p className={styles.caption} aria-hidden>
        {shown.valence === null ? message('ui.pad.hint') : words}
      </p>
      <span id={hintId}>
        <VisuallyHidden>{message('ui.pad.hint')}</VisuallyHidden>
      </span>
    </div>
  );
}
