import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Ritual, RitualReturn } from '../../../shared/domain/ritual';
import { call } from '../../bridge/client';
import { invalidateRituals, useRituals, useRitualTrail } from '../../bridge/ritualQueries';
import { failureMessage } from '../../i18n/failureMessage';
import { formatClock } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { newRitualReturnId } from '../../session/newIds';
import { Button } from '../../ui/Button';
import { isDialogOpen, isTyping } from '../../ui/isTyping';
import { Label } from '../../ui/Label';
import styles from './RitualsToday.module.css';

/** What was said last under the row: a return that can be taken back, or words. */
type Said =
  | { readonly kind: 'noted'; readonly text: string; readonly one: RitualReturn }
  | { readonly kind: 'words'; readonly text: string };

/** Alt and a digit by its place on the keyboard: the digits alone note how it is. */
const keyToPlace = ({ altKey, ctrlKey, metaKey, shiftKey, code }: KeyboardEvent): number | null =>
  altKey && !ctrlKey && !metaKey && !shiftKey && /^Digit[1-9]$/.test(code) ? Number(code.slice(5)) - 1 : null;

function useRitualKeys(rituals: readonly Ritual[], note: (ritual: Ritual) => Promise<void>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const place = keyToPlace(event);
      const ritual = place === null ? undefined : rituals[place];
      if (!ritual || event.repeat || event.defaultPrevented || isDialogOpen() || isTyping(event.target))
        return;
      event.preventDefault();
      void note(ritual);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [rituals, note]);
}

interface RitualMarkProps {
  readonly ritual: Ritual;
  readonly place: number;
  readonly returns: readonly RitualReturn[];
  readonly onNote: () => void;
  readonly onTakeBack: (one: RitualReturn) => void;
}

/** Its name notes a return; the time of a return takes it back. */
function RitualMark({ ritual, place, returns, onNote, onTakeBack }: RitualMarkProps) {
  const { name } = ritual;
  return (
    <li className={styles.ritual}>
      <button
        type="button"
        className={styles.name}
        data-state={returns.length > 0 ? 'returned' : 'open'}
        aria-label={message('rituals.note', { name })}
        aria-keyshortcuts={place < 9 ? `Alt+${place + 1}` : undefined}
        onClick={onNote}
      >
        <span className={styles.mark} aria-hidden />
        {name}
      </button>
      {returns.map((one) => (
        <button
          key={one.id}
          type="button"
          className={styles.time}
          title={message('rituals.takeBack')}
          aria-label={message('rituals.takeBackOf', { name, time: formatClock(one) })}
          onClick={() => onTakeBack(one)}
        >
          {formatClock(one)}
        </button>
      ))}
    </li>
  );
}

/** What the person returns to, in one quiet row. Without a ritual there is no row. */
export function RitualsToday() {
  const all = useRituals().data?.rituals;
  const returns = useRitualTrail(1).data?.returns ?? [];
  const [said, setSaid] = useState<Said | null>(null);
  const rituals = useMemo(() => all?.filter(({ putAwayAt }) => putAwayAt === null) ?? [], [all]);

  const note = useCallback(async ({ id, name }: Ritual): Promise<void> => {
    const reply = await call('rituals.note', { id: newRitualReturnId(), ritualId: id });
    invalidateRituals();
    if (!reply.ok) setSaid({ kind: 'words', text: failureMessage(reply.error) });
    else {
      const text = message('rituals.noted', { name, time: formatClock(reply.value) });
      setSaid({ kind: 'noted', text, one: reply.value });
    }
  }, []);

  const takeBack = async (one: RitualReturn): Promise<void> => {
    const reply = await call('rituals.takeBack', { id: one.id });
    invalidateRituals();
    const name = rituals.find(({ id }) => id === one.ritualId)?.name ?? '';
    // Taken back twice it is taken back all the same.
    const isGone = reply.ok || reply.error.type === 'NotFound';
    setSaid({
      kind: 'words',
      text: isGone
        ? message('rituals.takenBack', { name, time: formatClock(one) })
        : failureMessage(reply.error),
    });
  };

  useRitualKeys(rituals, note);
  if (rituals.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="rituals-label">
      <Label id="rituals-label">{message('rituals.today')}</Label>
      <ul className={styles.rituals}>
        {rituals.map((ritual, place) => (
          <RitualMark
            key={ritual.id}
            ritual={ritual}
            place={place}
            returns={returns.filter(({ ritualId }) => ritualId === ritual.id)}
            onNote={() => void note(ritual)}
            onTakeBack={(one) => void takeBack(one)}
          />
        ))}
      </ul>
      <div className={styles.said}>
        <output>{said?.text}</output>
        {said?.kind === 'noted' && (
          <Button look="quiet" onClick={() => void takeBack(said.one)}>
            {message('rituals.takeBack')}
          </Button>
        )}
      </div>
    </section>
  );
}
