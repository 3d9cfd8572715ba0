import { z } from 'zod';
import { markdownToDocument } from '../../../../shared/document/markdown';
import type { JournalDocument } from '../../../../shared/document/schema';
import type { ForeignFiles } from './foreignFiles';
import {
  ForeignNotReadable,
  ForeignSealed,
  type Assumption,
  type ForeignEntry,
  type ForeignJournal,
  type RefusedPart,
} from './foreignJournal';
import { isoToInstant, maybe, parseJson, readText, startOfText } from './foreignText';
import { htmlToDocument } from './htmlToDocument';
import { isLockedMiniDiary, unlockMiniDiary } from './miniDiaryLocked';
import type { JournalReader } from './journalReaders';

const beginning = 4096;
const longestFile = 128 * 2 ** 20;

const metadataSchema = z.object({ application: maybe(z.string()), version: maybe(z.string()) });
/** Entries by their day, in Markdown. */
const diarySchema = z.object({ metadata: metadataSchema, entries: z.record(z.string(), z.unknown()) });
/** The same ending and almost the same name, and a list of entries in HTML. */
const diariumSchema = z.object({ metadata: metadataSchema, entries: z.array(z.unknown()) });

const entrySchema = z.object({
  id: maybe(z.union([z.number(), z.string()]).transform(String)),
  date: maybe(z.string()),
  title: maybe(z.string()),
  text: maybe(z.string()),
  dateUpdated: maybe(z.string()),
});

async function filesOf(files: ForeignFiles): Promise<readonly string[]> {
  const found: string[] = [];
  const names = files.kind === 'file' ? files.names() : files.names().filter((name) => /\.json$/i.test(name));
  for (const name of names.slice(0, 20)) {
    const start = await startOfText(files, name, beginning);
    // The metadata stands first, and names the program.
    if (/^\uFEFF?\s*\{\s*"metadata"\s*:\s*\{[^{}]*"application"\s*:\s*"Mini ?Diar(?:y|ium)"/i.test(start))
      found.push(name);
  }
  return found;
}

/** The file that Mini Diary itself writes into, alone or in its folder. */
async function lockedFileOf(files: ForeignFiles): Promise<string | null> {
  for (const name of files
    .names()
    .filter((each) => /\.txt$/i.test(each))
    .slice(0, 20))
    if (isLockedMiniDiary(name, files.sizeOf(name), await files.start(name, 64))) return name;
  return null;
}

async function textOf(
  files: ForeignFiles,
  assumed: Set<Assumption>,
  passphrase: Uint8Array | undefined,
): Promise<string> {
  const [name, ...others] = await filesOf(files);
  // Each is the whole diary as it was on a day.
  if (others.length > 0) assumed.add('side-files');
  if (name !== undefined) return readText(files, name, assumed, longestFile);
  const locked = await lockedFileOf(files);
  if (locked === null) throw new ForeignNotReadable('no diary in it');
  if (passphrase === undefined) throw new ForeignSealed();
  return unlockMiniDiary(await files.read(locked, longestFile), passphrase).toString('utf8');
}

/** Mini Diary, and Mini Diarium after it: one file of JSON, a page a day or more; of Mini Diary also the locked one it keeps itself. */
export const miniDiary: JournalReader = {
  source: 'mini-diary',
  recognises: async (files) => (await filesOf(files)).length > 0 || (await lockedFileOf(files)) !== null,
  read: async (files, { passphrase }): Promise<ForeignJournal> => {
    const assumed = new Set<Assumption>();
    const json = parseJson((await textOf(files, assumed, passphrase)).replace(/^\uFEFF/, ''));
    const diarium = diariumSchema.safeParse(json);
    if (diarium.success) return { ...readDiarium(diarium.data.entries), assumed: [...assumed] };
    const diary = diarySchema.safeParse(json);
    if (!diary.success) throw new ForeignNotReadable('no diary in it');
    return { ...readDiary(diary.data), assumed: [...assumed] };
  },
};

type Read = Omit<ForeignJournal, 'assumed'>;

function readDiary({ metadata, entries }: z.infer<typeof diarySchema>): Read {
  const toPage = isMarkdown(metadata.version ?? '') ? markdownToDocument : plainMarkdownToDocument;
  const list = Object.entries(entries).map(([day, entry]): unknown =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? { ...entry, date: day, id: day }
      : entry,
  );
  return { source: 'mini-diary', ...readEntries(list, toPage) };
}

/** Since 2.0.0, whether or not there is a "v" before it. */
const isMarkdown = (version: string): boolean => Number(/^v?(\d+)/.exec(version.trim())?.[1] ?? 2) >= 2;

/** Before that every line was a line. */
const plainMarkdownToDocument = (text: string): JournalDocument =>
  markdownToDocument(text.replaceAll(/\r\n?/g, '\n').replaceAll('\n', '\n\n'));

const readDiarium = (entries: readonly unknown[]): Read => ({
  source: 'mini-diarium',
  ...readEntries(entries, (text) => htmlToDocument(text)),
});

function readEntries(
  list: readonly unknown[],
  toPage: (text: string) => JournalDocument,
): Pick<Read, 'entries' | 'sessions' | 'refused'> {
  const entries: ForeignEntry[] = [];
  const refused: RefusedPart[] = [];
  for (const [index, one] of list.entries()) {
    const place = { file: null, line: index + 1 };
    const read = entrySchema.safeParse(one);
    const day = read.success ? (read.data.date ?? '') : '';
    if (!read.success) refused.push({ ...place, reason: 'not-valid' });
    else if (!/^\d{4}-\d\d-\d\d$/.test(day)) refused.push({ ...place, reason: 'date-unclear' });
    else {
      const { id, title, text, dateUpdated } = read.data;
      entries.push({
        sourceId: id ?? null,
        written: { is: 'wall', day, time: null },
        modifiedAt: textToInstant(dateUpdated ?? ''),
        title: title === null || title === undefined || title.trim() === '' ? null : title,
        document: toPage(text ?? ''),
        pictures: [],
        tags: [],
        isStarred: false,
        checkIn: null,
        place,
      });
    }
  }
  return { entries, sessions: [], refused };
}

/** "Thu Jan 03 2019 00:00:00 GMT-0800 (Pacific Standard Time)", whose name of a zone may be in any language; or ISO 8601. */
function textToInstant(text: string): number | null {
  const iso = isoToInstant(text);
  if (iso !== null) return iso;
  const bare = /^\w{3} (\w{3} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4})/.exec(text.trim())?.[1];
  const at = bare === undefined ? Number.NaN : Date.parse(bare);
  return Number.isNaN(at) ? null : at;
}
