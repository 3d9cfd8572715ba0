import { createDocument } from '../../../../shared/document/createDocument';
import { createImage } from '../../../../shared/document/image';
import { documentToImageIds } from '../../../../shared/document/imageIds';
import type { DocumentNode, JournalDocument } from '../../../../shared/document/schema';
import { dayOneEntrySchema, type DayOneEntry, type DayOneMedium } from './dayOneSchema';
import { richTextToBlocks } from './dayOneRichText';
import { pictureIdOf, type ForeignFiles } from './foreignFiles';
import {
  ForeignNotReadable,
  type Assumption,
  type ForeignEntry,
  type ForeignJournal,
  type ForeignPicture,
  type RefusedPart,
} from './foreignJournal';
import { isoToInstant, startOfText } from './foreignText';
import { giveEntries } from './giveEntries';
import type { JournalReader } from './journalReaders';
import { jsonMembers } from './jsonMembers';
import { markdownWithPictures } from './markdownWithPictures';

const beginning = 256 * 1024;

/** At the root, or in the one folder that an unpacked export has become. */
const journalNames = (files: ForeignFiles): readonly string[] =>
  files.names().filter((name) => /^(?:[^/]+\/)?[^/]+\.json$/i.test(name) || files.kind === 'file');

async function isDayOne(files: ForeignFiles, name: string): Promise<boolean> {
  const start = await startOfText(files, name, beginning);
  return (
    /^\s*\{/.test(start) &&
    /"entries"\s*:\s*\[/.test(start) &&
    /"creationDate"\s*:\s*"/.test(start) &&
    /"(?:uuid|creationDevice|richText|timeZone|modifiedDate)"\s*:/.test(start)
  );
}

/** A journal in which nothing was ever written. */
const isEmptyJournal = async (files: ForeignFiles, name: string): Promise<boolean> =>
  /"entries"\s*:\s*\[\s*\]/.test(await startOfText(files, name, beginning));

/** Day One's export as JSON: a zip, the folder it was unpacked to, or one of its files. */
export const dayOne: JournalReader = {
  source: 'day-one',
  recognises: async (files) => {
    for (const name of journalNames(files).slice(0, 50)) if (await isDayOne(files, name)) return true;
    return false;
  },
  read: async (files, { report, take }): Promise<ForeignJournal> => {
    const names: string[] = [];
    const others: string[] = [];
    for (const name of journalNames(files)) {
      if (await isDayOne(files, name)) names.push(name);
      else if (!(await isEmptyJournal(files, name))) others.push(name);
    }
    if (names.length === 0) throw new ForeignNotReadable('no journal in it');
    const total = names.reduce((sum, name) => sum + files.sizeOf(name), 0);
    let done = 0;
    const assumed = new Set<Assumption>();
    const refused = others.map((file): RefusedPart => ({ file, line: null, reason: 'not-readable' }));
    const given = giveEntries('day-one', take);
    const media = createMedia(files);
    for (const name of names) {
      // Day One's journals are one here; which one it was stays as a tag.
      const journal = names.length > 1 ? name.replace(/^.*\//, '').replace(/\.json$/i, '') : null;
      const step = (bytes: number): void => report((done += bytes), total);
      for await (const { place, value } of jsonMembers(files, name, 'entries', assumed, step)) {
        const where = { file: name, line: place };
        const entry = dayOneEntrySchema.safeParse(value);
        if (!entry.success) {
          refused.push({ ...where, reason: value === undefined ? 'not-json' : 'not-valid' });
          continue;
        }
        const at = isoToInstant(entry.data.creationDate);
        if (at === null) {
          refused.push({ ...where, reason: 'date-unclear' });
          continue;
        }
        if (entry.data.location !== null || isSaid(entry.data.weather)) assumed.add('place-and-weather');
        await given.add(await toEntry(entry.data, at, { where, journal, media, refused, assumed }));
      }
    }
    return { source: 'day-one', entries: given.left(), sessions: [], refused, assumed: [...assumed] };
  },
};

type OwnPart = Extract<DayOneEntry['footnote'], { readonly id: string }>;

const isOwn = (part: DayOneEntry['footnote']): part is OwnPart => part !== null && 'id' in part;

const isSaid = (value: unknown): boolean => value !== undefined && value !== null;

interface Around {
  readonly where: { readonly file: string; readonly line: number };
  readonly journal: string | null;
  readonly media: Media;
  readonly refused: RefusedPart[];
  readonly assumed: Set<Assumption>;
}

async function toEntry(entry: DayOneEntry, at: number, around: Around): Promise<ForeignEntry> {
  const { where, journal, media, refused, assumed } = around;
  const zone = entry.timeZone ?? entry.location?.timeZoneName ?? null;
  if (zone === null) assumed.add('home-zone');
  const pictures = new Map<string, ForeignPicture>();
  for (const photo of inOrder(entry.photos)) {
    const picture = await media.pictureOf(photo);
    if (picture === null) refused.push({ ...where, reason: 'picture-missing' });
    else if (photo.identifier !== null) pictures.set(photo.identifier.toLowerCase(), picture);
    else pictures.set(picture.id, picture);
  }
  const others = [...entry.videos, ...entry.audios, ...entry.pdfAttachments];
  for (const _ of others) refused.push({ ...where, reason: 'media' });
  const own = isOwn(entry.footnote) ? entry.footnote : null;
  const { document, shown } = toPage(entry, pictures, () => refused.push({ ...where, reason: 'media' }));
  return {
    sourceId: entry.uuid?.toUpperCase() ?? null,
    ...(own === null ? {} : { ownId: own.id }),
    ...(entry.footnote !== null && 'notesOf' in entry.footnote ? { notesOf: entry.footnote.notesOf } : {}),
    written: {
      is: 'instant',
      at,
      zone,
      offsetMinutes: null,
      allDay: entry.isAllDay === true,
      ...(typeof own?.day === 'string' ? { day: own.day } : {}),
    },
    modifiedAt: isoToInstant(entry.modifiedDate),
    title: own?.title ?? null,
    document,
    pictures: shown,
    tags: [
      ...entry.tags.filter((tag) => own?.notedTags.includes(tag) !== true),
      ...(journal === null ? [] : [journal]),
    ],
    isStarred: entry.starred === true,
    checkIn: null,
    place: where,
  };
}

const inOrder = (photos: readonly DayOneMedium[]): readonly DayOneMedium[] =>
  photos.toSorted((one, other) => (one.orderInEntry ?? 0) - (other.orderInEntry ?? 0));

const toBlock = ({ id, altText }: ForeignPicture): DocumentNode =>
  createImage({ id, alt: altText, width: 1, height: 1, shown: 'page' });

/** Objects in a text that stand in a list of the entry, too, where they are counted. */
const toldElsewhere = new Set(['photo', 'video', 'audio', 'pdfAttachment', 'pdf']);

/** As the rich text has it, else the plain one; pictures that neither of them shows stand at the end, as in Day One. */
function toPage(
  entry: DayOneEntry,
  pictures: ReadonlyMap<string, ForeignPicture>,
  refuse: () => void,
): { readonly document: JournalDocument; readonly shown: readonly ForeignPicture[] } {
  const rich =
    entry.richText === null
      ? null
      : richTextToBlocks(entry.richText, ({ type, identifier }) => {
          const picture = type === 'photo' ? pictures.get((identifier ?? '').toLowerCase()) : undefined;
          // A link with its picture, a song, a place: nothing else of the entry tells of it.
          if (!toldElsewhere.has(type)) refuse();
          return picture === undefined ? null : toBlock(picture);
        });
  const blocks =
    rich !== null && (rich.length > 0 || entry.text === null)
      ? rich
      : (markdownWithPictures(cleanText(entry.text ?? ''), (address) => {
          const [, id = ''] = /^dayone-moment:\/{1,2}([0-9a-z-]+)$/i.exec(address) ?? [];
          return pictures.get(id.toLowerCase()) ?? null;
        }).root.children ?? []);
  // A title of our own stands there as a heading.
  const isTitled = isOwn(entry.footnote) && entry.footnote.title !== null;
  const kept = isTitled ? blocks.slice(1) : blocks;
  const there = new Set<string>(documentToImageIds(createDocument(kept)));
  const left = [...pictures.values()].filter(({ id }) => !there.has(id));
  const shown = new Map([...pictures.values()].map((picture) => [picture.id, picture]));
  return { document: createDocument([...kept, ...left.map(toBlock)]), shown: [...shown.values()] };
}

/** Without the marks of what is not kept, and with the words of links that only Day One follows. */
const cleanText = (text: string): string =>
  text
    .replaceAll(/!\[[^\]\n]{0,200}\]\(dayone-moment:\/{1,2}[a-z]+\/[^)\s]{1,200}\)/gi, '')
    .replaceAll(/\[([^\]\n]{1,500})\]\(dayone2?:\/\/[^)\s]{1,500}\)/gi, '$1');

interface Media {
  readonly pictureOf: (medium: DayOneMedium) => Promise<ForeignPicture | null>;
}

/** Files of pictures by their names without an ending: the hash of the bytes, or in old exports the identifier. */
function createMedia(files: ForeignFiles): Media {
  const byStem = new Map<string, string>();
  for (const name of files.names()) {
    const stem = /(?:^|\/)photos\/([^/]+?)(?:\.[^./]*)?$/i.exec(name)?.[1];
    if (stem !== undefined) byStem.set(stem.toLowerCase(), name);
  }
  return {
    pictureOf: async ({ md5, identifier }) => {
      const name = byStem.get((md5 ?? '').toLowerCase()) ?? byStem.get((identifier ?? '').toLowerCase());
      const id = name === undefined ? null : await pictureIdOf(files, name);
      return name === undefined || id === null ? null : { id, name, altText: '' };
    },
  };
}
