import { feelingKey, isOfferedFeeling } from '../../../shared/domain/feeling';
import {
  checkInNoteSchema,
  energyStops,
  energyStopToNumber,
  feelingSchema,
  moodStops,
  stopToValence,
  type Felt,
  type MoodStop,
} from '../../../shared/domain/mood';
import { createCheckInId } from '../../../shared/id';
import { err, ok, type Result } from '../../../shared/result';
import {
  addDays,
  civilDaySchema,
  clockTimeSchema,
  instantToMoment,
  momentToClockTime,
  type CivilDay,
} from '../../../shared/time';
import type { OpenedJournal } from '../../journal/journal';
import { unclear, type CliFailure } from '../cliFailure';
import { said, withJournal, type Command, type Order, type Outcome } from '../command';

interface Noted extends Felt {
  readonly note: string | null;
  readonly day: CivilDay | 'today' | 'yesterday';
  /** `HH:MM`; null is now, and on another day noon. */
  readonly clock: string | null;
}

const stopWords: Readonly<Record<MoodStop, string>> = {
  1: 'very unpleasant',
  2: 'unpleasant',
  3: 'slightly unpleasant',
  4: 'neutral',
  5: 'slightly pleasant',
  6: 'pleasant',
  7: 'very pleasant',
};

const energyWords = ['hardly any', 'low', 'some', 'plenty', 'brimming'] as const;

const clean = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');

/** `1` to `7`, `-3` to `+3` with the sign, or the words of the stop. A number without a sign is a stop. */
export function textToMoodStop(text: string): MoodStop | null {
  const steps = /^(?:[+-][1-3]|[+-]?0)$/.test(text.trim()) ? Number(text) : null;
  const wanted = steps === null ? text.trim() : String(steps + 4);
  return moodStops.find((stop) => String(stop) === wanted || stopWords[stop] === clean(text)) ?? null;
}

export const checkin: Command = {
  name: 'checkin',
  takes:
    'FOLDER HOW [--energy 1-5] [--feeling WORD]… [--note TEXT] [--day YYYY-MM-DD|today|yesterday] [--at HH:MM]',
  does: 'notes how it is or was: HOW is 1 (very unpleasant) to 7, or -3 to +3, or words such as "slightly pleasant"',
  options: {
    energy: { type: 'string' },
    feeling: { type: 'string', multiple: true },
    note: { type: 'string' },
    day: { type: 'string' },
    at: { type: 'string' },
    mood: { type: 'string' },
  },
  run: async (order) => {
    const noted = parseNoted(order);
    if (!noted.ok) return noted;
    return withJournal(order, (journal) => noteIn(journal, noted.value, order));
  },
};

function parseNoted({ option, optionList, words }: Order): Result<Noted, CliFailure> {
  // A number with a minus before it looks like an option to a shell's reader, so there is one that takes it.
  const how = option('mood') ?? words.join(' ');
  const stop = textToMoodStop(how);
  if (stop === null)
    return err(
      unclear(
        'How it is comes after the folder: 1 (very unpleasant) to 7 (very pleasant), -3 to +3 (as --mood=-2), or the words.',
      ),
    );
  const energyText = option('energy');
  const energy = energyStops.find(
    (each) =>
      energyText !== undefined &&
      (String(each) === energyText.trim() || energyWords[each - 1] === clean(energyText)),
  );
  if (energyText !== undefined && energy === undefined)
    return err(unclear('--energy takes a whole number from 1 (hardly any) to 5 (brimming).'));
  const feelings = optionList('feeling').map((word) => feelingSchema.safeParse(word));
  if (feelings.some(({ success }) => !success) || feelings.length > 30)
    return err(unclear('--feeling takes a word or a few, up to 40 letters, up to 30 times.'));
  const note = checkInNoteSchema.safeParse(option('note')?.trim() || null);
  if (!note.success) return err(unclear('--note takes up to 10,000 letters.'));
  const dayText = option('day') ?? 'today';
  const day =
    dayText === 'today' || dayText === 'yesterday' ? dayText : civilDaySchema.safeParse(dayText).data;
  if (day === undefined) return err(unclear('--day takes today, yesterday or a date such as 2026-03-10.'));
  const clock = option('at');
  if (clock !== undefined && !clockTimeSchema.safeParse(clock).success)
    return err(unclear('--at takes a time such as 07:40 or 23:10.'));
  return ok({
    valence: stopToValence(stop),
    energy: energy === undefined ? null : energyStopToNumber(energy),
    feelings: [...new Set(feelings.flatMap(({ data }) => (data === undefined ? [] : [data])))],
    givenOn: 'stops',
    note: note.data,
    day,
    clock: clock ?? null,
  });
}

/** A word that is there already, under whatever spelling, is that word. */
function toKnownFeelings(journal: OpenedJournal, typed: readonly string[]): readonly string[] {
  const listed = journal.feelings.list();
  const known = listed.ok ? listed.value.feelings.map(({ feeling }) => feeling) : [];
  const words = typed.map((word) => known.find((each) => feelingKey(each) === feelingKey(word)) ?? word);
  return [...new Set(words)];
}

function noteIn(
  journal: OpenedJournal,
  { day, clock, note, ...felt }: Noted,
  { ports }: Order,
): Result<Outcome, CliFailure> {
  const { dayBoundaryHour } = journal.everything.settings();
  const now = instantToMoment(ports.clock.now(), ports.clock.zone(), dayBoundaryHour);
  const chosen = day === 'today' ? now.day : day === 'yesterday' ? addDays(now.day, -1) : day;
  if (chosen > now.day) return err(unclear('That day has not come yet.'));
  const isNow = clock === null && chosen === now.day;
  const feelings = toKnownFeelings(journal, felt.feelings);
  const saved = journal.checkIns.save({
    id: createCheckInId(ports.clock.now(), ports.randomBytes),
    ...felt,
    feelings,
    note,
    ...(isNow ? {} : { moment: { day: chosen, clock: clock ?? '12:00', zone: now.zone } }),
  });
  if (!saved.ok) {
    if (saved.error.type === 'MomentInFuture') return err(unclear('That moment has not come yet.'));
    return err(saved.error.type === 'ZoneUnknown' ? { type: 'Unexpected' } : saved.error);
  }
  addOwnWords(journal, feelings);
  const { id, at, offsetMinutes, isRemembered } = saved.value;
  const when = momentToClockTime({ at, offsetMinutes });
  return said(
    { checkInId: id, day: chosen, time: when, isRemembered },
    `Noted for ${chosen}, ${when}${isRemembered ? ', as from memory' : ''}.`,
  );
}

/** What was said in a terminal is offered in the rooms as well. */
function addOwnWords(journal: OpenedJournal, feelings: readonly string[]): void {
  const listed = journal.feelings.list();
  if (!listed.ok) return;
  const own = feelings.filter(
    (word) => !isOfferedFeeling(word) && !listed.value.feelings.some(({ feeling }) => feeling === word),
  );
  if (own.length === 0) return;
  journal.feelings.save({
    feelings: [...listed.value.feelings, ...own.map((feeling) => ({ feeling, isShown: true }))],
  });
}
