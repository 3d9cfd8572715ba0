import { documentToOwnText } from '../../shared/document/plainText';
import { createKeepsakeId, createOwnPromptId, type EntryId } from '../../shared/id';
import { addDays, type CivilDay } from '../../shared/time';
import type { Journal } from '../journal/journal';
import { createDayClock } from './sampleClock';
import { sampleContent } from './sampleContent';
import type { SeededRandom } from './seededRandom';

interface Shelf {
  readonly journal: Journal;
  readonly random: SeededRandom;
  readonly today: CivilDay;
  /** IANA zone the imagined person lives in. */
  readonly zone: string;
  /** Of the entries that were written, oldest first. */
  readonly entryIds: readonly EntryId[];
}

/** Kept days after the entry was written. */
const daysUntilKept = [0, 0, 1, 3] as const;
const mostLines = 5;

/** A sentence somebody might want to meet again: not a fragment, not a paragraph. */
const isWorthKeeping = (sentence: string): boolean => sentence.length > 45 && sentence.length < 130;

/** What the imagined person has put into the library: a question of their own, lines from entries, and a saying. */
export function fillSampleShelf(shelf: Shelf): void {
  const { journal, random, today, zone, entryIds } = shelf;
  const { prompts, sayings } = sampleContent.shelf;
  for (const { text, theme, moments, daysAgo } of prompts) {
    const { at } = createDayClock(addDays(today, -daysAgo), zone)(1230);
    journal.prompts.insertOwn({
      id: createOwnPromptId(at, random.bytes),
      text,
      theme,
      moments,
      createdAt: at,
      updatedAt: at,
    });
  }
  for (const { text, author, daysAgo } of sayings) {
    const { at, day } = createDayClock(addDays(today, -daysAgo), zone)(1260);
    const id = createKeepsakeId(at, random.bytes);
    const moment = { day, createdAt: at, updatedAt: at, lastShownOn: null };
    journal.keepsakes.insert({ id, text, author, entryId: null, ...moment });
  }
  // The newest entries are too fresh to have become anything.
  const older = entryIds.slice(0, -20);
  const step = Math.floor(older.length / mostLines);
  if (step === 0) return;
  for (let number = 0; number < mostLines; number += 1) {
    keepOneOf(older.slice(number * step, (number + 1) * step), shelf);
  }
}

/** Keeps one line of the first of these entries that has one, from somewhere in their first half. */
function keepOneOf(candidates: readonly EntryId[], { journal, random, zone }: Shelf): void {
  for (const entryId of candidates.slice(random.between(0, Math.floor(candidates.length / 2)))) {
    const entry = journal.entries.read({ id: entryId });
    if (!entry.ok) continue;
    const text = documentToOwnText(entry.value.document)
      .split(/(?<=[.?]) +|\n/)
      .find(isWorthKeeping);
    if (text === undefined) continue;
    const { day, at: writtenAt } = entry.value;
    const evening = createDayClock(addDays(day, random.pick(daysUntilKept)), zone)(1290);
    const at = Math.max(writtenAt + 60_000, evening.at);
    const id = createKeepsakeId(at, random.bytes);
    const moment = { day, createdAt: at, updatedAt: at, lastShownOn: null };
    journal.keepsakes.insert({ id, text, author: null, entryId, ...moment });
    return;
  }
}
