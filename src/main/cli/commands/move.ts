import { textToMetres } from '../../../shared/domain/distance';
import { stopToValence, type Felt } from '../../../shared/domain/mood';
import {
  noSessionFacts,
  qualityDegrees,
  sessionMinutesSchema,
  type FeltQuality,
  type QualityDegree,
  type SessionFacts,
} from '../../../shared/domain/movement';
import { isOfferedKind, type MovementKind } from '../../../shared/domain/movementKind';
import { createSessionId } from '../../../shared/id';
import { err, ok, type Result } from '../../../shared/result';
import {
  addDays,
  civilDaySchema,
  clockTimeSchema,
  dayAndClockToMoment,
  instantToMoment,
  momentToClockTime,
} from '../../../shared/time';
import type { OpenedJournal } from '../../journal/journal';
import { unclear, type CliFailure } from '../cliFailure';
import { said, withJournal, type Command, type Order, type Outcome } from '../command';
import { textToMoodStop } from './checkin';

const text = { type: 'string' } as const;

interface Typed {
  readonly kind: string;
  readonly minutes: number;
  readonly day: string;
  /** `HH:MM`; null: it is just over, and on another day only the day is known. */
  readonly clock: string | null;
  readonly facts: SessionFacts;
  readonly before: Felt | null;
  readonly after: Felt | null;
}

export const move: Command = {
  name: 'move',
  takes: `FOLDER KIND --minutes N [--day YYYY-MM-DD|today|yesterday] [--at HH:MM] [--effort 0-10] [--distance 5km|3mi]
      [--before HOW] [--after HOW] [--play 0-3] [--connection 0-3] [--achievement 0-3] [--safety 0-3]
      [--with WORDS] [--in|--out] [--note TEXT]`,
  does: 'notes a time of moving: KIND is walk, run, dance and so on or one of your own; HOW as for checkin; without --at it is just over',
  options: {
    minutes: text,
    day: text,
    at: text,
    effort: text,
    distance: text,
    before: text,
    after: text,
    play: text,
    connection: text,
    achievement: text,
    safety: text,
    with: text,
    in: { type: 'boolean' },
    out: { type: 'boolean' },
    note: text,
  },
  run: async (order) => {
    const typed = parseMove(order);
    if (!typed.ok) return typed;
    return withJournal(order, (journal) => noteIn(journal, typed.value, order));
  },
};

function toFelt(typed: string | undefined, name: string): Result<Felt | null, CliFailure> {
  if (typed === undefined) return ok(null);
  const stop = textToMoodStop(typed);
  return stop === null
    ? err(unclear(`--${name} takes 1 (very unpleasant) to 7 (very pleasant), or the words.`))
    : ok({ valence: stopToValence(stop), energy: null, feelings: [], givenOn: 'stops' });
}

function toQuality(typed: string | undefined, name: FeltQuality): Result<QualityDegree | null, CliFailure> {
  if (typed === undefined) return ok(null);
  const degree = qualityDegrees.find((each) => String(each) === typed.trim());
  return degree === undefined
    ? err(unclear(`--${name} takes a whole number from 0 (not at all) to 3 (very much).`))
    : ok(degree);
}

function toMetres(typed: string | undefined): Result<number | null, CliFailure> {
  if (typed === undefined) return ok(null);
  const [, figure = '', unit = ''] = /^\s*([\d.,]+)\s*(km|mi)\s*$/i.exec(typed) ?? [];
  const metres = textToMetres(figure, unit.toLowerCase() === 'mi' ? 'mi' : 'km');
  return metres === null
    ? err(unclear('--distance takes a figure with its unit, such as 5km or 3.1mi.'))
    : ok(metres);
}

function toEffort(typed: string | undefined): Result<number | null, CliFailure> {
  if (typed === undefined) return ok(null);
  return /^(\d|10)$/.test(typed.trim())
    ? ok(Number(typed))
    : err(unclear('--effort takes a whole number from 0 to 10.'));
}

function toFacts({ option, isSwitchedOn }: Order): Result<SessionFacts, CliFailure> {
  const effort = toEffort(option('effort'));
  if (!effort.ok) return effort;
  const metres = toMetres(option('distance'));
  if (!metres.ok) return metres;
  const play = toQuality(option('play'), 'play');
  if (!play.ok) return play;
  const connection = toQuality(option('connection'), 'connection');
  if (!connection.ok) return connection;
  const achievement = toQuality(option('achievement'), 'achievement');
  if (!achievement.ok) return achievement;
  const safety = toQuality(option('safety'), 'safety');
  if (!safety.ok) return safety;
  if (isSwitchedOn('in') && isSwitchedOn('out')) return err(unclear('It is --in or --out, not both.'));
  const inside = isSwitchedOn('in') ? 'indoors' : null;
  const company = option('with')?.trim() ?? '';
  if (company.length > 80) return err(unclear('--with takes up to 80 letters.'));
  const note = option('note')?.trim() ?? '';
  if (note.length > 10_000) return err(unclear('--note takes up to 10,000 letters.'));
  return ok({
    ...noSessionFacts,
    effort: effort.value,
    distanceMetres: metres.value,
    play: play.value,
    connection: connection.value,
    achievement: achievement.value,
    safety: safety.value,
    company: company === '' ? null : company,
    place: isSwitchedOn('out') ? 'outdoors' : inside,
    note: note === '' ? null : note,
  });
}

function parseMove(order: Order): Result<Typed, CliFailure> {
  const { option, words } = order;
  const kind = words.join(' ').trim();
  if (kind === '') return err(unclear('The kind comes after the folder: walk, run, dance and so on.'));
  const minutes = sessionMinutesSchema.safeParse(Number(option('minutes')?.trim() || Number.NaN));
  if (!minutes.success) return err(unclear('--minutes takes a whole number from 1 to 1440.'));
  const facts = toFacts(order);
  if (!facts.ok) return facts;
  const before = toFelt(option('before'), 'before');
  if (!before.ok) return before;
  const after = toFelt(option('after'), 'after');
  if (!after.ok) return after;
  const clock = option('at') ?? null;
  if (clock !== null && !clockTimeSchema.safeParse(clock).success) {
    return err(unclear('--at takes a time such as 07:40 or 23:10.'));
  }
  return ok({
    kind,
    minutes: minutes.data,
    day: option('day') ?? 'today',
    clock,
    facts: facts.value,
    before: before.value,
    after: after.value,
  });
}

/** An offered kind, or one of the person's own by its name. */
function toKind({ kinds }: OpenedJournal, typed: string): MovementKind | null {
  const wanted = typed.toLowerCase();
  if (isOfferedKind(wanted)) return wanted;
  const listed = kinds.list();
  const own = listed.ok ? listed.value.own.find(({ name }) => name.toLowerCase() === wanted) : undefined;
  return own?.id ?? null;
}

function noteIn(journal: OpenedJournal, typed: Typed, { ports }: Order): Result<Outcome, CliFailure> {
  const { minutes, clock, facts, before, after } = typed;
  const kind = toKind(journal, typed.kind);
  if (kind === null) return err(unclear('That is no kind of movement there is in this journal.'));
  const { dayBoundaryHour } = journal.everything.settings();
  const zone = ports.clock.zone();
  const now = instantToMoment(ports.clock.now(), zone, dayBoundaryHour);
  const chosen =
    typed.day === 'yesterday'
      ? addDays(now.day, -1)
      : typed.day === 'today'
        ? now.day
        : civilDaySchema.safeParse(typed.day).data;
  if (chosen === undefined) return err(unclear('--day takes today, yesterday or a date such as 2026-03-10.'));
  const isJustOver = clock === null && chosen === now.day;
  const start = isJustOver
    ? instantToMoment(now.at - minutes * 60_000, zone, dayBoundaryHour)
    : dayAndClockToMoment(chosen, clock ?? '12:00', zone, dayBoundaryHour);
  if (start === null) return err({ type: 'Unexpected' });
  if (start.at > now.at) return err(unclear('That moment has not come yet.'));
  const saved = journal.sessions.save({
    ...facts,
    id: createSessionId(ports.clock.now(), ports.randomBytes),
    kind,
    startedAt: start.at,
    zone,
    isTimed: isJustOver || clock !== null,
    minutes,
    before,
    after,
    beforeAt: null,
    afterAt: null,
  });
  if (!saved.ok) return saved;
  const { id, day, isTimed } = saved.value;
  const time = isTimed ? momentToClockTime(saved.value) : null;
  return said(
    { sessionId: id, day, time },
    `Noted for ${day}${time === null ? '' : `, ${time}`}: ${typed.kind}, ${minutes} min.`,
  );
}
