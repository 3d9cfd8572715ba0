import { join } from 'node:path';
import { createDocument, createHeading, createText } from '../../../shared/document/createDocument';
import { documentToMarkdown } from '../../../shared/document/markdown';
import type { Entry } from '../../../shared/domain/entry';
import { imageFileName } from '../../../shared/domain/image';
import type { MovementSession } from '../../../shared/domain/movement';
import type { ExportReport } from '../../../shared/domain/transfer';
import type { ImageId } from '../../../shared/id';
import { momentToClockTime, type CivilDay } from '../../../shared/time';
import type { ExportDisk } from '../exportDisk';
import type { ExportSource } from '../exportJournal';
import type { Pace } from '../pace';
import { writeExportFile } from '../writeExportFile';
import { writeTables } from './csv';
import { gatherDays, type DayNotes } from './dayBook';
import { createDaysTable, type DaysTable } from './daysTable';
import { kindNames, type KindNames } from './exportWords';
import type { WriterOrder } from './exportWriters';
import { momentToIso } from './instants';
import { dayFacts, entryFacts, entryMark, frontMatter } from './markdownFacts';
import { markdownReadMe } from './markdownReadMe';
import { shelfToMarkdown } from './markdownShelf';

/**
 * One Markdown file an entry, or one a day, in a folder a year, one for what the person has in the library, and tables for check-ins, movement and
 * days. File names hold the date and the time and never a word of the entry: names end up in lists of recent files. So they are figures, dashes and the end of an id, which every system takes,
 * and stay what they are when a title changes. Pictures lie in a folder of their own, named by their ids, and the entries lead to them.
 */
export async function writeMarkdownFolder(
  journal: ExportSource,
  folder: string,
  disk: ExportDisk,
  pace: Pace,
  { layout = 'by-entry' }: Pick<WriterOrder, 'layout'>,
): Promise<ExportReport> {
  const { everything } = journal;
  const counts = everything.counts();
  const total = counts.entries + counts.binned;
  pace.note(0, total);
  const pictures = await writePictures(everything.images(), join(folder, pictureFolder), disk, pace);
  const made = new Set<string>();
  const days = createDaysTable(everything);
  let files = 0;
  for (const file of layout === 'by-day'
    ? byDay(journal, pictures, days)
    : byEntry(journal, pictures, days, tiedEntries(journal))) {
    const year = join(folder, ...file.folder);
    if (!made.has(year)) disk.makeFolder(year);
    made.add(year);
    await writeExportFile(disk, freePath(disk, year, file), [file.text], pace);
    files += 1;
    pace.note(file.done, total);
  }
  const shelf = shelfToMarkdown(journal);
  if (shelf !== null) {
    await writeExportFile(disk, join(folder, 'library.md'), [shelf], pace);
    files += 1;
  }
  const tables = await writeTables(journal, days, folder, disk, pace);
  await writeExportFile(
    disk,
    join(folder, 'README.md'),
    [markdownReadMe(journal.name, counts, pictures.size, layout)],
    pace,
  );
  return {
    format: 'markdown',
    files: files + pictures.size + tables + 1,
    entries: total,
    checkIns: counts.checkIns,
    sessions: counts.sessions,
  };
}

interface MarkdownFile {
  readonly folder: readonly [string, string];
  readonly name: string;
  /** For when the name is taken. */
  readonly longName: string;
  readonly text: string;
  /** Entries written when this one is. */
  readonly done: number;
}

type Pictures = ReadonlyMap<ImageId, string>;

/** Entries that are there among those that sessions name: one can be gone, or lie outside the days that are asked for. */
function tiedEntries({ everything }: ExportSource): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { entryId } of everything.sessions()) if (entryId !== null) named.add(entryId);
  return new Set([...everything.entryHeads()].map(({ id }) => id).filter((id) => named.has(id)));
}

function* byEntry(
  { everything }: ExportSource,
  pictures: Pictures,
  days: DaysTable,
  there: ReadonlySet<string>,
): Iterable<MarkdownFile> {
  const nameOf = kindNames(everything);
  const about = new Map<string, MovementSession[]>();
  for (const session of everything.sessions()) {
    if (session.entryId === null) continue;
    about.set(session.entryId, [...(about.get(session.entryId) ?? []), session]);
  }
  const book = gatherDays(everything);
  const told = new Set<CivilDay>();
  let done = 0;
  for (const entry of everything.entries()) {
    days.note(entry);
    done += 1;
    const own = about.get(entry.id) ?? [];
    const isFirst = entry.binnedAt === null && !told.has(entry.day);
    if (isFirst) told.add(entry.day);
    // Each of them stands in one file, so that whoever adds them up counts none twice.
    const { checkIns, sessions } = isFirst ? book.of(entry.day) : { checkIns: [], sessions: [] };
    const others = sessions.filter(({ entryId }) => entryId === null || !there.has(entryId));
    const notes = { checkIns, sessions: [...own, ...others] };
    yield entryFile(entry, notes, nameOf, pictures, done);
  }
}

function* byDay({ everything }: ExportSource, pictures: Pictures, days: DaysTable): Iterable<MarkdownFile> {
  const nameOf = kindNames(everything);
  const book = gatherDays(everything);
  let done = 0;
  let ofDay: Entry[] = [];
  const finish = function* (): Iterable<MarkdownFile> {
    const [first] = ofDay;
    if (first === undefined) return;
    const { day } = first;
    const facts = frontMatter(dayFacts(day, ofDay, book.of(day), nameOf));
    const entries = ofDay.map((entry) => {
      const title = entry.givenTitle === null ? '' : ` ${titleInMarkdown(entry.givenTitle)}`;
      return `${entryMark(entry)}\n\n## ${momentToClockTime(entry)}${title}\n\n${bodyOf(entry, pictures)}`;
    });
    const text = `${facts}\n${entries.join('\n')}`;
    yield { folder: ['days', day.slice(0, 4)], name: `${day}.md`, longName: `${day}.md`, text, done };
    ofDay = [];
  };
  for (const entry of everything.entries()) {
    days.note(entry);
    if (ofDay[0] !== undefined && ofDay[0].day !== entry.day) yield* finish();
    done += 1;
    if (entry.binnedAt === null) ofDay.push(entry);
    else yield entryFile(entry, { checkIns: [], sessions: [] }, nameOf, pictures, done);
  }
  yield* finish();
}

const titleInMarkdown = (title: string): string =>
  documentToMarkdown(createDocument([createHeading('h2', [createText(title)])]))
    .slice(3)
    .trim();

function entryFile(
  entry: Entry,
  notes: DayNotes,
  nameOf: KindNames,
  pictures: Pictures,
  done: number,
): MarkdownFile {
  const wall = momentToIso(entry);
  const time = `${wall.slice(0, 10)}-${wall.slice(11, 13)}${wall.slice(14, 16)}`;
  return {
    folder: [entry.binnedAt === null ? 'entries' : 'bin', wall.slice(0, 4)],
    name: `${time}-${entry.id.slice(-8)}.md`,
    longName: `${time}-${entry.id}.md`,
    text: `${frontMatter(entryFacts(entry, notes, nameOf))}\n${bodyOf(entry, pictures)}`,
    done,
  };
}

const freePath = (disk: ExportDisk, folder: string, { name, longName }: MarkdownFile): string =>
  disk.look(join(folder, name)) === 'nothing' ? join(folder, name) : join(folder, longName);

function bodyOf({ document }: Entry, pictures: Pictures): string {
  const body = documentToMarkdown(document, (id) => {
    const name = pictures.get(id);
    return name === undefined ? `image:${id}` : `../../${pictureFolder}/${name}`;
  });
  return `${body.trimEnd()}\n`;
}

const pictureFolder = 'images';

/** Answers with the name of each file. One picture at a time in memory. */
async function writePictures(
  images: ReturnType<ExportSource['everything']['images']>,
  folder: string,
  disk: ExportDisk,
  pace: Pace,
): Promise<ReadonlyMap<ImageId, string>> {
  const names = new Map<ImageId, string>();
  for (const image of images) {
    if (names.size === 0) disk.makeFolder(folder);
    const name = imageFileName(image);
    await writeExportFile(disk, join(folder, name), [image.bytes], pace);
    names.set(image.id, name);
  }
  return names;
}
