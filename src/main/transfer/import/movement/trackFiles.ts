import type { OfferedKind } from '../../../../shared/domain/movementKind';
import { cellToNumber } from '../table';
import { readXml, XmlNotReadable, type TextEncoding } from '../xml';
import { ArchiveTooLarge } from '../../archive/openArchive';
import { mostSessions, type ForeignSession } from './foreignSession';
import { kindOfWord } from './kindOfWord';
import { secondsToMinutes } from './secondsToMinutes';

type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

function placed<Track>(
  tracks: readonly Track[],
  { encoding, hasRoutes }: Pick<TrackFile, 'encoding' | 'hasRoutes'>,
  toSession: (track: Track, index: number) => ForeignSession | null,
): TrackFile {
  const made = tracks.map(toSession);
  return {
    sessions: made.filter((session) => session !== null),
    refused: made.flatMap((session, index) => (session === null ? [index + 1] : [])),
    encoding,
    hasRoutes,
  };
}

/** Null for what is no instant. Both formats tell UTC alone. */
function toInstant(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return null;
  const at = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
  return Number.isFinite(at) ? at : null;
}

export interface TrackFile {
  readonly sessions: readonly ForeignSession[];
  /** Activities or tracks, counted from 1, of which nobody knows when they were. */
  readonly refused: readonly number[];
  readonly encoding: TextEncoding;
  /** Plans of where somebody could go, and places, beside what was moved. */
  readonly hasRoutes: boolean;
}

interface Training {
  sport: string;
  id: string;
  /** When its first lap began: what some programs write for an id is no time. */
  began: string;
  readonly notes: string[];
  seconds: number;
  metres: number;
}

/** What was written of a lap, of the whole, or of several that belong together. */
const withNotes = new Set(['Activity', 'Lap', 'MultiSportSession']);

/** Of an activity: courses and plans have laps, too. */
const isOfLap = (path: readonly string[]): boolean => path.at(-2) === 'Lap' && path.at(-3) === 'Activity';

/**
 * The activities of a TCX file (Garmin's Training Center Database): start, the sum of the laps' times and distances, notes. Points, positions and
 * hearts are stepped over. Throws `XmlNotReadable`.
 */
export async function readTcx(chunks: Chunks): Promise<TrackFile> {
  const trainings: Training[] = [];
  let [isTcx, hasRoutes] = [false, false];
  const { encoding } = await readXml(chunks, {
    isRead: (name, path) =>
      (name === 'Id' && path.at(-2) === 'Activity') ||
      (name === 'Notes' && withNotes.has(path.at(-2) ?? '')) ||
      (['TotalTimeSeconds', 'DistanceMeters'].includes(name) && isOfLap(path)),
    open: ({ name, attributes }, path) => {
      isTcx ||= name === 'TrainingCenterDatabase';
      hasRoutes ||= name === 'Course';
      if (name === 'Activity' && trainings.length >= mostSessions)
        throw new ArchiveTooLarge('too many of them');
      if (name === 'Activity')
        trainings.push({
          sport: attributes['Sport'] ?? '',
          id: '',
          began: '',
          notes: [],
          seconds: 0,
          metres: 0,
        });
      const training = trainings.at(-1);
      if (training?.began === '' && name === 'Lap' && path.at(-2) === 'Activity')
        training.began = attributes['StartTime'] ?? '';
    },
    close: (name, text, path) => {
      const training = trainings.at(-1);
      if (training === undefined) return;
      if (name === 'Id' && path.at(-2) === 'Activity') training.id = text;
      if (name === 'Notes' && withNotes.has(path.at(-2) ?? '') && text !== '') training.notes.push(text);
      if (!isOfLap(path)) return;
      if (name === 'TotalTimeSeconds') training.seconds += cellToNumber(text) ?? 0;
      if (name === 'DistanceMeters') training.metres += cellToNumber(text) ?? 0;
    },
  });
  if (!isTcx) throw new XmlNotReadable('another kind of XML');
  return placed(trainings, { encoding, hasRoutes }, ({ sport, id, began, notes, seconds, metres }) => {
    const at = toInstant(id) ?? toInstant(began);
    if (at === null) return null;
    return {
      sourceId: id === '' ? began : id,
      start: { is: 'instant', at, offsetMinutes: null } as const,
      minutes: secondsToMinutes(seconds),
      distanceMetres: metres > 0 ? Math.round(metres) : null,
      effort: null,
      kind: kindOfWord(sport),
      kindWord: sport,
      title: null,
      note: notes.length === 0 ? null : notes.join('\n\n'),
    };
  });
}

interface Track {
  name: string;
  readonly descriptions: string[];
  type: string;
  first: number | null;
  last: number | null;
}

/** Strava numbers its sports in some of its files; those that were seen. */
const stravaKinds: Readonly<Record<string, OfferedKind>> = { 1: 'ride', 9: 'run', 17: 'ride' };

/**
 * The tracks of a GPX file (1.0 and 1.1): from the first to the last time in them, with their names. Where they went is not read, so no distance is known. A
 * track without times has neither start nor length; the file's own time stands for its start. Throws `XmlNotReadable`.
 */
export async function readGpx(chunks: Chunks): Promise<TrackFile> {
  const tracks: Track[] = [];
  let fileTime: number | null = null;
  let [isGpx, hasRoutes, isStrava] = [false, false, false];
  const ofTrack = ['name', 'desc', 'cmt', 'type'];
  const { encoding } = await readXml(chunks, {
    isRead: (name, path) => name === 'time' || (ofTrack.includes(name) && path.at(-2) === 'trk'),
    open: ({ name, attributes }) => {
      isGpx ||= name === 'gpx';
      hasRoutes ||= name === 'rte' || name === 'wpt';
      if (name === 'gpx') isStrava = /^StravaGPX/i.test(attributes['creator'] ?? '');
      if (name === 'trk' && tracks.length >= mostSessions) throw new ArchiveTooLarge('too many of them');
      if (name === 'trk') tracks.push({ name: '', descriptions: [], type: '', first: null, last: null });
    },
    close: (name, text, path) => {
      const track = tracks.at(-1);
      const parent = path.at(-2);
      if (name === 'time' && (parent === 'metadata' || parent === 'gpx')) fileTime ??= toInstant(text);
      if (track === undefined) return;
      if (name === 'time' && parent === 'trkpt') {
        const at = toInstant(text);
        if (at === null) return;
        track.first = Math.min(track.first ?? at, at);
        track.last = Math.max(track.last ?? at, at);
      }
      if (parent !== 'trk') return;
      if (name === 'name') track.name = text;
      if ((name === 'desc' || name === 'cmt') && text !== '' && !track.descriptions.includes(text))
        track.descriptions.push(text);
      if (name === 'type') track.type = text;
    },
  });
  if (!isGpx) throw new XmlNotReadable('another kind of XML');
  return placed(tracks, { encoding, hasRoutes }, ({ name, descriptions, type, first, last }, index) => {
    const at = first ?? fileTime;
    if (at === null) return null;
    return {
      sourceId: `${new Date(at).toISOString()} ${index}`,
      start: { is: 'instant', at, offsetMinutes: null } as const,
      minutes: first === null || last === null ? null : secondsToMinutes((last - first) / 1000),
      distanceMetres: null,
      effort: null,
      kind: (isStrava ? stravaKinds[type] : undefined) ?? kindOfWord(`${type} ${name}`),
      kindWord: type,
      title: name === '' ? null : name,
      note: descriptions.length === 0 ? null : descriptions.join('\n\n'),
    };
  });
}
