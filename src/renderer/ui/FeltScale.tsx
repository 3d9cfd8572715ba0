import { useCallback } from 'react';
import { stopToValence, valenceToStop, type Felt, type MoodStop } from '../../shared/domain/mood';
import { message } from '../i18n/i18n';
import { Button } from './Button';
import { FeelingPad } from './FeelingPad';
import { useFeltChoices } from './FeltChoices';
import styles from './FeltScale.module.css';
import { MoodScale } from './MoodScale';
import { useStopKeys, type StopKeys } from './useStopKeys';

/** What was given, without the words for it. */
export type Given = Pick<Felt, 'valence'> & Partial<Pick<Felt, 'energy' | 'givenOn'>>;

interface FeltScaleProps {
  readonly label: string;
  readonly felt: Pick<Felt, 'valence' | 'energy'> | null;
  /** What is left out of `given` stays as it is. */
  readonly onGive: (given: Given) => void;
  readonly onClear?: () => void;
  readonly keys?: StopKeys;
  readonly size?: 'large' | 'small';
}

/** How it is: on seven stops, or on the pad for those who chose it. The keys 1 to 7 are the stops on both. */
export function FeltScale(props: FeltScaleProps) {
  const { label, felt, onGive, onClear, keys = 'inside', size = 'large' } = props;
  const { form } = useFeltChoices();
  const giveStop = useCallback(
    (stop: MoodStop): void => onGive({ valence: stopToValence(stop), givenOn: 'stops' }),
    [onGive],
  );
  if (form === 'pad') return <PadScale {...props} onStop={giveStop} />;
  return (
    <MoodScale
      label={label}
      value={felt && valenceToStop(felt.valence)}
      onChange={giveStop}
      {...(onClear && { onClear })}
      keys={keys}
      size={size}
    />
  );
}

function PadScale({
  label,
  felt,
  onGive,
  onStop,
  onClear,
  keys = 'inside',
  size = 'large',
}: FeltScaleProps & { readonly onStop: (stop: MoodStop) => void }) {
  const listening = useStopKeys(keys, onStop);
  return (
    <div role="presentation" className={styles.pad} {...listening}>
      <FeelingPad
        label={label}
        valence={felt?.valence ?? null}
        energy={felt?.energy ?? null}
        onChange={(point) => onGive({ ...point, givenOn: 'pad' })}
        size={size}
      />
      {felt !== null && (felt.energy !== null || onClear) && (
        <div className={styles.acts}>
          {felt.energy !== null && (
            <Button look="quiet" onClick={() => onGive({ valence: felt.valence, energy: null })}>
              {message('ui.pad.leaveEnergy')}
            </Button>
          )}
          {onClear && (
            <Button look="quiet" aria-label={message('ui.clearOf', { label })} onClick={onClear}>
              {message('ui.clear')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
