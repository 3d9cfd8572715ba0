import { join } from 'node:path';
import { stringify } from 'yaml';
import { documentToMarkdown } from '../../../shared/document/markdown';
import { countWords } from '../../../shared/document/countWords';
import {
  documentToOwnText,
  documentToPromptIds,
  textToTitleAndExcerpt,
} from '../../../shared/document/plainText';
import type { Entry } from '../../../shared/domain/entry';
import { imageFileName } from '../../../shared/domain/image';
import type { ExportReport } from '../../../shared/domain/transfer';
import type { ImageId } from '../../../shared/id';
import type { ExportDisk } from '../exportDisk';
import type { ExportSource } from '../exportJournal';
import type { Pace } from '../pace';
import { writeExportFile } from '../writeExportFile';
import { writeCsvFolder } from './csv';
import { instantToIso, momentToIso } from './instants';
import { markdownReadMe } from './markdownReadMe';
import { shelfToMarkdown } from './markdownShelf';

/**
 * One Markdown file an entry, in a folder a year, one for what the person has in the library, and two tables for check-ins
 * and movement. File names hold the date and the time and never a word of the entry: names end up in lists of recent files.
 * Pictures lie in a folder of their own, named by their ids, and the entries lead to them.
 */
export async function writeMarkdownFolder(
  journal: ExportSource,
  folder: string,
  disk: ExportDisk,
  pace: Pace,
): Promise<ExportReport> {
  const { everything } = journal;
  const pictures = await writePictures(everything.images(), join(folder, pictureFolder), disk, pace);
  const made = new Set<string>();
  const { entries, binned, checkIns, sessions } = everything.counts();
  const total = entries + binned;
  let files = 0;
  for (const entry of everything.entries()) {
    const wall = momentToIso(entry);
    const year = join(folder, entry.binnedAt === null ? 'entries' : 'bin', wall.slice(0, 4));
    if (!made.has(year)) disk.makeFolder(year);
    made.add(year);
    await writeExportFile(
      disk,
      freePath(disk, year, wall, entry.id),
      [entryToMarkdownFile(entry, pictures)],
      pace,
    );
    files += 1;
    pace.note(files, total);
  }
  const shelf = shelfToMarkdown(journal);
  if (shelf !== null) {
    await writeExportFile(disk, join(folder, 'library.md'), [shelf], pace);
    files += 1;
  }
  const tables = await writeCsvFolder(journal, folder, disk, pace, {});
  await writeExportFile(
    disk,
    join(folder, 'README.md'),
    [markdownReadMe(journal.name, everything.counts(), pictures.size)],
    pace,
  );
  return {
    format: 'markdown',
    files: files + pictures.size + tables.files + 1,
    entries: entries + binned,
    checkIns,
    sessions,
  };
}

/** "2026-03-10-0740-9f3c1a2b.md", or with the whole id when that is taken. */
function freePath(disk: ExportDisk, folder: string, wall: string, id: string): string {
  const time = `${wall.slice(0, 10)}-${wall.slice(11, 13)}${wall.slice(14, 16)}`;
  const path = join(folder, `${time}-${id.slice(-8)}.md`);
  return disk.look(path) === 'nothing' ? path : join(folder, `${time}-${id}.md`);
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

/** Front matter in YAML 1.2 between two lines of dashes, then the text. */
function entryToMarkdownFile(entry: Entry, pictures: ReadonlyMap<ImageId, string>): string {
  const own = documentToOwnText(entry.document);
  const facts = {
    id: entry.id,
    day: entry.day,
    written: momentToIso(entry),
    zone: entry.zone,
    title: entry.givenTitle ?? textToTitleAndExcerpt(own).title,
    ...(entry.isStarred ? { starred: true } : {}),
    ...(entry.tags.length > 0 ? { tags: entry.tags } : {}),
    prompts: documentToPromptIds(entry.document),
    words: countWords(own),
    revision: entry.revision,
    created: instantToIso(entry.createdAt),
    updated: instantToIso(entry.updatedAt),
    ...(entry.binnedAt === null ? {} : { binned: instantToIso(entry.binnedAt) }),
  };
  const body = documentToMarkdown(entry.document, (id) => {
    const name = pictures.get(id);
    return name === undefined ? `image:${id}` : `../../${pictureFolder}/${name}`;
  }).trimEnd();
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${body}\n`;
}
