import { createHash } from 'node:crypto';
import { createDocument, createHeading, createText } from '../../../shared/document/createDocument';
import { documentToImageIds } from '../../../shared/document/imageIds';
import type { ExportReport } from '../../../shared/domain/transfer';
import type { ImageId } from '../../../shared/id';
import type { Moment } from '../../../shared/time';
import type { ExportDisk } from '../exportDisk';
import type { ExportSource } from '../exportJournal';
import type { Pace } from '../pace';
import { writeExportFile } from '../writeExportFile';
import { createZipStream } from '../zipStream';
import { documentToDayOneText, documentToRichText, photoIdentifier, withWordsOfPictures } from './dayOneText';
import { momentToIso } from './instants';
import { notesOfEntries, type NotedEntry } from './notesOfEntries';

/** The name that Day One's own import asks for. */
const journalName = 'Journal.json';
/** The first day a zip can tell, so that the same journal gives the same bytes. */
const longAgo = new Date(1980, 0, 1);
const asText = { mtime: longAgo, mode: 0o100600, forceDosTimestamp: true, compress: true } as const;
const asPicture = { ...asText, compress: false } as const;
const noBytes = new Uint8Array();

interface Photo {
  readonly id: ImageId;
  readonly md5: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly fileSize: number;
}

/**
 * A zip that Day One takes in: entries with their text in both of its forms, tags, stars and pictures. Moods and movement, of which it knows nothing, stand below the text and among the tags. What is in
 * the bin stays out. One entry or one picture is in memory at a time.
 */
export async function writeDayOneFile(
  journal: ExportSource,
  path: string,
  disk: ExportDisk,
  pace: Pace,
): Promise<ExportReport> {
  const photos = new Map<ImageId, Photo>();
  const shown = await shownImages(journal, pace);
  for (const { id, mediaType, width, height, bytes } of journal.everything.images()) {
    if (!shown.has(id)) continue;
    const md5 = createHash('md5').update(bytes).digest('hex');
    photos.set(id, { id, md5, type: mediaType.replace('image/', ''), width, height, fileSize: bytes.length });
    await pace.pause();
  }
  const zip = createZipStream();
  zip.add(journalName, asText, () => gathered(journalText(journal, photos, pace)));
  for (const { id, md5, type } of new Map([...photos.values()].map((photo) => [photo.md5, photo])).values())
    zip.add(`photos/${md5}.${type}`, asPicture, () => [
      journal.imports.images.read(id)?.full.bytes ?? noBytes,
    ]);
  await writeExportFile(disk, path, zip.bytes(), pace);
  const { entries, checkIns, sessions } = journal.everything.counts();
  return { format: 'day-one', files: 1, entries, checkIns, sessions };
}

/** Those of the bin and of templates are nobody's who takes the zip in. */
async function shownImages({ everything }: ExportSource, pace: Pace): Promise<ReadonlySet<ImageId>> {
  const shown = new Set<ImageId>();
  for (const { binnedAt, document } of everything.entries()) {
    if (binnedAt === null) for (const id of documentToImageIds(document)) shown.add(id);
    await pace.pause();
  }
  return shown;
}

const chunkLength = 64 * 1024;

async function* gathered(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let waiting = '';
  for await (const text of texts) {
    waiting += text;
    if (waiting.length < chunkLength) continue;
    yield Buffer.from(waiting);
    waiting = '';
  }
  yield Buffer.from(waiting);
}

async function* journalText(
  journal: ExportSource,
  photos: ReadonlyMap<ImageId, Photo>,
  pace: Pace,
): AsyncGenerator<string> {
  yield '{"metadata":{"version":"1.0"},"entries":[';
  let separator = '\n';
  for await (const noted of notesOfEntries(journal, pace)) {
    yield separator + JSON.stringify(toEntry(noted, photos));
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** Day One writes whole seconds of UTC. */
const toDate = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** A zone that is nothing but an offset has a name of its own there. */
const toZone = (zone: string): string =>
  /^[+-]\d\d:\d\d$/.test(zone) ? `GMT${zone.replace(':', '')}` : zone;

const calendarDay = (moment: Pick<Moment, 'at' | 'offsetMinutes'>): string =>
  momentToIso(moment).slice(0, 10);

function toEntry(noted: NotedEntry, photos: ReadonlyMap<ImageId, Photo>): object {
  const { entry, id, at, zone, day, tags } = noted;
  const title = entry?.givenTitle ?? null;
  // Day One has no title of its own: it shows how the text begins.
  const page = withWordsOfPictures(noted.document);
  const heading = title === null ? [] : [createHeading('h1', [createText(title)])];
  const document = createDocument([...heading, ...(page.root.children ?? [])]);
  const shown = documentToImageIds(document).flatMap((imageId) => photos.get(imageId) ?? []);
  return {
    uuid: id.replaceAll('-', '').toUpperCase(),
    creationDate: toDate(at),
    modifiedDate: toDate(entry?.updatedAt ?? at),
    timeZone: toZone(zone),
    isAllDay: false,
    isPinned: false,
    starred: entry?.isStarred === true,
    text: documentToDayOneText(document),
    richText: documentToRichText(document, id),
    tags,
    duration: 0,
    ...(shown.length === 0 ? {} : { photos: shown.map(toPhoto) }),
    footnote: entry === null ? { notesOf: id } : toOwnPart(noted, title, day, entry.tags),
  };
}

const toPhoto = ({ id, ...photo }: Photo, orderInEntry: number): object => ({
  identifier: photoIdentifier(id),
  ...photo,
  orderInEntry,
  isSketch: false,
  favorite: false,
});

/** What Day One passes over, and this program understands when the file comes back. */
function toOwnPart(noted: NotedEntry, title: string | null, day: string, tags: readonly string[]): object {
  const notedTags = noted.tags.filter((tag) => !tags.includes(tag));
  return {
    id: noted.id,
    ...(day === calendarDay(noted) ? {} : { day }),
    ...(title === null ? {} : { title }),
    ...(notedTags.length === 0 ? {} : { notedTags }),
  };
}
