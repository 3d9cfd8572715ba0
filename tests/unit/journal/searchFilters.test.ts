import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopToValence, type MoodStop } from '../../../src/shared/domain/mood';
import type { MovementKind } from '../../../src/shared/domain/movementKind';
import { noFilters, type SearchFilters } from '../../../src/shared/domain/search';
import {
  createCheckInId,
  createEntryId,
  createSessionId,
  entryIdSchema,
  promptIdSchema,
} from '../../../src/shared/id';
import { civilDaySchema, instantToMoment } from '../../../src/shared/time';
import { documentOf, promptBlock } from '../../support/documents';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { plainSession } from '../../support/plainSession';

let test: TestJournal;
const names = new Map<string, string>();

const momentOf = (day: string, hour = 12) =>
  instantToMoment(Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`), 'UTC');

beforeAll(async () => {
  test = await createTestJournal();
  const { journal, ports } = test;
  const write = (name: string, day: string, document: ReturnType<typeof documentOf>, hour?: number): void => {
    const moment = momentOf(day, hour);
    const id = createEntryId(moment.at, ports.randomBytes);
    journal.entries.insert({ id, moment, document });
    names.set(id, name);
  };
  const feel = (day: string, stop: MoodStop, feelings: readonly string[]): void => {
    const moment = momentOf(day);
    journal.checkIns.insert({
      id: createCheckInId(moment.at, ports.randomBytes),
      ...moment,
      valence: stopToValence(stop),
      energy: null,
      feelings,
      note: null,
      givenOn: 'stops',
      role: 'moment',
      sessionId: null,
      isRemembered: false,
    });
  };
  const move = (day: string, kind: MovementKind): void => {
    const moment = momentOf(day);
    const id = createSessionId(moment.at, ports.randomBytes);
    journal.sessions.insert({
      id,
      ...plainSession,
      kind,
      ...moment,
      minutes: 20,
      effort: null,
      note: null,
      before: null,
      after: null,
    });
  };
  write('morning', '2024-03-01', documentOf('A river in the morning'), 8);
  write('evening', '2024-03-01', documentOf('The same river at night'), 20);
  write(
    'rain',
    '2024-06-15',
    documentOf(promptBlock('small-win', 'What went well?'), 'Rain on the river, all day'),
  );
  write('old', '2019-12-31', documentOf('An old page about a lake'));
  feel('2024-03-01', 6, ['joy', 'wide "open"']);
  feel('2024-06-15', 2, ['sorrow']);
  feel('2024-06-15', 4, []);
  move('2024-03-01', 'run');
  move('2019-12-31', 'swim');
  const { db } = journal.source;
  journal.inTransaction(() => {
    db.exec("INSERT INTO tags (tag_row, name, folded) VALUES (1, 'Wäter', 'water'), (2, 'night', 'night')");
    const tag = db.prepare<[number, string]>(
      'INSERT INTO entry_tags (entry_row, tag_row) SELECT entry_row, ? FROM entries WHERE id = ?',
    );
    const picture = db.prepare<[string]>(
      'INSERT INTO entry_images (entry_row, image_id, place) SELECT entry_row, hex(randomblob(18)), 0 FROM entries WHERE id = ?',
    );
    const star = db.prepare<[string]>('UPDATE entries SET starred_at = 1 WHERE id = ?');
    for (const [id, name] of names) {
      if (name !== 'old') tag.run(1, id);
      if (name === 'evening') tag.run(2, id);
      if (name === 'rain' || name === 'old') star.run(id);
      if (name === 'morning') picture.run(id);
    }
  });
});

afterAll(async () => {
  await test[Symbol.asyncDispose]();
});

function find(filters: Partial<SearchFilters>, words = ''): readonly (string | undefined)[] {
  const found = test.journal.entries.search({ words, filters: { ...noFilters, ...filters }, limit: 50 });
  if (!found.ok) throw new Error(found.error.type);
  expect(found.value.total).toBe(found.value.hits.length);
  return found.value.hits.map(({ id }) => names.get(id));
}

const day = (text: string) => civilDaySchema.parse(text);

describe('a filter', () => {
  it.each<[string, Partial<SearchFilters>, readonly string[]]>([
    ['a first day', { from: day('2024-03-01') }, ['rain', 'evening', 'morning']],
    ['a last day', { to: day('2024-03-01') }, ['evening', 'morning', 'old']],
    ['one day', { from: day('2024-03-01'), to: day('2024-03-01') }, ['evening', 'morning']],
    ['a range the wrong way round', { from: day('2024-03-02'), to: day('2024-03-01') }, []],
    ['a tag, however it is written', { tags: ['WATER'] }, ['rain', 'evening', 'morning']],
    ['two tags, both meant', { tags: ['wäter', 'night'] }, ['evening']],
    ['a tag written twice', { tags: ['water', 'Wäter'] }, ['rain', 'evening', 'morning']],
    ['a tag nobody gave', { tags: ['water', 'nothing'] }, []],
    ['a prompt', { promptIds: [promptIdSchema.parse('small-win')] }, ['rain']],
    ['a mood', { mood: { from: 5, to: 7 } }, ['evening', 'morning']],
    ['one stop of mood', { mood: { from: 4, to: 4 } }, ['rain']],
    ['a feeling', { feelings: ['sorrow'] }, ['rain']],
    ['one of two feelings', { feelings: ['sorrow', 'joy'] }, ['rain', 'evening', 'morning']],
    ['a feeling in quotes', { feelings: ['wide "open"'] }, ['evening', 'morning']],
    ['a part of a feeling', { feelings: ['open'] }, []],
    [
      'one of two prompts',
      { promptIds: ['small-win', 'nothing'].map((id) => promptIdSchema.parse(id)) },
      ['rain'],
    ],
    ['any prompt', { marks: ['answers'] }, ['rain']],
    ['a tag with wider blanks', { tags: [' water\u00a0'] }, ['rain', 'evening', 'morning']],
    ['a kind of movement', { kinds: ['run'] }, ['evening', 'morning']],
    ['one of two kinds', { kinds: ['run', 'swim'] }, ['evening', 'morning', 'old']],
    ['starred', { marks: ['starred'] }, ['rain', 'old']],
    ['with images', { marks: ['withImages'] }, ['morning']],
    ['starred and with images', { marks: ['starred', 'withImages'] }, []],
    ['several at once', { marks: ['starred'], tags: ['water'], mood: { from: 1, to: 3 } }, ['rain']],
  ])('lets through what has %s, newest first', (_, filters, expected) => {
    expect(find(filters)).toEqual(expected);
  });

  it('narrows what has the words', () => {
    expect(find({ kinds: ['run'] }, 'night')).toEqual(['evening']);
    expect(find({ kinds: ['swim'] }, 'river')).toEqual([]);
    expect(find({ from: day('2024-06-01') }, 'ri')).toEqual(['rain']);
  });

  it('works with words to leave out alone', () => {
    expect(find({ tags: ['water'] }, '-night')).toEqual(['rain', 'morning']);
  });

  it('shows no entry of the bin', () => {
    const [id] = [...names].find(([, name]) => name === 'evening') ?? [];
    if (id === undefined) throw new Error('no such entry');
    const entryId = { id: entryIdSchema.parse(id) };
    test.journal.entries.moveToBin(entryId);
    expect(find({ kinds: ['run'] })).toEqual(['morning']);
    expect(find({}, 'ni')).toEqual([]);
    test.journal.entries.restore(entryId);
    expect(find({ kinds: ['run'] })).toEqual(['evening', 'morning']);
    expect(find({}, 'ni')).toEqual(['evening']);
  });
});
