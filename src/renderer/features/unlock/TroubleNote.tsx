import { useEffect, useRef } from 'react';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import type { Trouble, Way } from './doorTrouble';
import styles from './UnlockRoom.module.css';

interface TroubleNoteProps {
  readonly said: string | null;
  readonly trouble: Trouble | null;
  readonly onWay: (way: Way) => void;
}

/** What went wrong, and where one can go from it. Where no form is left, the first way takes the focus. */
export function TroubleNote({ said, trouble, onWay }: TroubleNoteProps) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (trouble?.form === 'gone') place.current?.querySelector('button')?.focus();
  }, [trouble]);

  return (
    <div className={styles.trouble}>
      <p className={styles.problem} role="alert">
        {trouble ? sayTrouble(trouble) : said}
      </p>
      {trouble && trouble.ways.length > 0 && (
        <div ref={place} className={styles.nextSteps}>
          {trouble.ways.map((way, index) => (
            <Button
              key={way}
              look={trouble.form === 'gone' && index === 0 ? 'primary' : 'outlined'}
              onClick={() => onWay(way)}
            >
              {message(`unlock.way.${way}`)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

const sayTrouble = ({ text, failure }: Trouble): string => (text ? message(text) : failureMessage(failure));
