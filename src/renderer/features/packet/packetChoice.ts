import type { DayRange } from '../../../shared/insights/range';
import type { RecordChoice } from '../../../shared/packet/packetRecords';
import { readName, type Name } from '../../../shared/packet/findNames';
import type { Passage } from '../../../shared/packet/covering';
import type { Paper } from '../../../shared/packet/paper';
import { addDays, civilDaySchema, type CivilDay } from '../../../shared/time';

/** What somebody is going to get. It lives as long as the room is open. */
export interface PacketChoice extends RecordChoice {
  readonly title: string;
  readonly paper: Paper;
  /** As typed. */
  readonly from: string;
  readonly to: string;
  /** Ids of questions of the insights. */
  readonly answers: ReadonlySet<string>;
  /** As typed, each covered everywhere. */
  readonly names: readonly string[];
  readonly passages: readonly Passage[];
}

/** Four weeks, today among them: about what two meetings lie apart, twice. */
const daysAtFirst = 27;

export const firstChoice = (today: CivilDay, title: string, paper: Paper): PacketChoice => ({
  title,
  paper,
  from: addDays(today, -daysAtFirst),
  to: today,
  kinds: new Set(['entries', 'checkIns', 'sessions', 'spans']),
  tags: [],
  leftOut: new Set(),
  pictures: 'without',
  answers: new Set(),
  names: [],
  passages: [],
});

/** Null while the two are no days in their order. */
export function readRange({ from, to }: Pick<PacketChoice, 'from' | 'to'>): DayRange | null {
  const [first, last] = [civilDaySchema.safeParse(from), civilDaySchema.safeParse(to)];
  if (!first.success || !last.success || first.data > last.data) return null;
  return { from: first.data, to: last.data };
}

export const readNames = (names: readonly string[]): readonly Name[] =>
  names.map(readName).filter((name) => name !== null);

/** With `one` if it was not there, and without it if it was. */
export function toggled<One>(set: ReadonlySet<One>, one: One): ReadonlySet<One> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}
