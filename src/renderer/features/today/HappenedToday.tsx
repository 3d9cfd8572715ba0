import type { ReactNode } from 'react';
import type { EntrySummary } from '../../../shared/domain/entry';
import type { MovementSession } from '../../../shared/domain/movement';
import type { Ritual, RitualReturn } from '../../../shared/domain/ritual';
import type { StepTaken } from '../../../shared/domain/step';
import type { Output } from '../../../shared/ipc/contract';
import type { Moment } from '../../../shared/time';
import { useRituals, useRitualTrail } from '../../bridge/ritualQueries';
import { useSteps } from '../../bridge/stepQueries';
import { formatClock } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { sessionWords } from '../../i18n/words';
import { useSession } from '../../session/sessionStore';
import { Label } from '../../ui/Label';
import { ShiftGlyph } from '../../ui/ShiftGlyph';
import { CheckInLine } from './CheckInLine';
import styles from './TodayMargin.module.css';
import { todayKeys } from './useTodayKeys';

interface Happening {
  readonly id: string;
  readonly moment: Pick<Moment, 'at' | 'offsetMinutes'>;
  readonly content: ReactNode;
}

function EntryLine({ entry }: { readonly entry: EntrySummary }) {
  const openView = useSession((session) => session.openView);
  return (
    <button
      type="button"
      className={styles.entry}
      onClick={() => openView({ room: 'write', entryId: entry.id, promptId: null })}
    >
      {message('today.shortEntry', { words: entry.wordCount })}
      {entry.title !== '' && (
        <span className={styles.quietLine}>{message('today.excerpt', { text: entry.title })}</span>
      )}
    </button>
  );
}

function SessionLine({ session }: { readonly session: MovementSession }) {
  return (
    <>
      {sessionWords(session.kind, session.minutes)}
      {(session.before ?? session.after) && (
        <ShiftGlyph before={session.before?.valence ?? null} after={session.after?.valence ?? null} />
      )}
    </>
  );
}

interface SmallThings {
  readonly rituals: readonly Ritual[];
  readonly returns: readonly RitualReturn[];
  readonly steps: readonly StepTaken[];
}

/** Entries, check-ins of their own, sessions, rituals and small steps in the order they happened. */
const happenings = (
  today: Output<'today.read'>,
  { rituals, returns, steps }: SmallThings,
): readonly Happening[] =>
  [
    ...today.entries.map((entry) => ({ id: entry.id, moment: entry, content: <EntryLine entry={entry} /> })),
    ...today.checkIns
      .filter((checkIn) => checkIn.role === 'moment')
      .map((checkIn) => ({ id: checkIn.id, moment: checkIn, content: <CheckInLine checkIn={checkIn} /> })),
    ...today.sessions.map((session) => ({
      id: session.id,
      moment: session,
      content: <SessionLine session={session} />,
    })),
    ...returns.flatMap((one) =>
      rituals
        .filter(({ id }) => id === one.ritualId)
        .map(({ name }) => ({ id: one.id, moment: one, content: name })),
    ),
    ...steps
      .filter(({ day }) => day === today.day)
      .map((step) => ({ id: step.id, moment: step, content: step.text })),
  ].toSorted((one, other) => one.moment.at - other.moment.at);

/** The day so far, in the margin. */
export function HappenedToday({ today }: { readonly today: Output<'today.read'> }) {
  const list = happenings(today, {
    rituals: useRituals().data?.rituals ?? [],
    returns: useRitualTrail(1).data?.returns ?? [],
    steps: useSteps().data?.taken ?? [],
  });
  return (
    <section>
      <Label>{message('today.marginToday')}</Label>
      {list.length === 0 && <p className={styles.nothing}>{message('today.marginNothing')}</p>}
      <ol className={styles.happenings} aria-keyshortcuts={todayKeys.happened}>
        {list.map(({ id, moment, content }) => (
          <li key={id} className={styles.happening}>
            <time className={styles.time}>{formatClock(moment)}</time>
            <div className={styles.what}>{content}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}
