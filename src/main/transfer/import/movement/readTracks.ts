import { ArchiveTooLarge, type OpenedArchive } from '../../archive/openArchive';
import { append } from '../journals/appendLine';
import { mostSessions, type ForeignSession } from './foreignSession';
import type { ForeignMovement, MovementRemark, RefusedRow } from './readMovement';

const trackName = /\.(?:fit|tcx|gpx)(?:\.gz)?$/i;
const leftover = /(?:^|\/)(?:__MACOSX\/|\._)/;

/**
 * The files of watches in a zip: the one that Garmin packs up for each activity, or a folder of them. Each by itself, so that one that can't be read is named and stops no other. Null where there is none.
 * One that is packed once more is not unpacked.
 */
export async function readTracks(
  archive: OpenedArchive,
  readOne: (name: string) => Promise<ForeignMovement | null>,
  report: (done: number, total: number) => void,
): Promise<ForeignMovement | null> {
  const names = [...archive.names].filter((name) => trackName.test(name) && !leftover.test(name)).toSorted();
  const sessions: ForeignSession[] = [];
  const refused: RefusedRow[] = [];
  const assumed = new Set<MovementRemark>();
  let source: ForeignMovement['source'] | undefined;
  for (const [index, file] of names.entries()) {
    const read = /\.gz$/i.test(file) ? null : await readOne(file);
    report(index + 1, names.length);
    if (read === null) {
      refused.push({ file, row: null, reason: 'not-readable' });
      continue;
    }
    source ??= read.source;
    append(
      sessions,
      // By the name it has when it comes alone.
      read.source === source
        ? read.sessions
        : read.sessions.map((session) => ({ ...session, toldBy: read.source })),
    );
    if (sessions.length > mostSessions) throw new ArchiveTooLarge('too many of them');
    append(
      refused,
      read.refused.map((row) => ({ ...row, file })),
    );
    for (const remark of read.assumed) assumed.add(remark);
  }
  return source === undefined ? null : { source, sessions, refused, assumed: [...assumed] };
}
