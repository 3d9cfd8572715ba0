import { useRef, useState } from 'react';
import type { AlikePair } from '../../../../shared/domain/incoming';
import type { SessionId } from '../../../../shared/id';
import { useSettings } from '../../../bridge/queries';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import { changeAndFocusRow } from '../../../ui/focusRow';
import { Label } from '../../../ui/Label';
import { SegmentedControl } from '../../../ui/SegmentedControl';
import styles from './BringIn.module.css';
import { toldWords } from './incomingWords';

/** Pairs that are shown at first, and with each "more". */
const atATime = 12;

interface AlikePairsProps {
  readonly pairs: readonly AlikePair[];
  readonly wanted: ReadonlySet<SessionId>;
  readonly onChange: (wanted: ReadonlySet<SessionId>) => void;
}

/** Times of moving that seem to be here already, told by another program: one choice each, and out unless somebody says in. */
export function AlikePairs({ pairs, wanted, onChange }: AlikePairsProps) {
  const unit = useSettings().data?.distanceUnit ?? 'km';
  const [shown, setShown] = useState(atATime);
  const list = useRef<HTMLOListElement>(null);
  const choose = (id: SessionId, is: 'one' | 'two'): void => {
    const next = new Set(wanted);
    if (is === 'two') next.add(id);
    else next.delete(id);
    onChange(next);
  };
  return (
    <section className={styles.part} aria-labelledby="alike-heading">
      <Label id="alike-heading">{message('transfer.alike.heading', { count: pairs.length })}</Label>
      <p className={styles.note}>{message('transfer.alike.text')}</p>
      <ol ref={list} className={styles.pairs}>
        {pairs.slice(0, shown).map(({ incoming, present, where }) => (
          <li key={incoming.id} className={styles.pair}>
            <dl className={styles.sides}>
              <dt>{message('transfer.alike.incoming')}</dt>
              <dd>{toldWords(incoming, unit)}</dd>
              <dt>{message(where === 'here' ? 'transfer.alike.present' : 'transfer.alike.twin')}</dt>
              <dd>{toldWords(present, unit)}</dd>
            </dl>
            <SegmentedControl
              label={message('transfer.alike.choice', { session: toldWords(incoming, unit) })}
              value={wanted.has(incoming.id) ? 'two' : 'one'}
              options={[
                { value: 'one', label: message('transfer.alike.one') },
                { value: 'two', label: message('transfer.alike.two') },
              ]}
              onChange={(is) => choose(incoming.id, is)}
            />
          </li>
        ))}
      </ol>
      <div className={styles.acts}>
        {pairs.length > shown && (
          <Button
            look="quiet"
            onClick={() => changeAndFocusRow(list.current, shown, () => setShown(shown + atATime))}
          >
            {message('transfer.alike.more', { count: Math.min(atATime, pairs.length - shown) })}
          </Button>
        )}
        {pairs.length > 1 && (
          <>
            <Button look="quiet" onClick={() => onChange(new Set())}>
              {message('transfer.alike.allOut')}
            </Button>
            <Button look="quiet" onClick={() => onChange(new Set(pairs.map(({ incoming }) => incoming.id)))}>
              {message('transfer.alike.allIn')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
