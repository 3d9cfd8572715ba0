import { z } from 'zod';
import { createImage } from '../../../../shared/document/image';
import { faceToValence } from './fiveFaces';
import { isFeelingGroup, moodToFace } from './dailyWords';
import { createMomentNames, daylioToEntry, daylioToSessions, type DaylioMoment } from './daylioPage';
import { filesByBase } from './filesByBase';
import { pictureIdOf, type ForeignFiles } from './foreignFiles';
import {
  ForeignNotReadable,
  type ForeignJournal,
  type ForeignPicture,
  type RefusedPart,
} from './foreignJournal';
import { maybe, parseJson, partsOf } from './foreignText';
import type { ReadOptions } from './journalReaders';

/** Bytes of the coded list of everything. */
const longestBackup = 128 * 2 ** 20;

const idSchema = z.union([z.number(), z.string()]).transform(String);
const entrySchema = z.object({
  id: idSchema,
  year: maybe(z.number()),
  /** From 0. */
  month: maybe(z.number()),
  day: maybe(z.number()),
  hour: maybe(z.number()),
  minute: maybe(z.number()),
  datetime: maybe(z.number()),
  timeZoneOffset: maybe(z.number()),
  mood: maybe(idSchema),
  note_title: maybe(z.string()),
  note: maybe(z.string()),
  tags: partsOf(idSchema),
  assets: partsOf(idSchema),
  isFavorite: maybe(z.boolean()),
});
type BackupEntry = z.infer<typeof entrySchema>;

/** Of everything in it, settings and the pin among them, these alone are read. */
const backupSchema = z.object({
  dayEntries: z.array(z.unknown()),
  customMoods: partsOf(
    z.object({
      id: idSchema,
      custom_name: maybe(z.string()),
      mood_group_id: maybe(z.number()),
      predefined_name_id: maybe(z.number()),
    }),
  ),
  tags: partsOf(z.object({ id: idSchema, name: z.string(), id_tag_group: maybe(idSchema) })),
  tag_groups: partsOf(z.object({ id: idSchema, name: maybe(z.string()) })),
  assets: partsOf(z.object({ id: idSchema, checksum: maybe(z.string()), type: maybe(z.number()) })),
});
type Backup = z.infer<typeof backupSchema>;

/** The list in a `.daylio`: JSON behind base64, in lines or not. */
export async function readDaylioBackup(
  files: ForeignFiles,
  name: string,
  report: ReadOptions['report'],
): Promise<ForeignJournal> {
  const coded = (await files.read(name, longestBackup)).toString('latin1');
  if (!/^[A-Za-z0-9+/=\s]*$/.test(coded)) throw new ForeignNotReadable('not coded as it should be');
  const text = new TextDecoder().decode(Buffer.from(coded, 'base64'));
  const backup = backupSchema.safeParse(parseJson(text));
  if (!backup.success) throw new ForeignNotReadable('not a backup');
  const refused: RefusedPart[] = [];
  const moments: DaylioMoment[] = [];
  const nameOf = createMomentNames();
  const around = toSurroundings(backup.data, filesByBase(files));
  for (const [index, one] of backup.data.dayEntries.entries()) {
    report(index, backup.data.dayEntries.length);
    const place = { file: null, line: index + 1 };
    const entry = entrySchema.safeParse(one);
    const when = entry.success ? momentOf(entry.data) : null;
    if (!entry.success || when === null)
      refused.push({ ...place, reason: entry.success ? 'date-unclear' : 'not-valid' });
    else {
      if (isUnnamed(entry.data, around)) refused.push({ ...place, reason: 'no-id' });
      const pictures = await picturesOf(entry.data, around, files, (reason) =>
        refused.push({ ...place, reason }),
      );
      const { time, ...placed } = when;
      const named = { ...placed, sourceId: nameOf(placed.day, time) };
      moments.push(toMoment(entry.data, named, around, pictures, place));
    }
  }
  return {
    source: 'daylio',
    entries: moments.map(daylioToEntry),
    sessions: moments.flatMap(daylioToSessions),
    refused,
    assumed: [
      ...(moments.some(({ written }) => written.is === 'wall' || written.offsetMinutes === null)
        ? (['home-zone'] as const)
        : []),
      ...(moments.some(({ valence, moodWord }) => valence === null && moodWord !== null)
        ? (['mood-words'] as const)
        : []),
    ],
  };
}

interface Surroundings {
  readonly moods: ReadonlyMap<string, Backup['customMoods'][number]>;
  readonly activities: ReadonlyMap<string, { readonly name: string; readonly isFeeling: boolean }>;
  readonly assets: ReadonlyMap<string, Backup['assets'][number]>;
  readonly byBase: ReadonlyMap<string, string>;
}

function toSurroundings(
  { customMoods, tags, tag_groups: groups, assets }: Backup,
  byBase: Surroundings['byBase'],
): Surroundings {
  const feelingGroups = new Set(groups.filter(({ name }) => isFeelingGroup(name ?? '')).map(({ id }) => id));
  return {
    moods: new Map(customMoods.map((mood) => [mood.id, mood])),
    activities: new Map(
      tags.map(({ id, name, id_tag_group: group }) => [
        id,
        { name, isFeeling: group !== null && group !== undefined && feelingGroups.has(group) },
      ]),
    ),
    assets: new Map(assets.map((asset) => [asset.id, asset])),
    byBase,
  };
}

/** A mood or an activity is named that is nowhere in the file. */
const isUnnamed = ({ mood, tags }: BackupEntry, { moods, activities }: Surroundings): boolean =>
  (mood !== null && !moods.has(mood)) || tags.some((id) => !activities.has(id));

interface PlacedMoment extends Pick<DaylioMoment, 'written' | 'day'> {
  readonly time: string | null;
}

const two = (part: number): string => String(part).padStart(2, '0');

const minute = 60_000;
const furthestOffset = 18 * 60;

/**
 * The instant with the clock of the place where it is told, else what the calendar and the clock said. Moments from before Daylio kept the place have an offset of 0 wherever they were, and some no
 * clock: what it shows are the day and the clock, so these are right.
 */
function momentOf(entry: BackupEntry): PlacedMoment | null {
  const { datetime: at, timeZoneOffset: told } = entry;
  const wall = wallOf(entry);
  if (typeof at !== 'number' || typeof told !== 'number' || Math.abs(told) > furthestOffset * minute)
    return wall === null ? null : { written: { is: 'wall', ...wall }, ...wall };
  const clock = clockAt(at + told);
  if (clock === null) return null;
  if (wall?.time === null && told === 0) return placed(at, null, { ...clock, day: wall.day });
  const isTimed = wall !== null && wall.time !== null;
  if (!isTimed || isSame({ day: wall.day, time: wall.time }, clock))
    return placed(at, Math.round(told / minute), clock);
  const offsetMinutes = Math.round((Date.parse(`${wall.day}T${wall.time}Z`) - at + minute / 2) / minute);
  const isPlace = offsetMinutes % 15 === 0 && Math.abs(offsetMinutes) <= furthestOffset;
  return isPlace
    ? placed(at, offsetMinutes, { day: wall.day, time: wall.time })
    : { written: { is: 'wall', ...wall }, ...wall };
}

interface WallClock {
  readonly day: string;
  readonly time: string;
}

const placed = (at: number, offsetMinutes: number | null, clock: WallClock): PlacedMoment => ({
  written: {
    is: 'instant',
    at,
    zone: null,
    offsetMinutes,
    ...(offsetMinutes === null ? { day: clock.day } : {}),
    clock,
  },
  ...clock,
});

/** As the entry shows it; without a time where its clock was not kept. */
function wallOf({ year, month, day, hour, minute: minutes }: BackupEntry): {
  readonly day: string;
  readonly time: string | null;
} | null {
  if (typeof year !== 'number' || typeof month !== 'number' || typeof day !== 'number') return null;
  const isTold = typeof hour === 'number' && hour >= 0;
  return {
    day: `${year}-${two(month + 1)}-${two(day)}`,
    time: isTold ? `${two(hour)}:${two(Math.max(0, minutes ?? 0))}` : null,
  };
}

function clockAt(local: number): WallClock | null {
  const date = new Date(local);
  if (Number.isNaN(date.getTime())) return null;
  return { day: date.toISOString().slice(0, 10), time: date.toISOString().slice(11, 16) };
}

const isSame = (one: WallClock, other: WallClock): boolean =>
  one.day === other.day && one.time === other.time;

/** `checksum` is the name of the file, and nothing else that can be checked. */
async function picturesOf(
  { assets }: BackupEntry,
  around: Surroundings,
  files: ForeignFiles,
  refuse: (reason: 'media' | 'picture-missing') => void,
): Promise<readonly ForeignPicture[]> {
  const pictures: ForeignPicture[] = [];
  for (const id of assets) {
    const { checksum, type } = around.assets.get(id) ?? {};
    const name = typeof checksum === 'string' && checksum !== '' ? around.byBase.get(checksum) : undefined;
    const picture = name === undefined ? null : await pictureIdOf(files, name);
    if (typeof type === 'number' && type !== 1) refuse('media');
    else if (name === undefined || picture === null) refuse('picture-missing');
    else pictures.push({ id: picture, name, altText: '' });
  }
  return pictures;
}

function toMoment(
  entry: BackupEntry,
  when: Pick<DaylioMoment, 'sourceId' | 'written' | 'day'>,
  { moods, activities }: Surroundings,
  pictures: readonly ForeignPicture[],
  place: DaylioMoment['place'],
): DaylioMoment {
  const mood = moods.get(entry.mood ?? '');
  const word = mood?.custom_name?.trim() ?? '';
  // Theirs runs from 1, the best, to 5.
  // Old backups know no groups; the five moods that are there from the beginning are numbered the same way.
  const group = mood?.mood_group_id ?? mood?.predefined_name_id ?? null;
  const valence = group === null ? null : faceToValence(6 - group);
  return {
    ...when,
    valence,
    moodWord: word === '' || (valence !== null && moodToFace(word) !== null) ? null : word,
    activities: entry.tags.flatMap((id) => activities.get(id) ?? []),
    title: entry.note_title ?? '',
    note: entry.note ?? '',
    more: [],
    pictures,
    pictureNodes: pictures.map(({ id }) => createImage({ id, alt: '', width: 1, height: 1, shown: 'page' })),
    isStarred: entry.isFavorite ?? false,
    place,
  };
}
