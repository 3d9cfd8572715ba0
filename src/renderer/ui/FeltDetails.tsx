import { useState } from 'react';
import { feelingKey, feelingsFor } from '../../shared/domain/feeling';
import {
  energyStops,
  energyStopToNumber,
  energyToStop,
  feelingSchema,
  type Felt,
} from '../../shared/domain/mood';
import { message } from '../i18n/i18n';
import { energyWord, feelingWord } from '../i18n/words';
import { Button } from './Button';
import styles from './FeltDetails.module.css';
import { useFeltChoices } from './FeltChoices';
import { StopScale } from './StopScale';
import { AnyWords } from './WordChoice';

interface FeltDetailsProps {
  readonly felt: Felt;
  readonly onChange: (felt: Felt) => void;
}

const energyScale = energyStops.map((value) => ({ value, word: energyWord(value) }));

interface OwnWordProps {
  readonly onAdd: (word: string) => void;
}

/** A word that is not there yet. */
function OwnWord({ onAdd }: OwnWordProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [word, setWord] = useState('');
  const add = (): void => {
    const feeling = feelingSchema.safeParse(word);
    if (feeling.success) onAdd(feeling.data);
    setWord('');
    setIsOpen(false);
  };
  if (!isOpen)
    return (
      <Button look="quiet" className={styles.own} onClick={() => setIsOpen(true)}>
        {message('ui.ownFeeling')}
      </Button>
    );
  return (
    <input
      className={styles.field}
      aria-label={message('ui.ownFeelingField')}
      placeholder={message('ui.ownFeelingHint')}
      maxLength={40}
      value={word}
      ref={(field) => field?.focus()}
      onChange={(event) => setWord(event.target.value)}
      onBlur={add}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') {
          // The field closes, not what it stands in.
          event.preventDefault();
          setWord('');
          setIsOpen(false);
        }
        if (event.key !== 'Enter') return;
        event.preventDefault();
        add();
      }}
    />
  );
}

/** What may be added to a feeling once it is noted: energy and words for it. On the pad the energy is given already. */
export function FeltDetails({ felt, onChange }: FeltDetailsProps) {
  const { form, feelings, addFeeling } = useFeltChoices();
  const words = feelingsFor(feelings, felt.feelings);

  const addOwn = (typed: string): void => {
    // One that is there by another spelling is that one; a hidden one comes without being shown again.
    const known = feelings.find(
      ({ feeling }) =>
        feelingKey(feeling) === feelingKey(typed) || feelingKey(feelingWord(feeling)) === feelingKey(typed),
    );
    const feeling = known?.feeling ?? typed;
    if (known === undefined) addFeeling?.(feeling);
    if (!felt.feelings.includes(feeling)) onChange({ ...felt, feelings: [...felt.feelings, feeling] });
  };

  return (
    <div className={styles.details}>
      {form === 'stops' && (
        <>
          <span className={styles.name} aria-hidden>
            {message('ui.energy')}
          </span>
          <StopScale
            label={message('ui.energy')}
            stops={energyScale}
            value={felt.energy === null ? null : energyToStop(felt.energy)}
            onChange={(stop) => onChange({ ...felt, energy: energyStopToNumber(stop) })}
            onClear={() => onChange({ ...felt, energy: null })}
            size="small"
          />
        </>
      )}
      <span className={styles.name} aria-hidden>
        {message('ui.feelings')}
      </span>
      <div>
        <AnyWords
          label={message('ui.feelings')}
          words={words.map((feeling) => ({ value: feeling, label: feelingWord(feeling) }))}
          values={felt.feelings}
          onChange={(chosen) => onChange({ ...felt, feelings: chosen })}
        />
        {addFeeling && <OwnWord onAdd={addOwn} />}
      </div>
    </div>
  );
}
