import { describe, expect, it } from 'vitest';
import { lookAroundSpan } from '../../../src/shared/insights/cards/aroundSpan';
import { compareDose } from '../../../src/shared/insights/cards/dose';
import { compareMovementDays, compareNextDay } from '../../../src/shared/insights/cards/movementDays';
import { compareFeelings } from '../../../src/shared/insights/cards/namedFeelings';
import { compareQualities } from '../../../src/shared/insights/cards/qualities';
import { compareKinds, compareSessions } from '../../../src/shared/insights/cards/sessionChange';
import type { FeltQuality } from '../../../src/shared/domain/movement';
import type { Diary } from '../../../src/shared/insights/diary';
import { createOrchard, createOrchardRandom, nothingIsTrue, orchardKinds } from '../../support/orchard';
import { orchardDiary } from './orchardDiary';
import { memory, plainDifference } from './orchardFigures';

const near = (found: number | null | undefined, expected: number, tolerance = 1e-4): void =>
  expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThan(tolerance);

function analyse(diary: Diary) {
  const qualities = compareQualities(diary).qualities;
  const qualityOf = (quality: FeltQuality) => qualities.find((one) => one.quality === quality);
  const [span] = diary.spans;
  return {
    movementDays: compareMovementDays(diary),
    nextDay: compareNextDay(diary),
    sessions: compareSessions(diary),
    kinds: compareKinds(diary.shifts, orchardKinds),
    dose: compareDose(diary, 'minutes'),
    play: qualityOf('play'),
    connection: qualityOf('connection'),
    achievement: qualityOf('achievement'),
    safety: qualityOf('safety'),
    anger: compareFeelings(diary, ['anger'])[0],
    injury: span && lookAroundSpan(diary, span),
  };
}

const within = (values: readonly (number | null | undefined)[], mean: number, sd: number): void => {
  const found = values.reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0) / values.length;
  expect(Math.abs(found - mean)).toBeLessThan((3 * sd) / Math.sqrt(40));
};

describe('the made-up diary with a known truth', () => {
  it('is drawn as it was published', () => {
    const random = createOrchardRandom(1);
    expect([random.next(), random.next(), random.next()]).toEqual([
      2_420_951_833, 2_513_034_076, 3_847_892_949,
    ]);
    const normals = createOrchardRandom(1);
    near(normals.normal(), -0.921282, 1e-6);
    near(normals.normal(), -0.545715, 1e-6);
    near(normals.normal(), 0.442527, 1e-6);
    const { days, sessions, pairs } = createOrchard(1);
    expect(days.slice(0, 3).map(({ mood, hasMoved }) => [mood, hasMoved])).toEqual([
      [-1, false],
      [1, false],
      [1, true],
    ]);
    expect(sessions[0]).toMatchObject({
      day: 2,
      kind: 'run',
      minutes: 45,
      effort: 3,
      before: 0,
      after: 1,
      qualities: { connection: true, safety: true },
    });
    expect(pairs[0]).toMatchObject({ day: 1, before: 0, after: 1, anger: { before: true, after: false } });
    near(pairs[0]?.gapHours, 1.1569);
    expect([sessions.length, pairs.length]).toEqual([319, 265]);
    const rated = days.flatMap(({ mood }) => (mood === null ? [] : [mood]));
    expect(rated).toHaveLength(625);
    near(rated.reduce((sum, mood) => sum + mood, 0) / 625, 0.6288);
    near(sessions.reduce((sum, { minutes }) => sum + minutes, 0) / 319, 47.1317);
    near(memory(createOrchard(1)), 0.4448);
    near(plainDifference(createOrchard(1)), 0.6333);
  });

  it('gives the published figures of every card', () => {
    const found = analyse(orchardDiary(1));
    const { movementDays, nextDay, sessions, kinds, dose } = found;
    expect(movementDays).toMatchObject({ verdict: 'CLEAR', isTooRegular: false });
    expect(movementDays.withIt + movementDays.without).toBe(507);
    expect(movementDays.found).toMatchObject({ degreesOfFreedom: 25, rows: 506, informativeWeeks: 83 });
    near(movementDays.found?.estimate, 0.4005);
    near(movementDays.found?.low, 0.2322);
    near(movementDays.found?.high, 0.5689);
    near(movementDays.found?.free, 0.6755);

    expect(nextDay.verdict).toBe('UNCLEAR');
    near(nextDay.found?.estimate, 0.048);
    near(nextDay.found?.low, -0.1618);
    near(nextDay.found?.high, 0.2578);
    near(nextDay.found?.pValue, 0.6417);

    expect(sessions.verdict).toBe('CLEAR');
    near(sessions.plain?.estimate, 0.5831);
    near(sessions.plain?.low, 0.4906);
    near(sessions.plain?.high, 0.6755);
    near(sessions.adjusted?.estimate, 0.7588);
    near(sessions.adjusted?.low, 0.5603);
    near(sessions.adjusted?.high, 0.9572);
    expect([sessions.plain?.degreesOfFreedom, sessions.adjusted?.degreesOfFreedom]).toEqual([47, 70]);
    near(sessions.span?.low, 0.4906);
    near(sessions.span?.high, 0.9572);

    const expectedKinds = [
      [103, 0.4563, 0.4674, 0.317, 0.6165],
      [74, 0.4595, 0.4737, 0.2981, 0.6472],
      [68, 1.0294, 0.9728, 0.7745, 1.1686],
      [34, 0.3824, 0.4245, 0.171, 0.669],
      [40, 0.55, 0.5557, 0.327, 0.783],
    ] as const;
    for (const [index, [rows, raw, estimate, low, high]] of expectedKinds.entries()) {
      expect(kinds[index]?.rows).toBe(rows);
      near(kinds[index]?.raw, raw);
      near(kinds[index]?.estimate, estimate);
      near(kinds[index]?.low, low);
      near(kinds[index]?.high, high);
    }

    expect(dose).toMatchObject({ verdict: 'LEANING', acrossKinds: null });
    near(dose.found?.estimate, 0.0853);
    near(dose.found?.low, 0.0255);
    near(dose.found?.high, 0.145);
    near(dose.found?.pValue, 0.0061);

    expect(found.play?.verdict).toBe('LEANING');
    near(found.play?.found?.estimate, 0.4321);
    near(found.play?.found?.low, 0.2112);
    near(found.play?.found?.high, 0.6529);
    near(found.play?.found?.pValue, 0.000272, 1e-6);
    near(found.play?.pValue, 0.00109, 1e-5);
    near(found.connection?.found?.estimate, 0.1065);
    near(found.achievement?.found?.estimate, 0.06);
    near(found.safety?.found?.estimate, 0.0329);
    expect([found.connection?.verdict, found.achievement?.verdict, found.safety?.verdict]).toEqual([
      'UNCLEAR',
      'UNCLEAR',
      'UNCLEAR',
    ]);

    expect(found.anger).toMatchObject({
      before: 64,
      stayed: 23,
      appeared: 17,
      stillBefore: 72,
      stillStayed: 35,
    });
    near(found.injury?.difference, -0.8643);
    near(found.injury?.placeboShare, 0.0692);
    expect(found.injury).toMatchObject({ placebos: 548, verdict: 'NOT_RARE' });
  });

  it('gives over forty diaries the published means', () => {
    const runs = Array.from({ length: 40 }, (_, index) => analyse(orchardDiary(index + 1)));
    within(
      runs.map(({ movementDays }) => movementDays.found?.estimate),
      0.433,
      0.088,
    );
    const drawn = Array.from({ length: 40 }, (_, index) => createOrchard(index + 1));
    within(drawn.map(plainDifference), 0.753, 0.105);
    within(drawn.map(memory), 0.497, 0.044);
    within(
      drawn.map(({ sessions }) => sessions.length),
      325,
      46,
    );
    within(
      runs.map(({ nextDay }) => nextDay.found?.estimate),
      0.059,
      0.099,
    );
    within(
      runs.map(({ sessions }) => sessions.plain?.estimate),
      0.541,
      0.051,
    );
    within(
      runs.map(({ sessions }) => sessions.adjusted?.estimate),
      0.782,
      0.104,
    );
    within(
      runs.map(({ dose }) => dose.found?.estimate),
      0.092,
      0.031,
    );
    within(
      runs.map(({ play }) => play?.found?.estimate),
      0.379,
      0.105,
    );
    within(
      runs.map(({ connection }) => connection?.found?.estimate),
      0.009,
      0.099,
    );
    within(
      runs.map(({ achievement }) => achievement?.found?.estimate),
      0.007,
      0.089,
    );
    within(
      runs.map(({ safety }) => safety?.found?.estimate),
      0.004,
      0.092,
    );
    within(
      runs.map(({ injury }) => injury?.difference),
      -0.874,
      0.497,
    );
    within(
      runs.map(({ anger }) => share(anger?.stayed, anger?.before)),
      0.301,
      0.056,
    );
    within(
      runs.map(({ anger }) => share(anger?.stillStayed, anger?.stillBefore)),
      0.593,
      0.063,
    );
    const bothClear = runs.filter(({ sessions }) => sessions.verdict === 'CLEAR').length;
    expect(bothClear).toBe(40);
    expect(runs.filter(({ movementDays }) => movementDays.verdict === 'CLEAR').length).toBeGreaterThanOrEqual(
      33,
    );
  });
});

const covers = (found: { readonly low: number; readonly high: number } | null | undefined): boolean =>
  found !== null && found !== undefined && found.low <= 0 && found.high >= 0;

describe('two hundred diaries in which movement does nothing', () => {
  const runs = Array.from({ length: 200 }, (_, index) => analyse(orchardDiary(index + 1, nothingIsTrue)));
  const rate = (is: (run: (typeof runs)[number]) => boolean): number => runs.filter(is).length / runs.length;

  it('are called clear by hardly any card', () => {
    for (const card of [
      rate(({ movementDays }) => movementDays.verdict === 'CLEAR'),
      rate(({ nextDay }) => nextDay.verdict === 'CLEAR'),
      rate(({ sessions }) => sessions.verdict === 'CLEAR'),
      rate(({ dose }) => dose.verdict === 'CLEAR'),
      rate(({ play, connection, achievement, safety }) =>
        [play, connection, achievement, safety].some((quality) => quality?.verdict === 'CLEAR'),
      ),
      rate(({ kinds }) => kinds.some(({ verdict }) => verdict === 'CLEAR')),
      rate(({ anger }) => anger?.verdict === 'CLEAR'),
    ]) {
      expect(card).toBeLessThanOrEqual(0.03);
    }
  });

  it('hold nothing inside their intervals about as often as they say', () => {
    for (const covered of [
      rate(({ movementDays }) => covers(movementDays.found)),
      rate(({ nextDay }) => covers(nextDay.found)),
      rate(({ dose }) => covers(dose.found)),
      rate(({ play }) => covers(play?.found)),
      rate(({ connection }) => covers(connection?.found)),
      rate(({ achievement }) => covers(achievement?.found)),
      rate(({ safety }) => covers(safety?.found)),
    ]) {
      expect(covered).toBeGreaterThanOrEqual(0.91);
      expect(covered).toBeLessThanOrEqual(0.99);
    }
    expect(rate(({ sessions }) => covers(sessions.span))).toBeGreaterThanOrEqual(0.95);
  });
});

const share = (hits: number | undefined, of: number | undefined): number => (hits ?? Number.NaN) / (of ?? 0);
