import {
  createDivider,
  createDocument,
  createLineBreak,
  createList,
  createText,
} from '../../../shared/document/createDocument';
import type { DocumentNode, JournalDocument } from '../../../shared/document/schema';
import type { Entry } from '../../../shared/domain/entry';
import { valenceToStop, type CheckIn } from '../../../shared/domain/mood';
import type { MovementSession } from '../../../shared/domain/movement';
import type { EntryId } from '../../../shared/id';
import { momentToClockTime, type CivilDay, type Moment } from '../../../shared/time';
import type { ExportSource } from '../exportJournal';
import type { Pace } from '../pace';
import { gatherDays } from './dayBook';
import { feltInWords, kindNames, sessionInWords, type KindNames } from './exportWords';

/** An entry for a program that knows of neither moods nor movement: they stand below its text and among its tags. */
export interface NotedEntry extends Moment {
  /** Null for a day on which nothing was written. */
  readonly entry: Entry | null;
  /** Of the entry, or of the first thing that was noted on the day. */
  readonly id: string;
  readonly document: JournalDocument;
  readonly tags: readonly string[];
}

/**
 * Every entry of the journal, with what was noted about it; the rest of a day stands with its first entry, and a day without one gets a page of its own. The first one first;
 * what is in the bin stays out.
 */
export async function* notesOfEntries(
  { everything }: Pick<ExportSource, 'everything'>,
  pace: Pace,
): AsyncGenerator<NotedEntry> {
  const nameOf = kindNames(everything);
  const book = gatherDays(everything);
  const about = sessionsOfEntries(everything);
  const ofDay = (day: CivilDay): Notes => {
    const { checkIns, sessions } = book.of(day);
    return { checkIns, sessions: sessions.filter(({ entryId }) => entryId === null || !about.has(entryId)) };
  };
  const { entries, binned } = everything.counts();
  let place = 0;
  let done = 0;
  function* before(day: CivilDay | null): Iterable<NotedEntry> {
    for (let next = book.days[place]; next !== undefined; next = book.days[place]) {
      if (day !== null && next >= day) return;
      yield* pageOfDay(ofDay(next), nameOf);
      place += 1;
    }
  }
  for (const entry of everything.entries()) {
    done += 1;
    pace.note(done, entries + binned);
    await pace.pause();
    if (entry.binnedAt !== null) continue;
    yield* before(entry.day);
    const isFirst = book.days[place] === entry.day;
    if (isFirst) place += 1;
    const own = { checkIns: [], sessions: about.get(entry.id) ?? [] };
    yield noted(entry, [own, ...(isFirst ? [ofDay(entry.day)] : [])], nameOf);
  }
  yield* before(null);
}

/** By the entry they are about, where that is there and not in the bin. */
function sessionsOfEntries({
  entryHeads,
  sessions,
}: ExportSource['everything']): ReadonlyMap<string, readonly MovementSession[]> {
  const inJournal = new Set<EntryId>();
  for (const { id, binnedAt } of entryHeads()) if (binnedAt === null) inJournal.add(id);
  const about = new Map<string, MovementSession[]>();
  for (const session of sessions()) {
    if (session.entryId === null || !inJournal.has(session.entryId)) continue;
    about.set(session.entryId, [...(about.get(session.entryId) ?? []), session]);
  }
  return about;
}

interface Notes {
  readonly checkIns: readonly CheckIn[];
  readonly sessions: readonly MovementSession[];
}

function noted(entry: Entry, notes: readonly Notes[], nameOf: KindNames): NotedEntry {
  const { id, at, zone, offsetMinutes, day, document } = entry;
  const lines = notes.flatMap((of) => linesOf(of, nameOf));
  const blocks = document.root.children ?? [];
  return {
    entry,
    id,
    at,
    zone,
    offsetMinutes,
    day,
    document: lines.length === 0 ? document : createDocument([...blocks, createDivider(), toList(lines)]),
    tags: [...new Set([...entry.tags, ...notes.flatMap((of) => tagsOf(of, nameOf))])],
  };
}

function* pageOfDay(notes: Notes, nameOf: KindNames): Iterable<NotedEntry> {
  const [first] = [...notes.checkIns, ...notes.sessions].toSorted((one, other) => one.at - other.at);
  if (first === undefined) return;
  const { id, at, zone, offsetMinutes, day } = first;
  const document = createDocument([toList(linesOf(notes, nameOf))]);
  yield {
    entry: null,
    id,
    at,
    zone,
    offsetMinutes,
    day,
    document,
    tags: [...new Set(tagsOf(notes, nameOf))],
  };
}

const linesOf = ({ checkIns, sessions }: Notes, nameOf: KindNames): readonly string[] => [
  ...checkIns.map((one) => `${momentToClockTime(one)} ${feltInWords(one)}${saidWith(one.note)}`),
  ...sessions.map(
    (one) =>
      `${one.isTimed ? `${momentToClockTime(one)} ` : ''}${sessionInWords(one, nameOf)}${saidWith(one.note)}`,
  ),
];

const saidWith = (note: string | null): string => (note === null ? '' : `\n${note}`);

/** "mood/5" on seven stops, "walk". */
const tagsOf = ({ checkIns, sessions }: Notes, nameOf: KindNames): readonly string[] => [
  ...checkIns.map(({ valence }) => `mood/${valenceToStop(valence)}`),
  ...sessions.map(({ kind }) => nameOf(kind).toLowerCase()),
];

const toList = (lines: readonly string[]): DocumentNode =>
  createList({ kind: 'bullet', lines: lines.map((line) => ({ children: brokenText(line) })) });

const brokenText = (text: string): readonly DocumentNode[] =>
  text.split('\n').flatMap((line, index) => [...(index > 0 ? [createLineBreak()] : []), createText(line)]);
