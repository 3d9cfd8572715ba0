import { countWords } from '../../../shared/document/countWords';
import { documentToOwnText } from '../../../shared/document/plainText';
import type { Entry } from '../../../shared/domain/entry';
import { guardFormula } from '../../../shared/domain/guardFormula';
import { valenceToSteps, type CheckIn } from '../../../shared/domain/mood';
import type { MovementSession } from '../../../shared/domain/movement';
import { spansOfDay, type Span } from '../../../shared/domain/span';
import type { CivilDay } from '../../../shared/time';
import type { Everything } from '../../journal/everything';
import { gatherDays, type DayNotes } from './dayBook';
import { kindNames, spanName, type KindNames } from './exportWords';
import { round, type Cell, type Columns } from './tableText';

interface DayRow extends DayNotes {
  readonly day: CivilDay;
  readonly entries: number;
  readonly words: number;
  readonly spans: readonly Span[];
  readonly nameOf: KindNames;
}

const mean = (values: readonly number[]): Cell =>
  values.length === 0 ? null : round(values.reduce((sum, value) => sum + value, 0) / values.length);

const steps = (felt: readonly (CheckIn | null)[]): readonly number[] =>
  felt.flatMap((one) => (one === null ? [] : [valenceToSteps(one.valence)]));

const shifts = (sessions: readonly MovementSession[]): readonly number[] =>
  sessions.flatMap(({ before, after }) =>
    before === null || after === null ? [] : [valenceToSteps(after.valence - before.valence)],
  );

const limit = (pick: (...values: number[]) => number, values: readonly number[]): Cell =>
  values.length === 0 ? null : round(pick(...values));

const countOrNothing = (count: number): Cell => (count === 0 ? null : count);
const listed = (names: readonly string[]): Cell =>
  names.length === 0 ? null : guardFormula([...new Set(names)].join('; '));

export const dayColumns: Columns<DayRow> = {
  day: ({ day }) => day,
  entries: ({ entries }) => countOrNothing(entries),
  words: ({ words, entries }) => (entries === 0 ? null : words),
  check_ins: ({ checkIns }) => countOrNothing(checkIns.length),
  'mood_mean_steps_-3_to_3': ({ checkIns }) => mean(steps(checkIns)),
  'mood_lowest_steps_-3_to_3': ({ checkIns }) => limit(Math.min, steps(checkIns)),
  'mood_highest_steps_-3_to_3': ({ checkIns }) => limit(Math.max, steps(checkIns)),
  'energy_mean_-1_to_1': ({ checkIns }) => mean(checkIns.flatMap(({ energy }) => energy ?? [])),
  sessions: ({ sessions }) => countOrNothing(sessions.length),
  minutes: ({ sessions }) => countOrNothing(sessions.reduce((sum, { minutes }) => sum + minutes, 0)),
  kinds: ({ sessions, nameOf }) => listed(sessions.map(({ kind }) => nameOf(kind))),
  'before_mean_steps_-3_to_3': ({ sessions }) => mean(steps(sessions.map(({ before }) => before))),
  'after_mean_steps_-3_to_3': ({ sessions }) => mean(steps(sessions.map(({ after }) => after))),
  shift_mean_steps: ({ sessions }) => mean(shifts(sessions)),
  spans: ({ spans }) => listed(spans.map(spanName)),
};

export interface DaysTable {
  /** To be told every entry; those in the bin don't count. */
  readonly note: (entry: Entry) => void;
  /** A row for every day on which something was written or noted, and none for the others. */
  readonly rows: () => readonly DayRow[];
}

export function createDaysTable(everything: Everything): DaysTable {
  const written = new Map<CivilDay, { readonly entries: number; readonly words: number }>();
  return {
    note: ({ day, binnedAt, document }) => {
      if (binnedAt !== null) return;
      const { entries, words } = written.get(day) ?? { entries: 0, words: 0 };
      written.set(day, { entries: entries + 1, words: words + countWords(documentToOwnText(document)) });
    },
    rows: () => {
      const book = gatherDays(everything);
      const spans = [...everything.spans()];
      const nameOf = kindNames(everything);
      return [...new Set([...book.days, ...written.keys()])].toSorted().map((day) => ({
        day,
        entries: 0,
        words: 0,
        ...written.get(day),
        ...book.of(day),
        spans: spansOfDay(spans, day),
        nameOf,
      }));
    },
  };
}
