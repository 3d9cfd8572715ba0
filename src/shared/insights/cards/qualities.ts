import { cosineShare, ewcSlope, intervalAt, type Estimate } from '../ewc';
import { residualsOfAll } from '../leastSquares';
import { feltQualities, type FeltQuality } from '../../domain/movement';
import { type Diary, type SessionShift } from '../diary';
import type { Outcome, Verdict } from '../../domain/insights';
import { clearBelow, holm, judge } from '../verdict';
import { periodOf, type Period } from '../period';
import { shiftOf } from './sessionChange';

const fewestSessions = 40;
/** A quality that is nearly always or nearly never there has nothing to be compared with. */
const presentBetween = { least: 0.2, most: 0.8 } as const;
/** "Some" and "a lot" of 0 to 3. */
const presentFrom = 2;

export interface QualityChange {
  readonly quality: FeltQuality;
  readonly verdict: Verdict;
  /** How much higher sessions with it ended than others of their kind, the other qualities held still; in steps. */
  readonly found: Estimate | null;
  /** After Holm's guard for asking about four. */
  readonly pValue: number | null;
  readonly present: number;
  /** The same for the next morning, which is not rated in the same glow; null with too little. */
  readonly nextMorning: Estimate | null;
}

export interface Qualities {
  readonly outcome: Outcome;
  /** Sessions that carry all four notes. */
  readonly sessions: number;
  readonly period: Period | null;
  readonly qualities: readonly QualityChange[];
}

/** What sessions felt like beside how they ended. Both are rated in one moment, and the sentence says so. */
export function compareQualities({
  shifts,
  days,
  outcome,
}: Pick<Diary, 'shifts' | 'days' | 'outcome'>): Qualities {
  const noted = shifts.filter(({ session }) =>
    feltQualities.every((quality) => session.qualities[quality] !== null),
  );
  const mornings = new Map(days.map(({ day, parts }) => [day, parts.morning ?? null]));
  const measured = feltQualities.map((quality) => {
    const present = noted.filter((shift) => isPresent(shift, quality)).length;
    const share = noted.length === 0 ? 0 : present / noted.length;
    const isVaried = share >= presentBetween.least && share <= presentBetween.most;
    const isEnough = noted.length >= fewestSessions && isVaried;
    const rated = noted.filter(({ day }) => (mornings.get(day + 1) ?? null) !== null);
    return {
      quality,
      present,
      found: isEnough ? slopeOf(noted, quality, shiftOf) : null,
      nextMorning:
        isEnough && rated.length >= fewestSessions
          ? slopeOf(rated, quality, ({ day }) => mornings.get(day + 1) ?? 0)
          : null,
    };
  });
  const adjusted = holm(measured.map(({ found }) => found?.pValue ?? 1));
  return {
    outcome,
    sessions: noted.length,
    period: periodOf(noted),
    qualities: measured.map(({ found, ...quality }, index) => {
      const pValue = adjusted[index] ?? 1;
      const isSolid = found !== null && found.standardError > 0;
      return {
        ...quality,
        found,
        pValue: isSolid ? pValue : null,
        verdict: isSolid ? verdictOf(found, pValue) : 'TOO_LITTLE',
      };
    }),
  };
}

/**
 * The interval answers for all four together; the p-value has its guard already. "About the same" is never said: a note and
 * a rating of one moment share its glow, so a difference near nothing shows nothing.
 */
function verdictOf(found: Estimate, pValue: number): Verdict {
  const guarded = intervalAt(found, 1 - 0.05 / feltQualities.length);
  const verdict = judge({ ...guarded, pValue }, clearBelow.exploring, null);
  return verdict === 'UNCLEAR' && pValue < 0.05 ? 'LEANING' : verdict;
}

const isPresent = ({ session }: SessionShift, quality: FeltQuality): boolean =>
  (session.qualities[quality] ?? 0) >= presentFrom;

function slopeOf(
  rows: readonly SessionShift[],
  quality: FeltQuality,
  outcome: (row: SessionShift) => number,
): Estimate | null {
  const kinds = [...new Set(rows.map(({ session }) => session.kind))];
  const others = feltQualities.filter((other) => other !== quality);
  const columns = [
    ...kinds.map((kind) => rows.map(({ session }) => (session.kind === kind ? 1 : 0))),
    ...others.map((other) => rows.map((row) => (isPresent(row, other) ? 1 : 0))),
  ];
  const [x = [], y = []] = residualsOfAll(
    [rows.map((row) => (isPresent(row, quality) ? 1 : 0)), rows.map(outcome)],
    columns,
  );
  return ewcSlope({
    x,
    y,
    positions: x.map((_value, index) => index),
    nuisanceColumns: columns.length,
    share: cosineShare.sessions,
  });
}
