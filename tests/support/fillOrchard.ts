import type { Journal } from '../../src/main/journal/journal';
import { noSessionFacts } from '../../src/shared/domain/movement';
import type { CheckIn } from '../../src/shared/domain/mood';
import { movementKindSchema } from '../../src/shared/domain/movementKind';
import { checkInIdSchema, entryIdSchema, sessionIdSchema, spanIdSchema } from '../../src/shared/id';
import { addDays, civilDaySchema, type Moment } from '../../src/shared/time';
import { documentOf } from './documents';
import { orchardId, orchardInjury, orchardStart, type Orchard, type OrchardQuality } from './orchard';

const hourMs = 3_600_000;
const start = civilDaySchema.parse(orchardStart);
const momentOf = (day: number, hours: number): Moment => ({
  at: Date.parse(start) + day * 24 * hourMs + Math.round(hours * hourMs),
  zone: 'UTC',
  offsetMinutes: 0,
  day: addDays(start, day),
});

/**
 * Writes a made-up diary into a journal as somebody would have lived it: a page each day, pairs of still check-ins from seven
 * in the morning, sessions from nine, the evening at eight. Every record is the person's own, so reading it back is what counts.
 */
export function fillOrchard(journal: Journal, { days, sessions, pairs }: Orchard): void {
  let lastId = 0;
  const nextId = (): string => {
    lastId += 1;
    return orchardId(lastId);
  };
  const rating = (moment: Moment, steps: number, hasAnger: boolean): Omit<CheckIn, 'role' | 'sessionId'> => ({
    id: checkInIdSchema.parse(nextId()),
    ...moment,
    valence: steps / 3,
    energy: null,
    feelings: hasAnger ? ['anger'] : [],
    givenOn: 'stops',
    note: null,
    isRemembered: false,
  });
  const noteMoment = (moment: Moment, steps: number, hasAnger: boolean): void =>
    journal.checkIns.insert({ ...rating(moment, steps, hasAnger), role: 'moment', sessionId: null });
  journal.inTransaction(() => {
    for (const { day, mood } of days) {
      journal.entries.insert({
        id: entryIdSchema.parse(nextId()),
        moment: momentOf(day, 12),
        document: documentOf('A page.'),
      });
      if (mood !== null) noteMoment(momentOf(day, 20), mood, false);
    }
    for (const { day, before, after, gapHours, anger } of pairs) {
      noteMoment(momentOf(day, 7), before, anger.before);
      noteMoment(momentOf(day, 7 + gapHours), after, anger.after);
    }
    for (const { day, kind, minutes, effort, before, after, gapHours, qualities, anger } of sessions) {
      const id = sessionIdSchema.parse(nextId());
      const degree = (quality: OrchardQuality) => (qualities[quality] ? 3 : 0);
      journal.sessions.insert({
        id,
        kind: movementKindSchema.parse(kind),
        ...momentOf(day, 9),
        isTimed: true,
        minutes,
        ...noSessionFacts,
        effort,
        play: degree('play'),
        connection: degree('connection'),
        achievement: degree('achievement'),
        safety: degree('safety'),
        before: { ...rating(momentOf(day, 9), before, anger.before), role: 'before', sessionId: id },
        after: { ...rating(momentOf(day, 9 + gapHours), after, anger.after), role: 'after', sessionId: id },
      });
    }
    journal.spans.insert({
      id: spanIdSchema.parse(nextId()),
      kind: 'injury',
      name: 'knee',
      firstDay: addDays(start, orchardInjury.from),
      lastDay: addDays(start, orchardInjury.to),
      note: null,
      createdAt: 0,
      updatedAt: 0,
    });
  });
}
