import { ChevronDown, ChevronUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Ritual } from '../../../../shared/domain/ritual';
import type { CivilDay } from '../../../../shared/time';
import { message } from '../../../i18n/i18n';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { Button } from '../../../ui/Button';
import { putAway, removeRitual } from './ritualActs';
import { RitualForm } from './RitualForm';
import styles from './RitualsPage.module.css';
import { RitualTrail } from './RitualTrail';

interface RitualRowProps {
  readonly ritual: Ritual;
  readonly today: CivilDay;
  readonly days: readonly CivilDay[];
  /** Null at that end of the list. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
}

/** A ritual with its trail, and what can be done with it. */
export function RitualRow({ ritual, today, days, onUp, onDown }: RitualRowProps) {
  const isReadOnly = useIsReadOnly();
  const [state, setState] = useState<'shown' | 'renaming'>('shown');
  const rename = useRef<HTMLButtonElement>(null);
  const { name } = ritual;
  if (state === 'renaming')
    return (
      <RitualForm
        ritual={ritual}
        onClose={() => {
          setState('shown');
          requestAnimationFrame(() => rename.current?.focus());
        }}
      />
    );
  return (
    <div className={styles.row}>
      <p className={styles.name}>{name}</p>
      <RitualTrail today={today} days={days} />
      <div className={styles.acts} hidden={isReadOnly}>
        <Button
          look="quiet"
          aria-label={message('rituals.up', { name })}
          aria-disabled={onUp === null}
          onClick={() => onUp?.()}
        >
          <ChevronUp aria-hidden size={16} strokeWidth={1.75} />
        </Button>
        <Button
          look="quiet"
          aria-label={message('rituals.down', { name })}
          aria-disabled={onDown === null}
          onClick={() => onDown?.()}
        >
          <ChevronDown aria-hidden size={16} strokeWidth={1.75} />
        </Button>
        <Button
          look="quiet"
          ref={rename}
          aria-label={message('rituals.renameOf', { name })}
          onClick={() => setState('renaming')}
        >
          {message('rituals.rename')}
        </Button>
        <Button
          look="quiet"
          aria-label={message('rituals.putAwayOf', { name })}
          onClick={() => void putAway(ritual)}
        >
          {message('rituals.putAway')}
        </Button>
        <Button
          look="quiet"
          aria-label={message('rituals.removeOf', { name })}
          onClick={() => void removeRitual(ritual)}
        >
          {message('rituals.remove')}
        </Button>
      </div>
    </div>
  );
}
