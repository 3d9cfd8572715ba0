import type { Entry } from '../../../shared/domain/entry';
import { spansOfDay, type Span } from '../../../shared/domain/span';
import type { CivilDay } from '../../../shared/time';
import type { ExportSource } from '../exportJournal';
import type { Pace } from '../pace';
import { gatherDays, type DayNotes } from './dayBook';

/** A day as somebody reads it. */
export interface DayPage extends DayNotes {
  readonly day: CivilDay;
  /** In the order they happened; without those in the bin. */
  readonly entries: readonly Entry[];
  readonly spans: readonly Span[];
}

/** Every day with something on it, the first one first; the entries of one day are in memory at a time. */
export async function* pagesByDay(
  { everything }: Pick<ExportSource, 'everything'>,
  pace: Pace,
): AsyncGenerator<DayPage> {
  const book = gatherDays(everything);
  const spans = [...everything.spans()];
  const { entries: inJournal, binned } = everything.counts();
  const total = inJournal + binned;
  const page = (day: CivilDay, entries: readonly Entry[]): DayPage => ({
    day,
    entries,
    ...book.of(day),
    spans: spansOfDay(spans, day),
  });
  let place = 0;
  let done = 0;
  let gathered: Entry[] = [];

  /** Days on which nothing was written, up to `day`. */
  function* notedBefore(day: CivilDay | null): Iterable<DayPage> {
    for (let next = book.days[place]; next !== undefined; next = book.days[place]) {
      if (day !== null && next >= day) return;
      yield page(next, []);
      place += 1;
    }
  }
  function* finishDay(): Iterable<DayPage> {
    const [first] = gathered;
    if (first === undefined) return;
    yield* notedBefore(first.day);
    if (book.days[place] === first.day) place += 1;
    yield page(first.day, gathered);
    gathered = [];
  }

  for (const entry of everything.entries()) {
    done += 1;
    pace.note(done, total);
    await pace.pause();
    if (entry.binnedAt !== null) continue;
    if (gathered[0]?.day !== entry.day) yield* finishDay();
    gathered.push(entry);
  }
  yield* finishDay();
  yield* notedBefore(null);
}
