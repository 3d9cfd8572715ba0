import type { CountsByTable, IncomingCounts, ToldSession } from '../../../../shared/domain/incoming';
import type { DistanceUnit } from '../../../../shared/domain/settings';
import { journalRemarks, movementRemarks } from '../../../../shared/domain/lookRemark';
import { lookSources } from '../../../../shared/domain/lookSource';
import { isOfferedKind } from '../../../../shared/domain/movementKind';
import { formatClock, formatDay } from '../../../i18n/formats';
import { locale, message } from '../../../i18n/i18n';
import { kindWord } from '../../../i18n/words';
import { metresInWords } from '../../../ui/sessionWords';

/** What a file is, by the program that wrote it; of one that has no name here, the name it gave. */
export function sourceWord(source: string): string {
  const known = lookSources.find((one) => one === source);
  return known === undefined ? source : message(`transfer.source.${known}`);
}

/** None where it is not known. */
export const distanceWords = (metres: number | null, unit: DistanceUnit): readonly string[] =>
  metres === null ? [] : [message(`transfer.in.distance.${unit}`, { distance: metresInWords(metres, unit) })];

/** "Run, 30 min, 1 March 2026, 09:00, 5.2 km" */
export function toldWords(session: ToldSession, unit: DistanceUnit): string {
  const { kind, kindName, minutes, day, isTimed, distanceMetres } = session;
  return [
    isOfferedKind(kind) || kindName === null ? kindWord(kind) : kindName,
    message('transfer.in.minutes', { minutes }),
    formatDay(day, 'date'),
    ...(isTimed ? [formatClock(session)] : []),
    ...distanceWords(distanceMetres, unit),
  ].join(', ');
}

const remarks = [...journalRemarks, ...movementRemarks];

/** What had to be taken for granted, or stays outside; null for what has no words here. */
export function assumedWord(assumed: string): string | null {
  const known = remarks.find((one) => one === assumed);
  return known === undefined ? null : message(`transfer.assumed.${known}`);
}

const named = ['entries', 'check_ins', 'movement_sessions', 'images'] as const;
type NamedTable = (typeof named)[number] | 'others';

const isNamed = (table: string): boolean => named.some((one) => one === table);

const none: IncomingCounts = { new: 0, same: 0, changed: 0, older: 0, refused: 0 };

const addUp = (all: readonly IncomingCounts[]): IncomingCounts =>
  all.reduce<IncomingCounts>(
    (sum, of) => ({
      new: sum.new + of.new,
      same: sum.same + of.same,
      changed: sum.changed + of.changed,
      older: sum.older + of.older,
      refused: sum.refused + of.refused,
    }),
    none,
  );

export interface CountRow {
  readonly table: NamedTable;
  /** `alike`: new by their ids, and left out because they seem to be here already. */
  readonly of: IncomingCounts & { readonly alike: number };
}

const leaveOut = (of: IncomingCounts, alike: number): CountRow['of'] => ({
  ...of,
  new: of.new - alike,
  alike,
});

/** New by their ids, and outside because they seem to be here already. */
export type LeftOut = Readonly<Record<'entries' | 'movement_sessions' | 'others', number>>;

const leftNothing: LeftOut = { entries: 0, movement_sessions: 0, others: 0 };

/** What people call records, in the order they are read; everything else is one row at the end. Rows of nothing are left out. */
export function countRows(counts: CountsByTable, left = leftNothing): readonly CountRow[] {
  const others = addUp(Object.entries(counts).flatMap(([table, of]) => (isNamed(table) ? [] : [of])));
  return [
    ...named.map((table) => ({
      table,
      of: leaveOut(
        counts[table] ?? none,
        table === 'entries' || table === 'movement_sessions' ? left[table] : 0,
      ),
    })),
    { table: 'others' as const, of: leaveOut(others, left.others) },
  ].filter(({ of }) => Object.values(of).some((count) => count > 0));
}

/** "12 entries, 3 pictures and 4 other records"; what came in, new or in a later state. */
export function broughtWords(counts: CountsByTable): string {
  const parts = countRows(counts).flatMap(({ table, of }) => {
    const count = of.new + of.changed;
    return count === 0 ? [] : [message(`transfer.counted.${table}`, { count })];
  });
  return parts.length === 0 ? message('transfer.counted.nothing') : new Intl.ListFormat(locale).format(parts);
}
