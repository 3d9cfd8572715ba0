import { DatabaseNotReadable, openStrangerDatabase, type StrangerDatabase } from '../strangerDatabase';
import { diariumEntry, ticksToDate } from './diariumEntry';
import {
  ForeignNotReadable,
  type Assumption,
  type ForeignEntry,
  type ForeignJournal,
  type RefusedPart,
} from './foreignJournal';

/** Diarium's own database; null for one of something else. What lies in it beside the words (pictures, tags in tables that are not known) stays outside and is counted. */
export function readDiariumDatabase(bytes: Uint8Array): ForeignJournal | null {
  let database: StrangerDatabase | undefined;
  try {
    database = openStrangerDatabase(bytes);
    return database.has('Entries') ? read(database) : null;
  } catch (cause) {
    if (cause instanceof DatabaseNotReadable) return null;
    throw cause;
  } finally {
    database?.close();
  }
}

function read(database: StrangerDatabase): ForeignJournal | null {
  const entries: ForeignEntry[] = [];
  const refused: RefusedPart[] = [];
  const assumed = new Set<Assumption>(['home-zone']);
  let line = 0;
  for (const { DiaryEntryId: id, Heading, Text, Rating } of database.rows('Entries', [
    'DiaryEntryId',
    'Heading',
    'Text',
    'Rating',
  ])) {
    line += 1;
    const place = { file: null, line };
    const date = typeof id === 'bigint' ? ticksToDate(id) : null;
    const entry =
      date === null
        ? null
        : diariumEntry({
            date,
            heading: typeof Heading === 'string' ? Heading : '',
            html: typeof Text === 'string' ? Text : '',
            rating: Number(typeof Rating === 'bigint' || typeof Rating === 'number' ? Rating : 0),
            tags: [],
            people: [],
            trackers: [],
            pictures: [],
            pictureAt: () => null,
            place,
          });
    if (entry === null) refused.push({ ...place, reason: 'date-unclear' });
    else {
      entries.push(entry);
      if (entry.checkIn !== null) assumed.add('mood-scale');
    }
  }
  if (entries.length === 0 && refused.length > 0) throw new ForeignNotReadable('not the diary it seems');
  if (database.has('Media'))
    for (const _ of database.rows('Media', ['DiaryEntryId']))
      refused.push({ file: null, line: null, reason: 'media' });
  return { source: 'diarium', entries, sessions: [], refused, assumed: [...assumed] };
}
