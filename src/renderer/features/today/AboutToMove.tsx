import { useState } from 'react';
import type { MovementKind } from '../../../shared/domain/movementKind';
import { type CheckIn, type Felt } from '../../../shared/domain/mood';
import { call } from '../../bridge/client';
import { useMovementHabits } from '../../bridge/movementQueries';
import { invalidateJournal } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { kindWord } from '../../i18n/words';
import { newCheckInId } from '../../session/newIds';
import { useSessionOffers } from '../../session/useSessionOffers';
import { Button } from '../../ui/Button';
import { FeltScale } from '../../ui/FeltScale';
import { Label } from '../../ui/Label';

import { OneWord } from '../../ui/WordChoice';
import { checkInToFelt } from './latestFeeling';
import styles from './TodayRoom.module.css';

interface AboutToMoveProps {
  /** A feeling noted a little while ago; it stands for "before" unless another is chosen. */
  readonly earlier: CheckIn | null;
  /** Chosen before this was opened; null: the latest. */
  readonly wanted: MovementKind | null;
  readonly onLeave: () => void;
}

/** A feeling this fresh is the same one; changing it changes that check-in. */
const justNotedMs = 15 * 60_000;

/** The feeling before and the leaving are saved at once, so a lid closed on the way loses nothing. */
export function AboutToMove({ earlier, wanted, onLeave }: AboutToMoveProps) {
  const [now] = useState(() => Date.now());
  const [fresh] = useState(() => (earlier && now - earlier.at < justNotedMs ? earlier : null));
  const [felt, setFelt] = useState<Felt | null>(fresh && checkInToFelt(fresh));
  const { kinds } = useSessionOffers();
  const latest = useMovementHabits().data?.latestKind ?? 'walk';
  const [chosen, setKind] = useState(wanted);
  const kind = chosen ?? latest;
  const [problem, setProblem] = useState<string | null>(null);

  const leave = async (before: Felt): Promise<void> => {
    const checkInId = fresh?.id ?? newCheckInId();
    const reply = await call('outing.begin', { kind, checkInId, ...before });
    if (!reply.ok) {
      setProblem(failureMessage(reply.error));
      return;
    }
    invalidateJournal();
    onLeave();
  };

  return (
    <section className={styles.part} aria-labelledby="about-label">
      <Label id="about-label">{message('today.aboutHeading')}</Label>
      <div className={styles.scale}>
        <FeltScale
          label={message('today.aboutHeading')}
          felt={felt}
          onGive={(given) => setFelt({ energy: null, feelings: [], ...felt, ...given })}
          keys="window"
        />
      </div>
      <OneWord
        label={message('movement.kind')}
        words={(kinds.includes(kind) ? kinds : [...kinds, kind]).map((value) => ({
          value,
          label: kindWord(value),
        }))}
        value={kind}
        onChange={setKind}
      />
      <div className={styles.moving}>
        <Button
          look="primary"
          disabled={felt === null}
          onClick={() => {
            if (felt) void leave(felt);
          }}
        >
          {message('today.go')}
        </Button>
        <Button look="quiet" onClick={onLeave}>
          {message('movement.cancel')}
        </Button>
        <output className={styles.quiet}>{problem ?? message('today.goHint')}</output>
      </div>
    </section>
  );
}
