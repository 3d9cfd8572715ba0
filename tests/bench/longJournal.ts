import { createHash } from 'node:crypto';
import { createDayClock } from '../../src/main/sample/sampleClock';
import { createSampleFeeling } from '../../src/main/sample/sampleFelt';
import { createSeededRandom } from '../../src/main/sample/seededRandom';
import type { Journal } from '../../src/main/journal/journal';
import {
  createDocument,
  createParagraph,
  createPrompt,
  createText,
} from '../../src/shared/document/createDocument';
import { noSessionFacts } from '../../src/shared/domain/movement';
import { movementKinds } from '../../src/shared/domain/movementKind';
import { createCheckInId, createEntryId, createSessionId } from '../../src/shared/id';
import { promptLibrary } from '../../src/shared/prompts/promptLibrary';
import { addDays, civilDaySchema } from '../../src/shared/time';
import { createLongText } from './longText';

/** Twenty-seven years, one day at a time: 1999-03-11 to 2026-03-10. */
export const longRecipe = {
  seed: 27,
  lastDay: civilDaySchema.parse('2026-03-10'),
  days: 9_862,
  entries: 20_000,
  words: [60, 400],
  sessions: 10_000,
  checkIns: 20_000,
  tags: 60,
  zone: 'Europe/Paris',
} as const;

/** The same name is the same journal, word for word. */
export const longRecipeName = (): string =>
  createHash('sha256').update(JSON.stringify(longRecipe)).digest('hex').slice(0, 12);

const tagNames = [
  'running',
  'therapy',
  'family',
  'work',
  'dreams',
  'knee',
  'garden',
  'travel',
  'reading',
  'music',
] as const;

/** The same years of someone who moves and checks in, and writes nothing: what these cost by themselves. */
export const movingRecipe = { ...longRecipe, entries: 0 } as const;

/** Fills an empty journal with as much as a long life with it would, in one transaction. */
export function fillLongJournal(
  journal: Journal,
  recipe: typeof longRecipe | typeof movingRecipe = longRecipe,
): void {
  const { seed, lastDay, days, zone } = recipe;
  const random = createSeededRandom(seed);
  const text = createLongText(random);
  const feeling = createSampleFeeling(random);
  const db = journal.source.db;
  const addTag = db.prepare('INSERT INTO tags (tag_row, name, folded) VALUES (?, ?, ?)');
  const tagEntry = db.prepare(
    'INSERT OR IGNORE INTO entry_tags (entry_row, tag_row) SELECT entry_row, ? FROM entries WHERE id = ?',
  );
  const star = db.prepare('UPDATE entries SET starred_at = at WHERE id = ?');

  const writeEntry = (clock: ReturnType<typeof createDayClock>): void => {
    const moment = clock(random.between(360, 1430), random.between(0, 59));
    const paragraphs = text
      .page(random.between(...longRecipe.words))
      .map((one) => createParagraph([createText(one)]));
    const prompt = random.chance(0.15) ? random.pick(promptLibrary) : undefined;
    const asked = prompt === undefined ? [] : [createPrompt(prompt.id, prompt.text)];
    const id = createEntryId(moment.at, random.bytes);
    journal.entries.insert({ id, moment, document: createDocument([...asked, ...paragraphs]) });
    // Few tags are used often.
    for (let left = random.chance(0.4) ? random.between(1, 3) : 0; left > 0; left -= 1)
      tagEntry.run(1 + Math.floor(longRecipe.tags * random.next() ** 3), id);
    if (random.chance(0.03)) star.run(id);
  };

  const writeSession = (clock: ReturnType<typeof createDayClock>): number => {
    const start = random.between(380, 1200);
    const minutes = random.between(10, 90);
    const moment = clock(start);
    const id = createSessionId(moment.at, random.bytes);
    const rate = (role: 'before' | 'after', minute: number) => {
      const when = clock(minute);
      const rated = {
        id: createCheckInId(when.at, random.bytes),
        ...when,
        ...feeling(1.5 * random.normal()),
      };
      return { ...rated, note: null, givenOn: 'stops', role, sessionId: id, isRemembered: false } as const;
    };
    const isRated = random.chance(0.5);
    journal.sessions.insert({
      ...noSessionFacts,
      isTimed: true,
      id,
      kind: random.pick(movementKinds),
      ...moment,
      minutes,
      effort: random.chance(0.7) ? random.between(1, 9) : null,
      note: random.chance(0.2) ? text.page(8).join(' ') : null,
      before: isRated ? rate('before', start - 5) : null,
      after: isRated ? rate('after', start + minutes + 5) : null,
    });
    return isRated ? 2 : 0;
  };

  const writeCheckIn = (clock: ReturnType<typeof createDayClock>): void => {
    const moment = clock(random.between(360, 1430), random.between(0, 59));
    const felt = feeling(1.5 * random.normal());
    const id = createCheckInId(moment.at, random.bytes);
    journal.checkIns.insert({
      id,
      ...moment,
      ...felt,
      note: null,
      givenOn: 'stops',
      role: 'moment',
      sessionId: null,
      isRemembered: false,
    });
  };

  journal.inTransaction(() => {
    for (let row = 1; row <= longRecipe.tags; row += 1) {
      const name = tagNames[row - 1] ?? `tag ${row}`;
      addTag.run(row, name, name);
    }
    let entries = 0;
    let sessions = 0;
    let checkIns = 0;
    for (let index = 0; index < days; index += 1) {
      const clock = createDayClock(addDays(lastDay, index + 1 - days), zone);
      const share = (index + 1) / days;
      for (; sessions < share * recipe.sessions; sessions += 1) checkIns += writeSession(clock);
      for (; checkIns < share * recipe.checkIns; checkIns += 1) writeCheckIn(clock);
      for (; entries < share * recipe.entries; entries += 1) writeEntry(clock);
    }
  });
}
