import { mean, quantile, sampleStandardDeviation } from 'simple-statistics';
import { cosineShare, ewcSlope, type Estimate } from '../ewc';
import { residualsOfAll } from '../leastSquares';
import type { Diary, SessionShift } from '../diary';
import type { Outcome, Verdict } from '../../domain/insights';
import { clearBelow, judge, smallestDifference } from '../verdict';
import { lineOfKind, type LinePoint } from './doseLine';
import { oneInput, shiftOf } from './sessionChange';
import { periodOf, type Period } from '../period';

const fewestSessions = 30;
/** In minutes, within kinds. */
const leastSpread = 5;
const fewestForThirds = 9;

export interface Dose {
  readonly outcome: Outcome;
  readonly verdict: Verdict;
  /** Steps for each ten minutes more, or each point of effort more, among sessions of one kind. */
  readonly found: Estimate | null;
  readonly sessions: number;
  readonly period: Period | null;
  readonly kinds: readonly DoseOfKind[];
  /** How longer or harder sessions look across all kinds while they do not inside them: the kinds differ in other ways. */
  readonly acrossKinds: 'higher' | 'lower' | null;
}

interface DoseOfKind {
  readonly kind: string;
  readonly points: readonly { readonly id: string; readonly amount: number; readonly shift: number }[];
  /** The shorter, middle and longer third: mean amount and mean change. Empty with too few sessions. */
  readonly thirds: readonly { readonly amount: number; readonly shift: number; readonly sessions: number }[];
  /** Fitted inside kinds; empty unless the answer leans or is clear. */
  readonly line: readonly LinePoint[];
}

type Amount = 'minutes' | 'effort';
const unit = { minutes: 10, effort: 1 } as const;

/** Change of sessions on their length or effort within their kind: kinds are not compared with each other. */
export function compareDose({ shifts, outcome }: Pick<Diary, 'shifts' | 'outcome'>, amount: Amount): Dose {
  const rows = rowsOf(shifts, amount);
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const lengths = rows.map(({ value }) => value / unit[amount]);
  const changes = rows.map(({ shift }) => shift);
  const columns = kinds.map((kind) => rows.map((row) => (row.kind === kind ? 1 : 0)));
  const onPad = rows.map(({ givenOn }) => (givenOn === 'pad' ? 1 : 0));
  if (onPad.includes(1)) columns.push(onPad);
  const [x = [], y = []] = residualsOfAll([lengths, changes], columns);
  const found = slope(x, y, columns.length);
  const isEnough = rows.length >= fewestSessions && found !== null && found.standardError > 0;
  const isSpread = amount === 'effort' || (rows.length > 1 && deviation(x) * unit.minutes >= leastSpread);
  const verdict = isEnough && isSpread ? judgeDose(found, lengths) : 'TOO_LITTLE';
  const isDrawn = verdict === 'LEANING' || verdict === 'CLEAR';
  return {
    outcome,
    verdict,
    found,
    sessions: rows.length,
    period: periodOf(rows),
    kinds: kinds.map((kind) => ({
      ...doseOfKind(
        kind,
        rows.filter((row) => row.kind === kind),
      ),
      line:
        isDrawn && found !== null
          ? lineOfKind(kind, rows, { found, x, y, nuisanceColumns: columns.length }, unit[amount])
          : [],
    })),
    acrossKinds: isEnough && isSpread ? acrossKinds(found, lengths, changes) : null,
  };
}

interface Row {
  readonly id: string;
  readonly day: number;
  readonly kind: string;
  readonly value: number;
  readonly shift: number;
  readonly givenOn: SessionShift['givenOn'];
}

/** In time order; a kind whose sessions are all of one length has nothing to compare. */
function rowsOf(shifts: readonly SessionShift[], amount: Amount): readonly Row[] {
  const kinds = [...new Set(shifts.map(({ session }) => session.kind))];
  const kept = new Set(
    kinds.flatMap((kind) => oneInput(shifts.filter(({ session }) => session.kind === kind))),
  );
  const rows = shifts.flatMap((shift): readonly Row[] => {
    const { id, kind, minutes, effort } = shift.session;
    const value = amount === 'minutes' ? minutes : effort;
    if (!kept.has(shift) || value === null) return [];
    return [{ id, day: shift.day, kind, value, shift: shiftOf(shift), givenOn: shift.givenOn }];
  });
  const varied = new Set(
    kinds.filter(
      (kind) => new Set(rows.filter((row) => row.kind === kind).map(({ value }) => value)).size > 1,
    ),
  );
  return rows.filter(({ kind }) => varied.has(kind));
}

const slope = (x: readonly number[], y: readonly number[], nuisanceColumns: number): Estimate | null =>
  ewcSlope({
    x,
    y,
    positions: x.map((_value, index) => index),
    nuisanceColumns,
    share: cosineShare.sessions,
  });

/** About the same: not even from the shorter tenth of one's sessions to the longer would the difference be worth words. */
function judgeDose(found: Estimate, amounts: readonly number[]): Verdict {
  const usual = Math.max(quantile([...amounts], 0.9) - quantile([...amounts], 0.1), 1e-9);
  return judge(found, clearBelow.exploring, smallestDifference / usual);
}

/** One line through all kinds, which is never drawn, only so that it can be contradicted where it would deceive (Simpson 1951). */
function acrossKinds(
  within: Estimate,
  amounts: readonly number[],
  changes: readonly number[],
): Dose['acrossKinds'] {
  const [x = [], y = []] = residualsOfAll([amounts, changes], [amounts.map(() => 1)]);
  const across = slope(x, y, 1);
  if (across === null || Math.sign(across.estimate) === Math.sign(within.estimate)) return null;
  if (across.low > 0) return 'higher';
  return across.high < 0 ? 'lower' : null;
}

function doseOfKind(kind: string, rows: readonly Row[]): Omit<DoseOfKind, 'line'> {
  const points = rows.map(({ id, value, shift }) => ({ id, amount: value, shift }));
  const sorted = points.toSorted((one, other) => one.amount - other.amount);
  const third = Math.floor(sorted.length / 3);
  const thirds =
    sorted.length < fewestForThirds
      ? []
      : [
          sorted.slice(0, third),
          sorted.slice(third, sorted.length - third),
          sorted.slice(sorted.length - third),
        ].map((part) => ({
          amount: mean(part.map(({ amount }) => amount)),
          shift: mean(part.map(({ shift }) => shift)),
          sessions: part.length,
        }));
  return { kind, points, thirds };
}

const deviation = (values: readonly number[]): number =>
  values.length < 2 ? 0 : sampleStandardDeviation([...values]);
