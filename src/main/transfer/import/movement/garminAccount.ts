import { z } from 'zod';
import { ArchiveTooLarge } from '../../archive/openArchive';
import { feelInWords } from './fit';
import { mostSessions, type ForeignSession } from './foreignSession';
import { kindOfWord } from './kindOfWord';
import { secondsToMinutes } from './secondsToMinutes';

export const isSummaryName = (name: string): boolean => /_summarizedActivities\.json$/i.test(name);

const activitySchema = z.looseObject({
  activityId: z.union([z.number(), z.string()]),
  name: z.string().nullish(),
  activityType: z.string().nullish(),
  startTimeGmt: z.number(),
  startTimeLocal: z.number().nullish(),
  duration: z.number().nullish(),
  elapsedDuration: z.number().nullish(),
  distance: z.number().nullish(),
  workoutRpe: z.number().nullish(),
  workoutFeel: z.number().nullish(),
  description: z.string().nullish(),
});
const fileSchema = z.array(z.looseObject({ summarizedActivitiesExport: z.array(z.unknown()) })).min(1);

/** What Garmin hands out of an account when it is asked for everything: milliseconds and centimetres. Null for something else. */
export function readGarminAccount(value: unknown): {
  readonly sessions: readonly ForeignSession[];
  readonly refused: readonly { readonly row: number; readonly reason: 'date-unclear' }[];
} | null {
  const file = fileSchema.safeParse(value);
  if (!file.success) return null;
  const sessions: ForeignSession[] = [];
  const refused: { readonly row: number; readonly reason: 'date-unclear' }[] = [];
  const all = file.data.flatMap(({ summarizedActivitiesExport: list }) => list);
  if (all.length > mostSessions) throw new ArchiveTooLarge('too many of them');
  for (const [index, one] of all.entries()) {
    const read = activitySchema.safeParse(one);
    if (read.success && Math.abs(read.data.startTimeGmt) < 8e15) sessions.push(toSession(read.data));
    else refused.push({ row: index + 1, reason: 'date-unclear' });
  }
  return { sessions, refused };
}

function toSession(one: z.infer<typeof activitySchema>): ForeignSession {
  const at = Math.round(one.startTimeGmt);
  const offset =
    typeof one.startTimeLocal === 'number' ? Math.round((one.startTimeLocal - at) / 60_000) : null;
  const milliseconds = one.elapsedDuration ?? one.duration ?? null;
  const metres = Math.round((one.distance ?? 0) / 100);
  const word = one.activityType ?? '';
  const title = one.name?.trim() ?? '';
  const exertion = one.workoutRpe ?? null;
  const notes = [feelInWords(one.workoutFeel ?? null) ?? '', one.description?.trim() ?? ''].filter(
    (text) => text !== '',
  );
  return {
    sourceId: String(one.activityId),
    start: {
      is: 'instant',
      at,
      offsetMinutes: offset !== null && Math.abs(offset) <= 18 * 60 ? offset : null,
    },
    minutes: secondsToMinutes(milliseconds === null ? null : milliseconds / 1000),
    distanceMetres: metres >= 1 && metres < 1e7 ? metres : null,
    // Ten for each point of the scale.
    effort: exertion === null || exertion < 0 || exertion > 100 ? null : Math.round(exertion / 10),
    kind: kindOfWord(word),
    kindWord: word,
    title: title === '' ? null : title,
    note: notes.length === 0 ? null : notes.join('\n\n'),
  };
}
