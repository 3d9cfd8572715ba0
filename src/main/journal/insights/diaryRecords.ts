import type { DiaryRating, DiaryRecords, DiarySession } from '../../../shared/domain/insights';
import { feelingSchema, type FeelingForm } from '../../../shared/domain/mood';
import type { JournalSettings } from '../../../shared/domain/settings';
import type { EntryId, PromptId, SessionId, SpanId } from '../../../shared/id';
import { dayToNumber } from '../../../shared/insights/calendar';
import type { CivilDay } from '../../../shared/time';
import { prepareColumn, prepareRead } from '../database/handles';
import type { JournalContext } from '../journalContext';

type NoParameters = Readonly<Record<string, never>>;

interface RatingRow {
  readonly day: CivilDay;
  readonly at: number;
  readonly offsetMinutes: number;
  readonly valence: number;
  readonly energy: number | null;
  /** A JSON list. */
  readonly feelings: string;
  readonly role: 'moment' | 'before' | 'after';
  readonly sessionId: SessionId | null;
  readonly isRemembered: 0 | 1;
  readonly givenOn: FeelingForm;
}

interface SessionRow {
  readonly id: SessionId;
  readonly day: CivilDay;
  readonly at: number;
  readonly isTimed: 0 | 1;
  readonly kind: string;
  readonly minutes: number;
  readonly effort: number | null;
  readonly play: number | null;
  readonly connection: number | null;
  readonly achievement: number | null;
  readonly safety: number | null;
}

interface SpanRow {
  readonly id: SpanId;
  readonly kind: DiaryRecords['spans'][number]['kind'];
  readonly name: string | null;
  readonly first: CivilDay;
  readonly last: CivilDay | null;
}

type Feelings = DiaryRating['feelings'];

/** The same few lists of words come again and again in decades; each is made out once. */
function feelingsReader(): (list: string) => Feelings {
  const known = new Map<string, Feelings>([['[]', []]]);
  return (list) => {
    const feelings = known.get(list) ?? feelingSchema.array().parse(JSON.parse(list));
    known.set(list, feelings);
    return feelings;
  };
}

const rowToRating = (row: RatingRow, feelingsOf: (list: string) => Feelings): DiaryRating => ({
  day: dayToNumber(row.day),
  at: row.at,
  offsetMinutes: row.offsetMinutes,
  valence: row.valence,
  energy: row.energy,
  feelings: feelingsOf(row.feelings),
  isRemembered: row.isRemembered === 1,
  givenOn: row.givenOn,
});

/** Everything the comparisons of Insights are made from, as it was recorded; nothing is left out or summed up here. */
export function createDiaryReader(
  { db, now }: Pick<JournalContext, 'db' | 'now'>,
  settings: () => JournalSettings,
): () => DiaryRecords {
  const ratings = prepareRead<NoParameters, RatingRow>(
    db,
    `SELECT day, at, offset_minutes AS offsetMinutes, valence, energy, feelings, role, session_id AS sessionId,
       is_remembered AS isRemembered, given_on AS givenOn
     FROM check_ins ORDER BY at, id`,
  );
  const sessions = prepareRead<NoParameters, SessionRow>(
    db,
    `SELECT id, day, at, is_timed AS isTimed, kind, minutes, effort, play, connection, achievement, safety
     FROM movement_sessions ORDER BY at, id`,
  );
  const spans = prepareRead<NoParameters, SpanRow>(
    db,
    'SELECT id, kind, name, first_day AS first, last_day AS last FROM spans ORDER BY first_day, id',
  );
  const entryDays = prepareColumn<NoParameters, CivilDay>(
    db,
    'SELECT DISTINCT day FROM entries WHERE binned_at IS NULL ORDER BY day',
  );
  const answers = prepareRead<
    NoParameters,
    { readonly promptId: PromptId; readonly entryId: EntryId; readonly day: CivilDay }
  >(
    db,
    `SELECT p.prompt_id AS promptId, e.id AS entryId, e.day
     FROM entry_prompts AS p JOIN entries AS e ON e.entry_row = p.entry_row
     WHERE e.binned_at IS NULL ORDER BY e.day, e.at, p.place`,
  );

  return () => {
    const moments: DiaryRating[] = [];
    const ofSessions = new Map<string, DiaryRating>();
    const feelingsOf = feelingsReader();
    for (const row of ratings.all({})) {
      if (row.role === 'moment') moments.push(rowToRating(row, feelingsOf));
      else ofSessions.set(`${row.role} ${row.sessionId}`, rowToRating(row, feelingsOf));
    }
    const { dayBoundaryHour, weekStartsOn } = settings();
    return {
      ratings: moments,
      sessions: sessions.all({}).map(({ play, connection, achievement, safety, ...row }): DiarySession => ({
        ...row,
        day: dayToNumber(row.day),
        isTimed: row.isTimed === 1,
        qualities: { play, connection, achievement, safety },
        before: ofSessions.get(`before ${row.id}`) ?? null,
        after: ofSessions.get(`after ${row.id}`) ?? null,
      })),
      spans: spans.all({}).map((row) => ({
        ...row,
        first: dayToNumber(row.first),
        last: row.last === null ? null : dayToNumber(row.last),
      })),
      entryDays: entryDays.all({}).map(dayToNumber),
      answers: answers.all({}).map((row) => ({ ...row, day: dayToNumber(row.day) })),
      today: dayToNumber(now().day),
      boundaryHour: dayBoundaryHour,
      weekStartsOn,
    };
  };
}
