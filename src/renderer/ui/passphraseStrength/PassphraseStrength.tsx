import { useEffect, useState } from 'react';
import { message } from '../../i18n/i18n';
import { FootnoteMark } from '../FootnoteMark';
import { VisuallyHidden } from '../VisuallyHidden';
import styles from './PassphraseStrength.module.css';
import { worths, type Strength } from './strength';

/** Long enough that a screen reader is not interrupted at every letter. */
const quietMs = 900;

function sayStrength({ worth, unit, count, hint }: Strength): readonly [string, string] {
  const time = message(`ui.strength.time.${unit}`, { count });
  const because = hint === null ? message(`ui.strength.worth.${worth}`) : message(`ui.strength.hint.${hint}`);
  const allowed = worth === 'none' || worth === 'little' ? ` ${message('ui.strength.allowed')}` : '';
  return [message('ui.strength.needs', { time }), `${because}${allowed}`];
}

interface PassphraseStrengthProps {
  readonly strength: Strength | null;
  /** Where the page says how it was reckoned. */
  readonly footnote?: number;
}

/**
 * What a passphrase is worth, in words: it informs and forbids nothing. The path of five steps repeats it for the eye.
 * Give it what `useStrength` says.
 */
export function PassphraseStrength({ strength, footnote }: PassphraseStrengthProps) {
  const [needs, worth] = strength ? sayStrength(strength) : [message('ui.strength.empty'), ''];
  const [spoken, setSpoken] = useState('');
  const toSpeak = strength ? `${needs} ${worth}` : '';

  useEffect(() => {
    const timer = setTimeout(() => setSpoken(toSpeak), quietMs);
    return () => clearTimeout(timer);
  }, [toSpeak]);

  const steps = strength ? worths.indexOf(strength.worth) + 1 : 0;
  return (
    <div className={styles.strength}>
      <div className={styles.path} aria-hidden>
        {worths.map((step, index) => (
          <span key={step} className={styles.step} data-walked={index < steps ? 'yes' : 'no'} />
        ))}
      </div>
      <p className={styles.words} aria-hidden={strength !== null}>
        <span className={styles.needs}>{needs}</span>
        {strength && footnote !== undefined && <FootnoteMark number={footnote} />} {worth}
      </p>
      <VisuallyHidden>
        <span role="status">{spoken}</span>
      </VisuallyHidden>
    </div>
  );
}
