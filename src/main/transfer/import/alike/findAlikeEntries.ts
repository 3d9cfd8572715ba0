import { documentToImageIds } from '../../../../shared/document/imageIds';
import {
  documentToOwnText,
  documentToPlainText,
  textToTitleAndExcerpt,
} from '../../../../shared/document/plainText';
import type { Entry } from '../../../../shared/domain/entry';
import { mostToldEntries, type AlikeEntries, type AlikeEntry } from '../../../../shared/domain/incoming';
import type { EntryId, ImageId } from '../../../../shared/id';
import type { Journal } from '../../../journal/journal';
import type { IncomingImages } from '../../../journal/records/placeImages';
import { recordTableOf } from '../../../journal/records/recordTables';
import { momentToIso } from '../../export/instants';
import { notesOfEntries, type NotedEntry } from '../../export/notesOfEntries';
import type { Pace } from '../../pace';
import {
  hasPictures,
  holdingsOf,
  keyOfWords,
  tagsNotSaid,
  withoutPictures,
  withoutTagLine,
  wordsOf,
} from './whatIsSaid';

/** Entries that come in and are here already in all but their ids. */
export interface FoundEntries extends AlikeEntries {
  readonly ids: ReadonlySet<EntryId>;
}

type OneJournal = Pick<Journal, 'everything' | 'entries' | 'imports'>;

interface Incoming extends Pick<Journal, 'everything' | 'entries' | 'versions'> {
  readonly imports: Pick<Journal['imports'], 'reader'>;
}

interface Surroundings {
  readonly images: Pick<IncomingImages, 'foundHere'>;
  /** To jrnl a tag is a word of the text and nothing else. */
  readonly tagsStandIn: 'text' | 'facts';
}

interface Candidate {
  readonly id: EntryId;
  readonly tags: number;
  readonly holds: ReadonlySet<string>;
  readonly pictures: readonly ImageId[];
  readonly foundHere: IncomingImages['foundHere'];
}

/**
 * Entries without a counterpart by its id that say word for word what an entry of the same day says here, or what our own exports say of it, with the moods and the movement of the day below
 * its text. Leaving one out loses nothing: its tags, star, pictures, links and ticks are here as well, and nothing hangs on it. What is in the bin is not here, and each entry here stands for one that comes in.
 * Both journals may change in the pauses.
 */
export async function findAlikeEntries(
  incoming: Incoming,
  journal: OneJournal,
  { images, tagsStandIn }: Surroundings,
  { pause, isCancelled }: Pace,
): Promise<FoundEntries> {
  const pace: Pace = { pause, isCancelled, note: () => undefined };
  const waiting = await gatherCandidates(incoming, journal, { images, tagsStandIn }, pace);
  const ids = new Set<EntryId>();
  const told: AlikeEntry[] = [];
  let tags = 0;
  if (waiting.days.size === 0) return { ids, inAll: 0, tags, told };
  const ofDays = await onDays(journal, waiting.days, pause);
  for await (const noted of notesOfEntries({ everything: ofDays }, pace)) {
    await pause();
    // Its counterpart comes in under its own id.
    if (noted.entry !== null && waiting.arriving.has(noted.entry.id)) continue;
    const alike = [...keysOf(noted)].flatMap((key) => waiting.byKey.get(key) ?? []);
    const found =
      alike.length === 0 ? undefined : alike.filter(({ id }) => !ids.has(id)).find(isHeldBy(noted, journal));
    if (found === undefined) continue;
    ids.add(found.id);
    tags += found.tags;
    const here = noted.entry === null ? 'notes' : 'entry';
    if (told.length < mostToldEntries)
      told.push({ id: found.id, day: noted.day, title: titleOf(noted), here });
  }
  return { ids, inAll: ids.size, tags, told };
}

interface Waiting {
  readonly byKey: Map<string, Candidate[]>;
  readonly days: ReadonlySet<string>;
  /** Every entry that comes in, by its id. */
  readonly arriving: ReadonlySet<EntryId>;
}

/** Of days on which something is here. */
async function gatherCandidates(
  incoming: Incoming,
  { everything, imports }: OneJournal,
  { images, tagsStandIn }: Surroundings,
  { pause }: Pace,
): Promise<Waiting> {
  const byKey = new Map<string, Candidate[]>();
  const days = new Set<string>();
  const here = [...everything.entryHeads()];
  await pause();
  const lived = new Set<string>(here.map(({ day }) => day));
  for (const table of dayTables) {
    for (const day of imports.reader.everyDay(table)) lived.add(day);
    await pause();
  }
  if (lived.size === 0) return { byKey, days, arriving: new Set() };
  const ids = new Set(here.map(({ id }) => id));
  const arriving = new Set<EntryId>();
  const news: EntryId[] = [];
  for (const { id, day } of incoming.everything.entryHeads()) {
    await pause();
    arriving.add(id);
    if (!ids.has(id) && calendarDays(day).some((one) => lived.has(one))) news.push(id);
  }
  if (news.length === 0) return { byKey, days, arriving };
  await pause();
  const owners = await ownersIn(incoming, pause);
  const tagsBeside = tagsStandIn === 'text' ? tagsNotSaid : (_: string, tags: readonly string[]) => tags;
  const isRevised = incoming.imports.reader.count(recordTableOf('entry_versions')) > 0;
  for (const id of news) {
    await pause();
    const read = incoming.entries.read({ id });
    if (!read.ok) continue;
    const { value: entry } = read;
    if (entry.binnedAt !== null || owners.has(id)) continue;
    if (isRevised && incoming.versions.list(id).length > 0) continue;
    const words = wordsOf(entry.givenTitle, entry.document);
    if (words === '') continue;
    for (const day of calendarDays(entry.day)) days.add(day);
    for (const said of new Set([words, withoutTagLine(words, entry.tags)])) {
      const key = keyOfWords(entry.day, said);
      const candidate = toCandidate(entry, tagsBeside(said, entry.tags), images);
      const others = byKey.get(key);
      if (others === undefined) byKey.set(key, [candidate]);
      else others.push(candidate);
    }
  }
  return { byKey, days, arriving };
}

const dayTables = [recordTableOf('check_ins'), recordTableOf('movement_sessions')];

/** Written after midnight, it is of the day before where that day ended later, and other programs go by the calendar. */
const calendarDays = (day: string): readonly string[] => [
  day,
  new Date(Date.parse(day) - dayMs).toISOString().slice(0, 10),
];
const dayMs = 24 * 60 * 60_000;

/** Entries that something else in the file is about. */
async function ownersIn({ everything }: Incoming, pause: Pace['pause']): Promise<ReadonlySet<EntryId>> {
  const owners = new Set<EntryId>();
  for (const { entryId } of everything.sessions()) {
    if (entryId !== null) owners.add(entryId);
    await pause();
  }
  for (const { entryId } of everything.keepsakes()) if (entryId !== null) owners.add(entryId);
  return owners;
}

function toCandidate(
  entry: Entry,
  tagsBeside: readonly string[],
  { foundHere }: Pick<IncomingImages, 'foundHere'>,
): Candidate {
  const { id, document, tags, isStarred } = entry;
  return {
    id,
    tags: tags.length,
    holds: holdingsOf(document, tagsBeside, isStarred),
    pictures: documentToImageIds(document),
    foundHere,
  };
}

/** What our own exports tell, of some days alone. */
async function onDays(
  { everything, entries }: OneJournal,
  days: ReadonlySet<string>,
  pause: Pace['pause'],
): Promise<OneJournal['everything']> {
  const checkIns = [...everything.checkIns()].filter(({ day }) => days.has(day));
  await pause();
  const sessions = [...everything.sessions()].filter(({ day, entryId }) => days.has(day) || entryId !== null);
  await pause();
  return {
    ...everything,
    *entries() {
      for (const { id, day } of everything.entryHeads()) {
        const read = days.has(day) ? entries.read({ id }) : null;
        if (read?.ok === true) yield read.value;
      }
    },
    checkIns: () => checkIns,
    sessions: () => sessions,
  };
}

/** As the journal calls it. */
function titleOf({ entry, document }: NotedEntry): string {
  const page = entry?.document ?? document;
  const words = documentToOwnText(page) || documentToPlainText(page);
  return entry?.givenTitle ?? textToTitleAndExcerpt(words).title;
}

/** The keys of what an entry says here, whichever of our exports told it. */
function keysOf({ entry, document, ...moment }: NotedEntry): ReadonlySet<string> {
  const title = entry?.givenTitle ?? null;
  const pages = new Set([entry?.document ?? document, document]);
  const words = [...pages].flatMap((page) =>
    [page, ...(hasPictures(page) ? [withoutPictures(page)] : [])].map((shown) => wordsOf(title, shown)),
  );
  const days = new Set([moment.day, momentToIso(moment).slice(0, 10)]);
  return new Set([...days].flatMap((day) => [...new Set(words)].map((said) => keyOfWords(day, said))));
}

/** Whether everything beside the words is here as well. */
function isHeldBy(
  { entry, document, tags }: NotedEntry,
  { imports }: OneJournal,
): (candidate: Candidate) => boolean {
  const here = holdingsOf(document, tags, entry?.isStarred === true);
  const shown = new Set(documentToImageIds(document));
  const hasPicture = (id: ImageId, foundHere: Candidate['foundHere']): boolean => {
    if (shown.has(id) && imports.images.describe(id) !== null) return true;
    const same = foundHere(id);
    return same !== undefined && shown.has(same);
  };
  return ({ holds, pictures, foundHere }) =>
    [...holds].every((one) => here.has(one)) && pictures.every((id) => hasPicture(id, foundHere));
}
