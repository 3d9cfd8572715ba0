import { Temporal } from 'temporal-polyfill';
import { markdownToDocument } from '../../../shared/document/markdown';
import { documentToPlainText, isDocumentEmpty } from '../../../shared/document/plainText';
import type { JournalDocument } from '../../../shared/document/schema';
import { entryTextLimit } from '../../../shared/domain/entry';
import { isFromMemory, moodStops, stopToValence, type MoodStop } from '../../../shared/domain/mood';
import { createCheckInId, createEntryId } from '../../../shared/id';
import { err, ok, type Result } from '../../../shared/result';
import { civilDaySchema, instantToMoment, type CivilDay, type Moment } from '../../../shared/time';
import { withStorageFailures } from '../../journal/database/storageFailure';
import type { Journal, JournalPorts } from '../../journal/journal';
import { unclear, type CliFailure } from '../cliFailure';
import { said, withJournal, type Command, type Order, type Outcome } from '../command';
import {
  parseSaidOfEntry,
  saidOfEntryOptions,
  sayOfEntry,
  saysAnything,
  type SaidOfEntry,
} from './saidOfEntry';

interface Addition {
  readonly day: CivilDay | null;
  readonly mood: MoodStop | null;
  readonly ofEntry: SaidOfEntry;
}

export const add: Command = {
  name: 'add',
  takes: 'FOLDER [--day YYYY-MM-DD] [--text TEXT] [--mood 1-7] [--title TITLE] [--tags TAG,TAG] [--star]',
  does: 'adds an entry (--text, or the rest of standard input, as Markdown), with a title, tags and a star if wanted; a check-in; or both',
  options: {
    day: { type: 'string' },
    text: { type: 'string' },
    mood: { type: 'string' },
    ...saidOfEntryOptions,
  },
  run: async (order) => {
    const addition = parseAddition(order);
    if (!addition.ok) return addition;
    return withJournal(order, async (journal) => {
      const text = await readText(order);
      if (!text.ok) return text;
      return addTo(journal, addition.value, markdownToDocument(text.value), order.ports);
    });
  },
};

function parseAddition(order: Order): Result<Addition, CliFailure> {
  const { option, words } = order;
  if (words.length > 0) return err(unclear('The text comes with --text or on standard input.'));
  const dayText = option('day');
  const day = dayText === undefined ? null : civilDaySchema.safeParse(dayText);
  if (day?.success === false) return err(unclear('--day takes a date such as 2026-03-10.'));
  const moodText = option('mood');
  const mood = moodStops.find((stop) => String(stop) === moodText);
  if (moodText !== undefined && mood === undefined) {
    return err(unclear('--mood takes a whole number from 1 (very unpleasant) to 7 (very pleasant).'));
  }
  const ofEntry = parseSaidOfEntry(order);
  if (!ofEntry.ok) return ofEntry;
  return ok({ day: day?.data ?? null, mood: mood ?? null, ofEntry: ofEntry.value });
}

async function readText({ option, input }: Order): Promise<Result<string, CliFailure>> {
  const text = option('text');
  if (text !== undefined) {
    // One of the two would be lost without a word.
    return input.hasMore()
      ? err(unclear('The text comes with --text or on standard input, not both. Nothing was added.'))
      : ok(text);
  }
  // Whoever gives a mood in a terminal is not asked for words as well.
  return input.isTerminal && option('mood') !== undefined ? ok('') : input.readRest();
}

/** Now, or noon of a day gone by; null for a day that has not come yet. */
function chooseMoment(journal: Journal, day: CivilDay | null, { clock }: JournalPorts): Moment | null {
  const { dayBoundaryHour } = journal.everything.settings();
  const now = instantToMoment(clock.now(), clock.zone(), dayBoundaryHour);
  if (day === null || day === now.day) return now;
  if (day > now.day) return null;
  const noon = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: clock.zone(),
    plainTime: { hour: 12 },
  });
  return instantToMoment(noon.epochMilliseconds, clock.zone(), dayBoundaryHour);
}

/** What `entries.save` refuses; inserting on a day of one's choice has to ask itself. */
const isTooLong = (document: JournalDocument): boolean =>
  documentToPlainText(document).length > entryTextLimit ||
  JSON.stringify(document).length > 6 * entryTextLimit;

function addTo(
  journal: Journal,
  { day, mood, ofEntry }: Addition,
  document: JournalDocument,
  ports: JournalPorts,
): Result<Outcome, CliFailure> {
  const hasText = !isDocumentEmpty(document);
  if (!hasText && mood === null) return err({ type: 'NothingToAdd' });
  // They would be lost without a word.
  if (!hasText && saysAnything(ofEntry))
    return err(
      unclear('A title, tags and a star belong to an entry, and an entry needs a text. Nothing was added.'),
    );
  if (isTooLong(document)) return err({ type: 'TextTooLong' });
  const moment = chooseMoment(journal, day, ports);
  if (moment === null) return err(unclear('That day has not come yet.'));
  const now = ports.clock.now();
  const entryId = hasText ? createEntryId(now, ports.randomBytes) : null;
  const checkInId = mood === null ? null : createCheckInId(now, ports.randomBytes);
  return withStorageFailures(() => {
    const written = journal.inTransaction((): Result<null, CliFailure> => {
      if (entryId !== null) journal.entries.insert({ id: entryId, moment, document });
      if (checkInId !== null && mood !== null) {
        journal.checkIns.insert({
          id: checkInId,
          ...moment,
          valence: stopToValence(mood),
          energy: null,
          feelings: [],
          note: null,
          givenOn: 'stops',
          role: 'moment',
          sessionId: null,
          isRemembered: isFromMemory(now, moment.at),
        });
      }
      return entryId === null ? ok(null) : sayOfEntry(journal, entryId, ofEntry);
    });
    if (!written.ok) return written;
    const what = [hasText ? 'an entry' : '', mood === null ? '' : 'a check-in'].filter((one) => one !== '');
    return said({ day: moment.day, entryId, checkInId }, `Added ${what.join(' and ')} to ${moment.day}.`);
  });
}
