import { diariumEntry, type DiariumParts } from './diariumEntry';
import { readDiariumDatabase } from './diariumDatabase';
import { filesByBase } from './filesByBase';
import { pictureIdOf, type ForeignFiles } from './foreignFiles';
import {
  ForeignNotReadable,
  type Assumption,
  type ForeignJournal,
  type ForeignPicture,
  type RefusedPart,
} from './foreignJournal';
import { maybe, parseJson, partsOf, readText, said, startOfText } from './foreignText';
import { giveEntries } from './giveEntries';
import type { PictureAt } from './pictureAt';
import type { JournalReader, ReadOptions } from './journalReaders';
import { isDatabase } from '../strangerDatabase';
import { z } from 'zod';

const beginning = 64 * 1024;
const longestFile = 128 * 2 ** 20;

const entrySchema = z.object({
  date: z.string(),
  heading: maybe(z.string()),
  html: maybe(z.string()),
  rating: maybe(z.number()),
  tags: partsOf(said),
  people: partsOf(said),
  tracker: partsOf(said),
  location: z.unknown().optional(),
  weather: z.unknown().optional(),
});

const isJson = (name: string): boolean => /\.json$/i.test(name);
const isMedium = (name: string): boolean =>
  /\.(?:jpe?g|png|webp|gif|heic|heif|bmp|avif|mp3|m4a|aac|ogg|wav|wma|3gp|mp4|m4v|mov|avi|wmv|webm|pdf|docx?)$/i.test(
    name,
  );

/** The date without a zone, with seven digits or fewer behind the seconds, is theirs alone. */
const isEntryStart = (start: string): boolean =>
  /^\uFEFF?\s*[[{]/.test(start) &&
  /"date"\s*:\s*"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?"/.test(start) &&
  /"(?:html|heading)"\s*:/.test(start);

/** Among the first few: other files may lie beside them. */
async function hasEntries(files: ForeignFiles): Promise<boolean> {
  const names = files.kind === 'file' ? files.names() : files.names().filter(isJson);
  for (const name of names.slice(0, 5))
    if (isEntryStart(await startOfText(files, name, beginning))) return true;
  return false;
}

async function databaseIn(files: ForeignFiles): Promise<string | undefined> {
  const names =
    files.kind === 'file'
      ? files.names()
      : files.names().filter((name) => /(?<!health_connect_export)\.(?:db|diary|bak)$/i.test(name));
  for (const name of names.slice(0, 5)) if (isDatabase(await files.start(name, 16))) return name;
  return undefined;
}

/** Diarium: a list in one file, a file for each entry beside their pictures, or the database itself. */
export const diarium: JournalReader = {
  source: 'diarium',
  recognises: async (files) => {
    if (await hasEntries(files)) return true;
    const database = await databaseIn(files);
    return database !== undefined && readDiariumDatabase(await files.read(database)) !== null;
  },
  read: async (files, { report, take }): Promise<ForeignJournal> => {
    const database = await databaseIn(files);
    const found = database === undefined ? null : readDiariumDatabase(await files.read(database));
    if (found !== null) return found;
    const names = files.kind === 'file' ? files.names() : files.names().filter(isJson);
    const reading = createReading(files, report, take);
    for (const [index, name] of names.entries()) {
      if (names.length > 1) report(index, names.length);
      await reading.read(name);
    }
    return reading.finish();
  },
};

interface Reading {
  /** All of them, not the first alone. */
  readonly read: (name: string) => Promise<void>;
  readonly finish: () => ForeignJournal;
}

function createReading(
  files: ForeignFiles,
  report: ReadOptions['report'],
  take: ReadOptions['take'],
): Reading {
  const byBase = filesByBase(files);
  const assumed = new Set<Assumption>(['home-zone']);
  const given = giveEntries('diarium', take);
  const refused: RefusedPart[] = [];
  const used = new Set<string>();

  const picturesIn = async (html: string): Promise<readonly ForeignPicture[]> => {
    const pictures: ForeignPicture[] = [];
    for (const [, address = ''] of html.matchAll(/<img\s[^>]*?src\s*=\s*["']([^"']{1,2000})["']/gi)) {
      const name = nameOf(byBase, address);
      const id = name === null ? null : await pictureIdOf(files, name);
      if (name !== null && id !== null) pictures.push({ id, name, altText: '' });
    }
    return pictures;
  };

  const readOne = async (
    value: unknown,
    place: { readonly file: string | null; readonly line: number | null },
  ) => {
    const read = entrySchema.safeParse(value);
    if (!read.success) {
      refused.push({ ...place, reason: 'not-valid' });
      return;
    }
    const { date, heading, html, rating, tags, people, tracker, location, weather } = read.data;
    if (Boolean(location) || Boolean(weather)) assumed.add('place-and-weather');
    const pictures = await picturesIn(html ?? '');
    for (const { name } of pictures) used.add(name);
    const pictureAt: PictureAt = (address) => {
      const name = nameOf(byBase, address);
      return pictures.find((picture) => picture.name === name) ?? null;
    };
    const parts: DiariumParts = {
      date,
      heading: heading ?? '',
      html: html ?? '',
      rating: rating ?? 0,
      tags,
      people,
      trackers: tracker,
      pictures,
      pictureAt,
      place,
    };
    const entry = diariumEntry(parts);
    if (entry === null) refused.push({ ...place, reason: 'date-unclear' });
    else await given.add(entry);
    if (entry !== null && entry.checkIn !== null) assumed.add('mood-scale');
  };

  return {
    read: async (name) => {
      const file = files.kind === 'file' ? null : name;
      let json: unknown;
      try {
        json = parseJson((await readText(files, name, assumed, longestFile)).replace(/^\uFEFF/, ''));
      } catch (error) {
        if (!(error instanceof ForeignNotReadable) || files.kind === 'file') throw error;
        refused.push({ file, line: null, reason: 'not-json' });
        return;
      }
      const list = Array.isArray(json) ? json : [json];
      for (const [index, value] of list.entries()) {
        if (list.length > 1) report(index, list.length);
        await readOne(value, { file, line: list.length === 1 && file !== null ? null : index + 1 });
      }
    },
    finish: () => {
      // Whose they are stands nowhere that is known, unless the words show them.
      const beside = files.names().filter((name) => isMedium(name) && !used.has(name));
      return {
        source: 'diarium',
        entries: given.left(),
        sessions: [],
        refused: [...refused, ...beside.map((file) => ({ file, line: null, reason: 'media' as const }))],
        assumed: [...assumed],
      };
    },
  };
}

/** The file of the archive that an address ends with; null for everything that lies elsewhere. */
function nameOf(byBase: ReadonlyMap<string, string>, address: string): string | null {
  if (/^(?:https?|data|javascript):/i.test(address.trim())) return null;
  const base = address.split(/[/\\]/).at(-1) ?? '';
  return byBase.get(base) ?? null;
}
