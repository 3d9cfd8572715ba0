import { z } from 'zod';
import {
  createDocument,
  createParagraph,
  createText,
  marks,
} from '../../../../shared/document/createDocument';
import { createImage } from '../../../../shared/document/image';
import { documentToImageIds } from '../../../../shared/document/imageIds';
import type { JournalDocument } from '../../../../shared/document/schema';
import { pictureIdOf, type ForeignFiles } from './foreignFiles';
import {
  ForeignNotReadable,
  type Assumption,
  type ForeignEntry,
  type ForeignJournal,
  type ForeignPicture,
  type RefusedPart,
} from './foreignJournal';
import { maybe, parseJson, partsOf, readText, said, startOfText } from './foreignText';
import { giveEntries } from './giveEntries';
import { htmlToDocument } from './htmlToDocument';
import type { PictureAt } from './pictureAt';
import { lineBelow } from './plainToDocument';
import type { JournalReader } from './journalReaders';
import { markdownWithPictures } from './markdownWithPictures';

const entrySchema = z.object({
  id: maybe(z.string()),
  date_journal: maybe(z.number()),
  date_modified: maybe(z.number()),
  text: maybe(z.string()),
  preview_text: maybe(z.string()),
  timezone: maybe(z.string()),
  tags: partsOf(said),
  photos: partsOf(said),
  favourite: maybe(z.boolean()),
  favorite: maybe(z.boolean()),
  mood: maybe(z.number()),
  address: maybe(z.string()),
  lat: maybe(z.number()),
  weather: maybe(z.object({ description: maybe(z.string()), degree_c: maybe(z.number()) })),
  music_title: maybe(z.string()),
  music_artist: maybe(z.string()),
});
type JourneyEntry = z.infer<typeof entrySchema>;

const beginning = 64 * 1024;
const longestEntry = 32 * 2 ** 20;
const pictureEndings = /\.(?:jpe?g|png|webp|gif|heic|heif|bmp|avif)$/i;

const recordingEndings = /\.(?:mp3|m4a|aac|ogg|wav|3gp|mp4|m4v|mov|webm|pdf)$/i;

const entryNames = (files: ForeignFiles): readonly string[] =>
  files.names().filter((name) => /\.json$/i.test(name) || files.kind === 'file');

async function isJourney(files: ForeignFiles, name: string): Promise<boolean> {
  const start = await startOfText(files, name, beginning);
  return /^\s*\{/.test(start) && /"date_journal"\s*:/.test(start);
}

/** A file that ended before it said what it is. What is whole and says something else is none of ours. */
async function isCutShort(files: ForeignFiles, name: string): Promise<boolean> {
  return jsonOrNull(await startOfText(files, name, beginning)) === null;
}

/** Journey's zip, or the folder it was unpacked to: one file an entry, its pictures beside it. */
export const journey: JournalReader = {
  source: 'journey',
  recognises: async (files) => {
    for (const name of entryNames(files).slice(0, 20)) if (await isJourney(files, name)) return true;
    return false;
  },
  read: async (files, { report, take }): Promise<ForeignJournal> => {
    const assumed = new Set<Assumption>();
    const refused: RefusedPart[] = [];
    const given = giveEntries('journey', take);
    let count = 0;
    const used = new Set<string>();
    const names = entryNames(files);
    for (const [index, name] of names.entries()) {
      report(index, names.length);
      const where = { file: name, line: null };
      const isShort = files.sizeOf(name) <= beginning;
      if (isShort && !(await isJourney(files, name))) {
        if (await isCutShort(files, name)) refused.push({ ...where, reason: 'not-json' });
        continue;
      }
      const json = jsonOrNull(await readText(files, name, assumed, longestEntry));
      // The date can stand behind a text of any length.
      if (!isShort && json !== null && !isOfJourney(json)) continue;
      const entry = entrySchema.safeParse(json);
      const at = entry.success ? toInstant(entry.data.date_journal) : null;
      if (!entry.success) refused.push({ ...where, reason: 'not-json' });
      else if (at === null) refused.push({ ...where, reason: 'date-unclear' });
      else {
        await given.add(await toEntry(files, name, entry.data, at, { refused, assumed, used }));
        count += 1;
      }
    }
    if (count === 0 && refused.length === 0) throw new ForeignNotReadable('no entry in it');
    // Pictures and recordings of entries that are not there belong to nothing.
    for (const name of files.kind === 'file' ? [] : files.names())
      if (!used.has(name) && (pictureEndings.test(name) || recordingEndings.test(name)))
        refused.push({ file: name, line: null, reason: pictureEndings.test(name) ? 'no-id' : 'media' });
    return { source: 'journey', entries: given.left(), sessions: [], refused, assumed: [...assumed] };
  },
};

const isOfJourney = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'date_journal' in json;

function jsonOrNull(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof ForeignNotReadable) return null;
    throw error;
  }
}

/** Milliseconds; very old files have seconds, which would all lie in January 1970. */
const earliestMs = 1e10;
/** Journey writes the largest number there is for "none". */
const largest = 1e15;

function toInstant(number: number | null): number | null {
  if (number === null || !Number.isFinite(number) || Math.abs(number) > largest || number === 0) return null;
  return Math.round(Math.abs(number) < earliestMs ? number * 1000 : number);
}

interface Around {
  readonly refused: RefusedPart[];
  readonly assumed: Set<Assumption>;
  readonly used: Set<string>;
}

async function toEntry(
  files: ForeignFiles,
  name: string,
  entry: JourneyEntry,
  at: number,
  { refused, assumed, used }: Around,
): Promise<ForeignEntry> {
  const zone = entry.timezone === '' ? null : entry.timezone;
  if (zone === null) assumed.add('home-zone');
  if (hasPlace(entry)) assumed.add('place-and-weather');
  if (moodOf(entry) !== null) assumed.add('mood-scale');
  const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/') + 1) : '';
  const pictures: ForeignPicture[] = [];
  for (const photo of entry.photos) {
    const file = files.find(`${folder}${photo}`) ?? files.find(photo);
    if (file !== null) used.add(file);
    const isPicture = pictureEndings.test(photo);
    const id = file === null || !isPicture ? null : await pictureIdOf(files, file);
    if (file !== null && id !== null) pictures.push({ id, name: file, altText: '' });
    else refused.push({ file: photo, line: null, reason: isPicture ? 'picture-missing' : 'media' });
  }
  return {
    sourceId: entry.id ?? name,
    written: { is: 'instant', at, zone, offsetMinutes: null },
    modifiedAt: toInstant(entry.date_modified),
    title: null,
    document: toPage(entry, pictures),
    pictures,
    tags: entry.tags,
    isStarred: entry.favourite === true || entry.favorite === true,
    checkIn: moodOf(entry),
    place: { file: name, line: null },
  };
}

function hasPlace({ address, lat, weather }: JourneyEntry): boolean {
  const isDegree = weather !== null && Math.abs(weather.degree_c ?? largest) < 1000;
  return (address ?? '') !== '' || (lat !== null && Math.abs(lat) <= 90) || isDegree;
}

/** From 1 to 5 as Journey's faces stand, the middle one neutral. What is on another scale is not guessed, and stands below the words. */
const moods: Readonly<Record<number, number>> = { 1: -1, 2: -2 / 3, 3: 0, 4: 2 / 3, 5: 1 };

function moodOf({ mood }: JourneyEntry): ForeignEntry['checkIn'] {
  const valence = moods[mood ?? 0];
  return valence === undefined ? null : { valence, energy: null, feelings: [], note: null };
}

/** Newer files are HTML, older ones Markdown. */
const isHtml = (text: string): boolean =>
  /<\/(?:p|div|h[1-6]|ul|ol|blockquote|span|strong|em|b|i)>|<br\s*\/?>/i.test(text);

function toPage(entry: JourneyEntry, pictures: readonly ForeignPicture[]): JournalDocument {
  const text = entry.text ?? entry.preview_text ?? '';
  const at: PictureAt = (address) =>
    pictures.find(({ name }) => name === address || name.endsWith(`/${address.replace(/^\.\//, '')}`)) ??
    null;
  const page = isHtml(text) ? htmlToDocument(text, at) : markdownWithPictures(text, at);
  const mood = entry.mood ?? 0;
  const there = new Set<string>(documentToImageIds(page));
  const left = pictures.filter(({ id }) => !there.has(id));
  const music = [entry.music_title, entry.music_artist].filter((part) => part !== null && part.trim() !== '');
  return createDocument([
    ...(page.root.children ?? []),
    ...left.map(({ id, altText }) => createImage({ id, alt: altText, width: 1, height: 1, shown: 'page' })),
    ...(music.length === 0 ? [] : [createParagraph([createText(music.join(', '), marks.italic)])]),
    ...(mood === 0 || moodOf(entry) !== null ? [] : lineBelow('Mood', [String(mood)])),
  ]);
}
