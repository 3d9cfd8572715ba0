import {
  mostToldPlaces,
  type LookId,
  type LookReport,
  type ToldSession,
} from '../../../shared/domain/incoming';
import type { MovementSession } from '../../../shared/domain/movement';
import type { SessionId } from '../../../shared/id';
import { civilDaySchema, type CivilDay } from '../../../shared/time';
import type { Journal } from '../../journal/journal';
import { recordTables } from '../../journal/records/recordTables';
import type { LookedAt } from './lookAtFile';

/** Says what a file holds and what would become of it. Of decades that takes seconds, with pauses. */
export function* reportLook(
  id: LookId,
  journal: Pick<Journal, 'imports' | 'everything'>,
  looked: LookedAt,
): Generator<undefined, LookReport> {
  const { source, incoming, holdings, refused, alike, alikeEntries, doubtful, assumed, pictures } = looked;
  const present = tellerOf(journal, new Set(alike.map((pair) => pair.present)));
  const arriving = tellerOf(incoming, new Set(alike.flatMap((pair) => [pair.incoming, pair.present])));
  return {
    id,
    source,
    days: daysOf(incoming),
    counts: yield* journal.imports.judgeInSteps(holdings),
    refused: refused.slice(0, mostToldPlaces),
    refusedInAll: refused.length,
    alike: alike.flatMap((pair) => {
      const { where } = pair;
      const other = (where === 'here' ? present : arriving).get(pair.present);
      const one = arriving.get(pair.incoming);
      return one === undefined || other === undefined ? [] : [{ incoming: one, present: other, where }];
    }),
    alikeEntries: { inAll: alikeEntries.inAll, tags: alikeEntries.tags, told: alikeEntries.told },
    doubtful: doubtful.map(({ id: session, because, told }) => ({ id: session, because, ...told })),
    assumed,
    unratedSessions: countUnrated(incoming),
    picturesOutside: pictures.left + pictures.unreadable,
  };
}

/** The sessions of a journal that have one of these ids. */
function tellerOf(
  { everything }: Pick<Journal, 'everything'>,
  ids: ReadonlySet<SessionId>,
): ReadonlyMap<SessionId, ToldSession> {
  if (ids.size === 0) return new Map();
  const names = new Map<string, string>([...everything.ownKinds()].map(({ id, name }) => [id, name]));
  const told = new Map<SessionId, ToldSession>();
  for (const session of everything.sessions())
    if (ids.has(session.id)) told.set(session.id, tell(session, names.get(session.kind) ?? null));
  return told;
}

const tell = (session: MovementSession, kindName: string | null): ToldSession => ({
  id: session.id,
  kind: session.kind,
  kindName,
  at: session.at,
  zone: session.zone,
  offsetMinutes: session.offsetMinutes,
  day: session.day,
  isTimed: session.isTimed,
  minutes: session.minutes,
  distanceMetres: session.distanceMetres,
});

const dated = recordTables.filter(({ name }) => ['entries', 'movement_sessions', 'check_ins'].includes(name));

/** First and last; null when nothing in it has a day. */
function daysOf({
  imports,
}: Pick<Journal, 'imports'>): { readonly from: CivilDay; readonly to: CivilDay } | null {
  const found = dated.flatMap((table) => imports.reader.days(table) ?? []);
  const [from] = found.map(({ first }) => first).toSorted();
  const to = found
    .map(({ last }) => last)
    .toSorted()
    .at(-1);
  return from === undefined || to === undefined
    ? null
    : { from: civilDaySchema.parse(from), to: civilDaySchema.parse(to) };
}

function countUnrated({ everything }: Pick<Journal, 'everything'>): number {
  let count = 0;
  for (const { before, after } of everything.sessions()) if (before === null && after === null) count += 1;
  return count;
}
