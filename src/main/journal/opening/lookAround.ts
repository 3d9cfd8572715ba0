import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { JournalWarning } from '../../../shared/domain/vault';

/** As sync programs name what two computers wrote: "x (Ada's conflicted copy).db", "x (1).db", "x.sync-conflict-2025….db". */
const conflictName = /conflict|\(\d+\)|\.sync-conflict-/i;

/** Of folders on the way to the journal. */
const serviceNames: readonly (readonly [RegExp, string])[] = [
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^OneDrive( - .+)?$/i, 'OneDrive'],
  [/^(com~apple~CloudDocs|Mobile Documents|iCloud ?Drive)$/i, 'iCloud Drive'],
  [/^(Google ?Drive|My Drive|GoogleDrive-.+)$/i, 'Google Drive'],
  [/^Nextcloud$/i, 'Nextcloud'],
  [/^Syncthing$/i, 'Syncthing'],
];

/** What the programs leave in the top folder they look after, whatever it is called. */
const serviceMarks: readonly (readonly [RegExp, string])[] = [
  [/^\.dropbox(\.cache)?$/, 'Dropbox'],
  [/^\.(_sync|sync)_[0-9a-f]+\.db$/, 'Nextcloud'],
  [/^\.nextcloudsync\.log$/, 'Nextcloud'],
  [/^\.stfolder$/, 'Syncthing'],
];

/** Looks at names alone, in the journal's folder and on the way to it. Never throws. */
export function lookAround(folder: string): readonly JournalWarning[] {
  const place = resolve(folder);
  const names = findConflictCopies(place);
  const service = findSyncService(place);
  return [
    ...(names.length > 0 ? [{ type: 'ConflictCopies', names } as const] : []),
    ...(service === null ? [] : [{ type: 'SyncFolder', service } as const]),
  ];
}

function findConflictCopies(place: string): readonly string[] {
  const own = basename(place).replace(/\.journal$/i, '');
  const inside = namesIn(place).filter((name) => conflictName.test(name));
  const beside = namesIn(dirname(place)).filter(
    (name) => name !== basename(place) && name.startsWith(own) && conflictName.test(name.slice(own.length)),
  );
  return [...inside, ...beside].toSorted();
}

function findSyncService(place: string): string | null {
  const parts = place.split(sep);
  for (const part of parts) {
    const named = serviceNames.find(([pattern]) => pattern.test(part));
    if (named !== undefined) return named[1];
  }
  for (let at = place; ; at = dirname(at)) {
    const marked = markIn(at);
    if (marked !== undefined) return marked;
    if (at === dirname(at)) return null;
  }
}

function markIn(folder: string): string | undefined {
  // The home folder holds a `.dropbox` of the program itself, which says nothing about what is in it.
  if (isHome(folder)) return undefined;
  const names = namesIn(folder);
  return serviceMarks.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
}

const isHome = (folder: string): boolean =>
  namesIn(join(folder, '.dropbox')).some((name) => name.startsWith('instance'));

function namesIn(folder: string): readonly string[] {
  try {
    return statSync(folder).isDirectory() ? readdirSync(folder) : [];
  } catch {
    return [];
  }
}
