import type { Ritual } from '../../../../shared/domain/ritual';
import type { RitualId } from '../../../../shared/id';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { useRituals, useRitualTrail } from '../../../bridge/ritualQueries';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { useSession } from '../../../session/sessionStore';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { Footnote } from '../../../ui/Footnote';
import { Label } from '../../../ui/Label';
import { RoomLayout } from '../../../ui/RoomLayout';
import { orderRituals, removeRitual, takeOut } from './ritualActs';
import { RitualForm } from './RitualForm';
import { RitualRow } from './RitualRow';
import styles from './RitualsPage.module.css';
import { TrailEnds, trailDays } from './RitualTrail';

/** The ids with the one at `place` in the place of its neighbour. */
const swapped = (rituals: readonly Ritual[], place: number, neighbour: number): readonly RitualId[] => {
  const ids = rituals.map(({ id }) => id);
  const [one, other] = [ids[place], ids[neighbour]];
  return one === undefined || other === undefined ? ids : ids.with(place, other).with(neighbour, one);
};

function PutAway({ rituals }: { readonly rituals: readonly Ritual[] }) {
  const isReadOnly = useIsReadOnly();
  return (
    <section className={styles.away} aria-labelledby="rituals-away">
      <Label id="rituals-away">{message('rituals.putAwayHeading')}</Label>
      <ul>
        {rituals.map((ritual) => (
          <li key={ritual.id} className={styles.awayRow}>
            <span className={styles.awayName}>{ritual.name}</span>
            {!isReadOnly && (
              <>
                <Button
                  look="quiet"
                  aria-label={message('rituals.takeOutOf', { name: ritual.name })}
                  onClick={() => void takeOut(ritual)}
                >
                  {message('rituals.takeOut')}
                </Button>
                <Button
                  look="quiet"
                  aria-label={message('rituals.removeOf', { name: ritual.name })}
                  onClick={() => void removeRitual(ritual)}
                >
                  {message('rituals.remove')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the person returns to, each with its trail. */
export function RitualsPage() {
  const isReadOnly = useIsReadOnly();
  const openView = useSession((session) => session.openView);
  const list = useRituals();
  const trail = useRitualTrail(trailDays).data;
  const all = list.data?.rituals ?? [];
  const rituals = all.filter(({ putAwayAt }) => putAwayAt === null);
  const away = all.filter(({ putAwayAt }) => putAwayAt !== null);
  return (
    <RoomLayout
      label={message('rituals.title')}
      heading={message('rituals.title')}
      tools={
        <Button look="quiet" onClick={() => openView({ room: 'movement' })}>
          {message('rituals.back')}
        </Button>
      }
      margin={rituals.length > 0 && <Footnote number={1}>{message('rituals.trailNote')}</Footnote>}
    >
      <p className={styles.lead}>{message('rituals.lead')}</p>
      {list.error && <EmptyState title={failureMessage(list.error.failure)} />}
      {list.data && all.length === 0 && (
        <EmptyState title={message('rituals.emptyTitle')}>{message('rituals.emptyText')}</EmptyState>
      )}
      {trail && rituals.length > 0 && (
        <div className={styles.list}>
          <TrailEnds />
          <ol className={styles.rows}>
            {rituals.map((ritual, place) => (
              <li key={ritual.id}>
                <RitualRow
                  ritual={ritual}
                  today={trail.today}
                  days={trail.days.filter(({ ritualId }) => ritualId === ritual.id).map(({ day }) => day)}
                  onUp={place === 0 ? null : () => void orderRituals(swapped(rituals, place, place - 1))}
                  onDown={
                    place === rituals.length - 1
                      ? null
                      : () => void orderRituals(swapped(rituals, place, place + 1))
                  }
                />
              </li>
            ))}
          </ol>
        </div>
      )}
      {list.data && !isReadOnly && <RitualForm ritual={null} />}
      {away.length > 0 && <PutAway rituals={away} />}
    </RoomLayout>
  );
}
