import {
  energyStops,
  energyStopToNumber,
  energyToStop,
  offeredFeelings,
  type Felt,
} from '../../shared/domain/mood';
import { message } from '../i18n/i18n';
import { energyWord, feelingWord } from '../i18n/words';
import styles from './FeltDetails.module.css';
import { StopScale } from './StopScale';
import { AnyWords } from './WordChoice';

interface FeltDetailsProps {
  readonly felt: Felt;
  readonly onChange: (felt: Felt) => void;
}

const energyScale = energyStops.map((value) => ({ value, word: energyWord(value) }));

/** The offered words, and any of the person's own that this moment already has. */
const wordsFor = (felt: Felt): readonly string[] => [
  ...new Set<string>([...offeredFeelings, ...felt.feelings]),
];

/** What may be added to a feeling once it is noted: energy and words for it. */
export function FeltDetails({ felt, onChange }: FeltDetailsProps) {
  return (
    <div className={styles.details}>
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
      <span className={styles.name} aria-hidden>
        {message('ui.feelings')}
      </span>
      <AnyWords
        label={message('ui.feelings')}
        words={wordsFor(felt).map((feeling) => ({ value: feeling, label: feelingWord(feeling) }))}
        values={felt.feelings}
        onChange={(feelings) => onChange({ ...felt, feelings })}
      />
    </div>
  );
}
