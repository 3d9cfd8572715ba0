import { z } from 'zod';
import type { ForeignSession } from './foreignSession';
import { kindOfWord } from './kindOfWord';
import { secondsToMinutes } from './secondsToMinutes';

const sessionName =
  /(?:^|\/)\d{4}-\d\d-\d\dT\d\d_\d\d_\d\d(?:\.\d+)?(?:Z|([+-])(\d\d)_?(\d\d))_[^/]+\.json$/i;

/** Name of a file of "All Sessions", which stays as it is when its folder is translated: when it began, by UTC or by the clock of the place. */
export const isFitSessionName = (name: string): boolean => sessionName.test(name);

/** Minutes east of UTC, which the name alone tells; null where it is in UTC. */
export function offsetOfFitName(name: string): number | null {
  const [, sign, hours, minutes] = sessionName.exec(name) ?? [];
  if (sign === undefined) return null;
  const size = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -size : size;
}

/** Sums of whole days, which are no sessions. */
export const isFitDayName = (name: string): boolean =>
  /(?:^|\/)Fit\/[^/]+\/(?:\d{4}-\d\d-\d\d|daily [^/]+)\.csv$/i.test(name);

const fitSessionSchema = z.looseObject({
  fitnessActivity: z.string().max(200),
  startTime: z.string().max(64),
  endTime: z.string().max(64).optional(),
  duration: z.string().max(64).optional(),
  aggregate: z
    .array(z.looseObject({ metricName: z.string().optional(), floatValue: z.number().optional() }))
    .optional(),
});

/** What Google Fit calls a session and is no moving. */
const stillWords = new Set(['sleep', 'still', 'in_vehicle', 'unknown', 'tilting']);

const isoToInstant = (text: string | undefined): number | null => {
  const at = text !== undefined && /^\d{4}-\d\d-\d\dT.*Z$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(at) ? at : null;
};

/** One session of "All Sessions"; 'still' for one that is no moving, null for what is none. Times in it are UTC, without the clock of the place. */
export function readFitSession(
  value: unknown,
  offsetMinutes: number | null = null,
): ForeignSession | 'still' | null {
  const read = fitSessionSchema.safeParse(value);
  if (!read.success) return null;
  const { fitnessActivity: word, startTime, endTime, duration, aggregate = [] } = read.data;
  if (stillWords.has(word.replace(/\..*$/, ''))) return 'still';
  const [at, end] = [isoToInstant(startTime), isoToInstant(endTime)];
  if (at === null) return null;
  const said = Number(/^(\d+(?:\.\d+)?)s$/.exec(duration ?? '')?.[1] ?? Number.NaN);
  const seconds = Number.isFinite(said) ? said : end === null ? null : (end - at) / 1000;
  const metres = aggregate.find(({ metricName }) => metricName === 'com.google.distance.delta')?.floatValue;
  return {
    sourceId: `${startTime} ${word}`,
    start: { is: 'instant', at, offsetMinutes },
    minutes: secondsToMinutes(seconds),
    distanceMetres: metres !== undefined && metres >= 1 && metres < 1e7 ? Math.round(metres) : null,
    effort: null,
    kind: kindOfWord(word),
    kindWord: word,
    title: null,
    note: null,
  };
}
