import { createHeadlessEditor } from '@lexical/headless';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyDay } from '../../../src/shared/domain/transfer';
import { exportJournal } from '../../../src/main/transfer/exportJournal';
import { sampleContent } from '../../../src/main/sample/sampleContent';
import { fillSampleJournal, type SampleRecipe } from '../../../src/main/sample/sampleJournal';
import { documentNodes } from '../../../src/shared/document/nodes/index';
import { countWords } from '../../../src/shared/document/countWords';
import { documentToPlainText, documentToPromptIds } from '../../../src/shared/document/plainText';
import { valenceToSteps } from '../../../src/shared/domain/mood';
import { promptById } from '../../../src/shared/prompts/promptLibrary';
import { addDays, civilDaySchema, daysBetween, instantToMoment } from '../../../src/shared/time';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';

const today = civilDaySchema.parse('2026-03-10');
const zone = 'Europe/Berlin';

async function createSample(recipe: Partial<SampleRecipe> = {}): Promise<TestJournal> {
  const test = await createTestJournal();
  fillSampleJournal(test.journal, { years: 1, seed: 1, today, zone, ...recipe });
  return test;
}

async function exportedText(recipe: Partial<SampleRecipe>): Promise<string> {
  await using test = await createSample(recipe);
  using place = createTestFolder();
  const target = join(place.path, 'all.json');
  await exportJournal(test.journal, { format: 'json', days: everyDay, target });
  return readFileSync(target, 'utf8');
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the sample journal', () => {
  let threeYears: TestJournal;
  beforeAll(async () => {
    threeYears = await createSample({ years: 3 });
  });
  afterAll(() => threeYears[Symbol.asyncDispose]());

  it('is the same for the same recipe, down to every id and word', async () => {
    const recipe = { years: 0.3, seed: 7 };
    expect(await exportedText(recipe)).toBe(await exportedText(recipe));
  });

  it('is another life for another seed', async () => {
    const one = await exportedText({ years: 0.3, seed: 7 });
    const other = await exportedText({ years: 0.3, seed: 8 });
    expect(one).not.toBe(other);
  });

  it('holds about 2,500 entries in three years, with check-ins and sessions in proportion', () => {
    const counts = threeYears.journal.everything.counts();
    expect(counts.entries).toBeGreaterThan(2300);
    expect(counts.entries).toBeLessThan(2700);
    expect(counts.checkIns).toBeGreaterThan(1800);
    expect(counts.sessions).toBeGreaterThan(550);
  });

  it('tells how much it wrote', async () => {
    await using test = await createTestJournal();
    const counts = fillSampleJournal(test.journal, { years: 0.2, seed: 1, today, zone });
    expect(test.journal.everything.counts()).toEqual({ ...counts, binned: 0 });
  });

  it('has a question of its own, lines kept from entries and sayings, one of which is seen today', () => {
    const { everything, keepsakes, prompts } = threeYears.journal;
    expect([...everything.ownPrompts()]).toHaveLength(1);
    expect(prompts.shelf()).toMatchObject({ value: { hidden: [] } });
    const kept = [...everything.keepsakes()];
    const fromEntries = kept.filter(({ entryId }) => entryId !== null);
    expect(fromEntries).toHaveLength(5);
    expect(kept).toHaveLength(7);
    for (const { entryId, text, day, createdAt } of fromEntries) {
      if (entryId === null) continue;
      const entry = threeYears.journal.entries.read({ id: entryId });
      if (!entry.ok) throw new Error('the entry of a kept line is there');
      expect(documentToPlainText(entry.value.document)).toContain(text);
      expect(day).toBe(entry.value.day);
      expect(createdAt).toBeGreaterThan(entry.value.at);
    }
    expect(keepsakes.ofToday()).toMatchObject({ value: { keepsake: { text: expect.any(String) } } });
  });

  it('has tags on some entries that speak of them, a few stars and two titles', () => {
    const { everything, tags } = threeYears.journal;
    const entries = [...everything.entries()];
    const tagged = entries.filter((entry) => entry.tags.length > 0);
    expect(tagged.length).toBeGreaterThan(entries.length / 50);
    expect(tagged.length).toBeLessThan(entries.length / 3);
    for (const { name, words } of sampleContent.facts.tags) {
      const some = tagged.filter((entry) => entry.tags.includes(name));
      expect(some.length, name).toBeGreaterThan(2);
      for (const { document } of some) {
        const text = documentToPlainText(document).toLowerCase();
        expect(words.some((word) => text.includes(word.toLowerCase()))).toBe(true);
      }
    }
    expect(tags.list()).toMatchObject({ value: { tags: { length: sampleContent.facts.tags.length } } });
    expect(entries.filter(({ isStarred }) => isStarred)).toHaveLength(9);
    expect(entries.flatMap(({ givenTitle }) => givenTitle ?? []).toSorted()).toEqual(
      sampleContent.facts.titles.toSorted(),
    );
  });

  it('returns to a few rituals on some days, has put one away, and took three small steps', () => {
    const { everything, rituals, steps } = threeYears.journal;
    const all = [...everything.rituals()];
    expect(all.map(({ name }) => name)).toEqual(sampleContent.rituals.map(({ name }) => name));
    expect(all.filter(({ putAwayAt }) => putAwayAt !== null)).toHaveLength(1);
    const trail = rituals.trail({ days: 35 });
    if (!trail.ok) throw new Error('a trail has no failures');
    for (const { id } of all) {
      const days = [...everything.ritualReturns()].filter(({ ritualId }) => ritualId === id);
      expect(days.length).toBeGreaterThan(5);
      expect(days.length).toBeLessThan(90);
    }
    expect([...everything.stepsTaken()]).toHaveLength(3);
    expect(steps.read()).toMatchObject({ value: { own: [{}], chosen: null } });
  });

  it('passes every check of the core', async () => {
    await using test = await createSample();
    expect(test.journal.verify()).toMatchObject({ isSound: true, problems: [] });
    const journal = await test.reopen();
    expect(journal.verify().isSound).toBe(true);
  });

  it('writes entries of three to four hundred words, most of them short', async () => {
    await using test = await createSample();
    const words = [...test.journal.everything.entries()]
      .map(({ document }) => countWords(documentToPlainText(document)))
      .toSorted((one, other) => one - other);
    expect(words[0]).toBeGreaterThanOrEqual(3);
    expect(words.at(-1)).toBeLessThanOrEqual(400);
    expect(words.at(-1)).toBeGreaterThan(250);
    expect(words[Math.floor(words.length / 2)]).toBeLessThan(60);
  });

  it('leaves no slot unfilled and starts every sentence with a capital', async () => {
    await using test = await createSample();
    for (const { document } of test.journal.everything.entries()) {
      const text = documentToPlainText(document);
      expect(text).not.toMatch(/[{}]/);
      expect(text).not.toMatch(/[.?] \p{Ll}/u);
    }
  });

  it('uses headings, lists, emphasis and prompts now and then', async () => {
    await using test = await createSample();
    const documents = [...test.journal.everything.entries()].map(({ document }) => JSON.stringify(document));
    for (const mark of [
      '"type":"heading"',
      '"listType":"check"',
      '"listType":"number"',
      '"format":1',
      '"format":2',
    ]) {
      expect(
        documents.some((document) => document.includes(mark)),
        mark,
      ).toBe(true);
    }
    const prompted = [...test.journal.everything.entries()].filter(
      ({ document }) => documentToPromptIds(document).length > 0,
    );
    expect(prompted.length).toBeGreaterThan(20);
    expect(prompted.length).toBeLessThan(documents.length / 4);
  });

  it('writes documents the editor reads back without changing them', async () => {
    await using test = await createSample({ years: 0.3 });
    const editor = createHeadlessEditor({
      nodes: [...documentNodes],
      onError: (error) => {
        throw error;
      },
    });
    for (const { document } of test.journal.everything.entries()) {
      const state = editor.parseEditorState(JSON.stringify(document));
      expect(JSON.parse(JSON.stringify(state))).toEqual(JSON.parse(JSON.stringify(document)));
    }
  });

  it('answers a prompt about an injury only while there is one', () => {
    const days = [...threeYears.journal.everything.entries()]
      .filter(({ document }) =>
        documentToPromptIds(document).some((id) => promptById(id)?.theme === 'injury'),
      )
      .map(({ day }) => day)
      .toSorted();
    expect(days.length).toBeGreaterThan(0);
    expect(daysBetween(days[0] ?? today, days.at(-1) ?? today)).toBeLessThanOrEqual(84);
  });

  it('has moods that last a while', () => {
    const byDay = new Map<string, number[]>();
    for (const { day, role, valence } of threeYears.journal.everything.checkIns()) {
      if (role === 'moment') byDay.set(day, [...(byDay.get(day) ?? []), valenceToSteps(valence)]);
    }
    const moods = new Map([...byDay].map(([day, values]) => [civilDaySchema.parse(day), mean(values)]));
    const middle = mean([...moods.values()]);
    const neighbours = [...moods].flatMap(([day, mood]) => {
      const next = moods.get(addDays(day, 1));
      return next === undefined ? [] : [(mood - middle) * (next - middle)];
    });
    const variance = mean([...moods.values()].map((mood) => (mood - middle) ** 2));
    expect(mean(neighbours) / variance).toBeGreaterThan(0.3);
    expect(middle).toBeGreaterThan(-1);
    expect(middle).toBeLessThan(1.5);
  });

  it('tends to feel different after moving, and not always for the good', () => {
    const shifts = [...threeYears.journal.everything.sessions()].flatMap(({ before, after }) =>
      before === null || after === null ? [] : [valenceToSteps(after.valence - before.valence)],
    );
    expect(shifts.length).toBeGreaterThan(300);
    expect(mean(shifts)).toBeGreaterThan(0.3);
    expect(shifts.filter((shift) => shift < -0.5).length).toBeGreaterThan(10);
  });

  it('stops running for an injury and comes back by walking and jogging', () => {
    const sessions = [...threeYears.journal.everything.sessions()];
    const runs = sessions.filter(({ kind }) => kind === 'run').map(({ day }) => day);
    const gaps = runs.slice(1).map((day, index) => ({ from: runs[index] ?? day, to: day }));
    const longest = gaps.toSorted((a, b) => daysBetween(b.from, b.to) - daysBetween(a.from, a.to))[0];
    expect(longest && daysBetween(longest.from, longest.to)).toBeGreaterThan(100);
    const meanwhile = sessions.filter(({ day }) => longest && day > longest.from && day < longest.to);
    expect(new Set(meanwhile.map(({ kind }) => kind))).toContain('physio');
    expect(new Set(meanwhile.map(({ kind }) => kind))).toContain('jog');
  });

  it('goes silent for days now and then', () => {
    const days = [...threeYears.journal.everything.entries()].map(({ day }) => day);
    const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
    expect(gaps.filter((gap) => gap > 3).length).toBeGreaterThan(3);
  });

  it.each(['America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu', 'Africa/Cairo', 'America/Santiago'])(
    'gives every record the offset and the day its instant has in %s',
    async (elsewhere) => {
      await using test = await createSample({ zone: elsewhere });
      const { everything } = test.journal;
      for (const { at, zone: recorded, offsetMinutes, day } of [
        ...everything.entries(),
        ...everything.checkIns(),
        ...everything.sessions(),
        ...everything.ritualReturns(),
        ...everything.stepsTaken(),
      ]) {
        expect({ at, zone: recorded, offsetMinutes, day }).toEqual(instantToMoment(at, elsewhere));
      }
    },
  );

  it('ends yesterday, or fills today up to the time it is given', async () => {
    await using ended = await createSample({ years: 0.1 });
    const lastDay = [...ended.journal.everything.entries()].at(-1)?.day;
    expect(lastDay).toBeDefined();
    expect(lastDay && lastDay < today).toBe(true);

    const until = Date.parse('2026-03-10T21:30:00Z');
    let filledToday = 0;
    for (const seed of [1, 2, 3]) {
      await using filled = await createSample({ years: 0.1, until, seed });
      const { everything } = filled.journal;
      for (const { at, day } of [
        ...everything.entries(),
        ...everything.checkIns(),
        ...everything.sessions(),
        ...everything.ritualReturns(),
      ]) {
        expect(at).toBeLessThanOrEqual(until);
        if (day === today) filledToday += 1;
      }
    }
    expect(filledToday).toBeGreaterThan(0);
  });
});
