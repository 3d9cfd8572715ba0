import { ewcMean, ewcSlope, cosineShare, type Estimate } from '../ewc';
import { residualsOfAll } from '../leastSquares';
import { partialPool, type PooledMean } from '../partialPool';
import type { Interval } from '../proportions';
import type { DiarySession, Outcome, Verdict } from '../../domain/insights';
import { clearBelow, judge, smallestDifference } from '../verdict';
import { isRememberedSession, outcomeOf, type Diary, type SessionShift, type Shift } from '../diary';
import { periodOf, type Period } from '../period';

/** An average is shown from so many sessions, and compared from so many changes without movement. */
const fewestSessions = 8;
const fewestStillPairs = 20;
const topOfScale = 3;

export interface SessionChange {
  readonly outcome: Outcome;
  readonly verdict: Verdict;
  readonly sessions: number;
  readonly stillPairs: number;
  readonly period: Period | null;
  /** Mean change, in steps. */
  readonly plain: Estimate | null;
  /** The same beside the person's own changes over a few hours without movement; null with too few of them. */
  readonly adjusted: Estimate | null;
  /** From the lower to the upper end of both readings: they have opposite weaknesses, and the truth lies between them. */
  readonly span: Interval | null;
  readonly higher: number;
  readonly same: number;
  readonly lower: number;
  /** Began at the top of the scale, and could not end higher. */
  readonly beganAtTop: number;
  /** Every session changed by this much: there is nothing to estimate. Null when they differ. */
  readonly everyShift: number | null;
  /** Sessions rated before and not after. */
  readonly withoutAfter: number;
  /** Sessions with both ratings of which one is from memory: drawn hollow, in no estimate. */
  readonly remembered: number;
  /** Sessions rated in the other way (stops or pad), too few of their kind to stand beside the others: in no estimate. */
  readonly otherInput: number;
}

/**
 * How sessions end, beside how they begin. Low moments pass by themselves, so a change is called clear only when it is so
 * both plainly and against the person's own still times (Angrist & Pischke 2009; Ding & Li 2019, Political Analysis).
 */
export function compareSessions({
  shifts,
  still,
  sessions,
  outcome,
}: Pick<Diary, 'shifts' | 'still' | 'sessions' | 'outcome'>): SessionChange {
  const changes = shifts.map(shiftOf);
  const isVaried = changes.some((change) => change !== changes[0]);
  const compared = comparable(shifts);
  const plain = compared.length >= fewestSessions && isVaried ? ewcMean(compared.map(shiftOf)) : null;
  const adjusted = plain === null ? null : adjustedChange(compared, still);
  const span = spanOf(plain, adjusted);
  return {
    outcome,
    verdict:
      span === null || plain === null || plain.standardError === 0
        ? 'TOO_LITTLE'
        : verdictOf(plain, adjusted, span),
    sessions: shifts.length,
    stillPairs: still.length,
    period: periodOf(shifts),
    plain,
    adjusted,
    span,
    higher: changes.filter((change) => change > 0).length,
    same: changes.filter((change) => change === 0).length,
    lower: changes.filter((change) => change < 0).length,
    beganAtTop: shifts.filter(({ before }) => before >= topOfScale).length,
    everyShift: isVaried ? null : (changes[0] ?? null),
    withoutAfter: sessions.filter(({ before, after }) => isRated(before) && !isRated(after)).length,
    remembered: sessions.filter(
      (session) => isRated(session.before) && isRated(session.after) && isRememberedSession(session),
    ).length,
    otherInput: shifts.length - compared.length,
  };

  function isRated(rating: DiarySession['before']): boolean {
    return rating !== null && outcomeOf(rating, outcome) !== null;
  }
}

/** Steps come from thirds, so 1 - 2/3 and 1/3 must count as the same change. */
export const shiftOf = ({ before, after }: Shift): number => Math.round((after - before) * 1e6) / 1e6 + 0;

/** Coefficient of "there was a session" beside the feeling before and the hours between. */
function adjustedChange(shifts: readonly Shift[], still: readonly Shift[]): Estimate | null {
  if (still.length < fewestStillPairs || shifts.length < fewestSessions) return null;
  const rows = [
    ...shifts.map((shift) => ({ ...shift, isSession: 1 })),
    ...still.map((shift) => ({ ...shift, isSession: 0 })),
  ].toSorted((one, other) => one.at - other.at);
  const columns = [rows.map(() => 1), rows.map(({ before }) => before), rows.map(({ gapHours }) => gapHours)];
  const [x, y] = residualsOfAll(
    [rows.map(({ isSession }) => isSession), rows.map(({ after }) => after)],
    columns,
  );
  if (x === undefined || y === undefined) return null;
  return ewcSlope({
    x,
    y,
    positions: rows.map((_row, index) => index),
    nuisanceColumns: columns.length,
    share: cosineShare.sessions,
  });
}

function spanOf(plain: Estimate | null, adjusted: Estimate | null): Interval | null {
  if (plain === null) return null;
  return {
    low: Math.min(plain.low, adjusted?.low ?? plain.low),
    high: Math.max(plain.high, adjusted?.high ?? plain.high),
  };
}

function verdictOf(plain: Estimate | null, adjusted: Estimate | null, span: Interval): Verdict {
  const isOneWay =
    plain !== null && adjusted !== null && Math.sign(plain.estimate) === Math.sign(adjusted.estimate);
  const pValue = isOneWay ? Math.max(plain.pValue, adjusted.pValue) : 1;
  return judge({ ...span, pValue }, clearBelow.main, smallestDifference);
}

export interface KindChange extends PooledMean {
  readonly kind: string;
  readonly shifts: readonly SessionShift[];
  /** `dots`: too few for an interval; `interval`: too few for a sentence. */
  readonly shown: 'dots' | 'interval' | 'sentence';
  readonly verdict: Verdict;
  /** Sessions that were rated in the other way (stops or pad), too few of them to be compared with these. */
  readonly otherInput: number;
}

const fewestForInterval = 3;
const fewestInAll = 12;
const fewestOfEachInput = 12;

/** Mean change by kind, in the order of `kinds`; small numbers lean on the other sessions. Nothing is ranked. */
export function compareKinds(
  shifts: readonly SessionShift[],
  kinds: readonly string[],
): readonly KindChange[] {
  const groups = kinds.flatMap((kind) => {
    const all = shifts.filter(({ session }) => session.kind === kind);
    const kept = oneInput(all);
    return kept.length === 0 ? [] : [{ kind, shifts: kept, otherInput: all.length - kept.length }];
  });
  const values = groups.map((group) => group.shifts.map(shiftOf));
  const pooled = partialPool(values);
  const inAll = values.reduce((sum, group) => sum + group.length, 0);
  return groups.flatMap((group, index) => {
    const found = pooled[index];
    if (found === undefined) return [];
    const hasInterval = inAll >= fewestInAll && found.rows >= fewestForInterval;
    const shown = !hasInterval ? 'dots' : found.rows >= fewestSessions ? 'sentence' : 'interval';
    const verdict =
      shown === 'sentence'
        ? judge({ ...found, pValue: found.beyondNone }, clearBelow.exploring)
        : ('TOO_LITTLE' as const);
    return [{ ...found, ...group, shown, verdict } as const];
  });
}

/** Sessions of all kinds, each kind rated in one way, or in both where there are enough of each. In time order. */
function comparable(shifts: readonly SessionShift[]): readonly SessionShift[] {
  if (shifts.every(({ givenOn }) => givenOn === shifts[0]?.givenOn)) return shifts;
  const kinds = [...new Set(shifts.map(({ session }) => session.kind))];
  const kept = new Set(
    kinds.flatMap((kind) => oneInput(shifts.filter(({ session }) => session.kind === kind))),
  );
  return shifts.filter((shift) => kept.has(shift));
}

/** Ratings on stops and on the pad are not mixed within a kind unless there are enough of each. */
export function oneInput(shifts: readonly SessionShift[]): readonly SessionShift[] {
  const onPad = shifts.filter(({ givenOn }) => givenOn === 'pad');
  const onStops = shifts.filter(({ givenOn }) => givenOn === 'stops');
  if (Math.min(onPad.length, onStops.length) >= fewestOfEachInput) return shifts;
  return onPad.length > onStops.length ? onPad : onStops;
}
