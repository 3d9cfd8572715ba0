import { stringify } from 'yaml';
import { countWords } from '../../../shared/document/countWords';
import {
  documentToOwnText,
  documentToPromptIds,
  textToTitleAndExcerpt,
} from '../../../shared/document/plainText';
import type { Entry } from '../../../shared/domain/entry';
import { valenceToSteps, type CheckIn } from '../../../shared/domain/mood';
import type { MovementSession } from '../../../shared/domain/movement';
import { momentToClockTime, type CivilDay } from '../../../shared/time';
import type { DayNotes } from './dayBook';
import type { KindNames } from './exportWords';
import { exactMomentToIso, instantToIso } from './instants';
import { toObsidianTags } from './obsidianTags';
import { round } from './tableText';

type Facts = Readonly<Record<string, unknown>>;

/** What YAML calls printable (1.2, section 5.1); anything else would end the reading of a whole file. */
export const printable = (text: string): string =>
  text.replaceAll(/[^\t\n\r\x20-\x7E\x85\xA0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ');

/**
 * Front matter between two lines of dashes. Readers of YAML 1.1 and 1.2 read the same in it: a time is quoted, because 18:40 were 1120 to some, and so is every word that could be taken
 * for something else. Flat, because Obsidian shows no keys within keys.
 */
export const frontMatter = (facts: Facts): string =>
  `---\n${stringify(facts, { version: '1.1', lineWidth: 0 })}---\n`;

/** YAML writes a date without quotes, so that it is one for Obsidian. */
const dayToDate = (day: CivilDay): Date => new Date(`${day}T00:00:00Z`);

const steps = (felt: CheckIn | null): number | undefined =>
  felt === null ? undefined : round(valenceToSteps(felt.valence));

const moodFacts = (checkIns: readonly CheckIn[]): Facts =>
  checkIns.length === 0 ? {} : { moods: checkIns.map(steps) };

/** "movement_minutes", and for a second one "movement_minutes_2". What was not recorded has no key. */
function movementFacts(sessions: readonly MovementSession[], nameOf: KindNames): Facts {
  const facts = sessions.flatMap(({ kind, minutes, effort, distanceMetres, before, after }, index) => {
    const number = index === 0 ? '' : `_${index + 1}`;
    return Object.entries({
      mood_before: steps(before),
      mood_after: steps(after),
      movement_type: printable(nameOf(kind)),
      movement_minutes: minutes,
      movement_effort: effort ?? undefined,
      movement_metres: distanceMetres ?? undefined,
    }).map(([key, value]) => [key + number, value] as const);
  });
  return Object.fromEntries(facts.filter(([, value]) => value !== undefined));
}

const titleOf = ({ givenTitle, document }: Entry): string =>
  printable(givenTitle ?? textToTitleAndExcerpt(documentToOwnText(document)).title);

function tagFacts(names: readonly string[]): Facts {
  if (names.length === 0) return {};
  const { tags, names: exact } = toObsidianTags(names);
  return { tags, ...(exact === null ? {} : { tag_names: exact.map(printable) }) };
}

/** Of a file that holds one entry, with what was noted about it, and with the first entry of a day what was noted beside all of them. */
export function entryFacts(entry: Entry, { checkIns, sessions }: DayNotes, nameOf: KindNames): Facts {
  const prompts = documentToPromptIds(entry.document);
  return {
    date: dayToDate(entry.day),
    time: momentToClockTime(entry),
    zone: entry.zone,
    title: titleOf(entry),
    ...tagFacts(entry.tags),
    ...(entry.isStarred ? { starred: true } : {}),
    ...moodFacts(checkIns),
    ...movementFacts(sessions, nameOf),
    ...(prompts.length === 0 ? {} : { prompts }),
    words: countWords(documentToOwnText(entry.document)),
    footnote_id: entry.id,
    written: exactMomentToIso(entry),
    created: instantToIso(entry.createdAt),
    updated: instantToIso(entry.updatedAt),
    ...(entry.binnedAt === null ? {} : { binned: instantToIso(entry.binnedAt) }),
  };
}

/** Of a file that holds a day. */
export function dayFacts(
  day: CivilDay,
  entries: readonly Entry[],
  { checkIns, sessions }: DayNotes,
  nameOf: KindNames,
): Facts {
  const names = [...new Set(entries.flatMap(({ tags }) => tags))];
  return {
    date: dayToDate(day),
    ...(names.length === 0 ? {} : { tags: toObsidianTags(names).tags }),
    ...moodFacts(checkIns),
    ...movementFacts(sessions, nameOf),
    footnote_day: day,
  };
}

/** The beginning of an entry within a day: a comment on a line of its own, which readers of Markdown don't show, and a heading. */
export function entryMark(entry: Entry): string {
  const said = JSON.stringify({
    id: entry.id,
    written: exactMomentToIso(entry),
    zone: entry.zone,
    ...(entry.givenTitle === null ? {} : { title: entry.givenTitle }),
    ...(entry.tags.length === 0 ? {} : { tags: entry.tags }),
    ...(entry.isStarred ? { starred: true } : {}),
    created: entry.createdAt,
    updated: entry.updatedAt,
  });
  // Nothing that would end the comment.
  const safe = said.replaceAll(/[<>]|-(?=-)/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  return `<!-- footnote entry: ${safe} -->`;
}
