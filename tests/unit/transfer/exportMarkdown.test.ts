import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import {
  fromObsidianTags,
  toObsidianTag,
  toObsidianTags,
} from '../../../src/main/transfer/export/obsidianTags';
import { exportJournal } from '../../../src/main/transfer/exportJournal';
import { createDocument, createCode } from '../../../src/shared/document/createDocument';
import { markdownToDocument } from '../../../src/shared/document/markdown';
import { everyDay, type MarkdownLayout } from '../../../src/shared/domain/transfer';
import { createCheckInId, createEntryId, createSessionId, type EntryId } from '../../../src/shared/id';
import { instantToMoment } from '../../../src/shared/time';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';
import { plainSession } from '../../support/plainSession';
import { createTestFolder } from '../../support/testFolder';

let test: TestJournal;
let ids: readonly EntryId[];
beforeAll(async () => {
  test = await createTestJournal();
  const { journal, ports } = test;
  const write = (at: string, document: ReturnType<typeof markdownToDocument>): EntryId => {
    const moment = instantToMoment(Date.parse(at), 'Europe/Berlin');
    const id = createEntryId(moment.at, ports.randomBytes);
    journal.entries.insert({ id, moment, document });
    return id;
  };
  ids = [
    // Half past one at night belongs to the day before.
    write('2026-05-04T16:40:05.120Z', markdownToDocument('Danced with the window open')),
    write('2026-05-04T23:30:00Z', createDocument([createCode('<!-- footnote entry: {} -->')])),
    write('2026-05-05T08:00:00Z', markdownToDocument('yes')),
  ];
  const [first, night, third] = ids;
  if (first === undefined || night === undefined || third === undefined) throw new Error('three entries');
  must(journal.entryFacts.setTitle({ id: first, title: 'Off: "the" [floor] --> #1' }));
  must(journal.entryFacts.setTags({ id: first, tags: ['two words', '2024', 'réunion/été', 'no'] }));
  must(journal.entryFacts.setStar({ id: first, star: 'on' }));
  must(journal.entryFacts.setTitle({ id: night, title: '18:40' }));
  const moment = instantToMoment(Date.parse('2026-05-04T16:00:00Z'), 'Europe/Berlin');
  const felt = { energy: null, feelings: [], note: null, givenOn: 'stops', isRemembered: false } as const;
  for (const [index, kind] of (['dance', 'walk'] as const).entries()) {
    const sessionId = createSessionId(moment.at, ports.randomBytes);
    journal.sessions.insert({
      id: sessionId,
      ...plainSession,
      ...moment,
      at: moment.at + index,
      kind,
      minutes: 45 - index,
      effort: index === 0 ? 5 : null,
      entryId: first,
      note: null,
      before: null,
      after: null,
    });
    if (index > 0) continue;
    for (const [role, valence] of [
      ['before', -1 / 3],
      ['after', 2 / 3],
    ] as const) {
      journal.checkIns.insert({
        id: createCheckInId(moment.at, ports.randomBytes),
        ...moment,
        ...felt,
        valence,
        role,
        sessionId,
      });
    }
  }
  const alone = instantToMoment(Date.parse('2026-05-05T16:00:00Z'), 'Europe/Berlin');
  journal.sessions.insert({
    id: createSessionId(alone.at, ports.randomBytes),
    ...plainSession,
    ...alone,
    kind: 'swim',
    minutes: 20,
    entryId: null,
    before: null,
    after: null,
  });
  journal.checkIns.insert({
    id: createCheckInId(moment.at, ports.randomBytes),
    ...moment,
    ...felt,
    valence: -1,
    role: 'moment',
    sessionId: null,
  });
});
afterAll(() => test[Symbol.asyncDispose]());

async function texts(layout: MarkdownLayout): Promise<Readonly<Record<string, string>>> {
  using place = createTestFolder();
  const target = join(place.path, 'out');
  must(await exportJournal(test.journal, { format: 'markdown', days: everyDay, layout, target }));
  const names = readdirSync(target, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[/\\].*\.md$/.test(name),
  );
  return Object.fromEntries(names.toSorted().map((name) => [name, readFileSync(join(target, name), 'utf8')]));
}
const matterOf = (text: string): string => /^---\n(.*?)^---\n/ms.exec(text)?.[1] ?? '';

describe('Markdown with a file an entry', () => {
  it('has front matter that says what the entry says, in keys that Obsidian shows', async () => {
    const [first = ''] = Object.values(await texts('by-entry'));
    expect(matterOf(first)).toBe(`date: 2026-05-04
time: "18:40"
zone: Europe/Berlin
title: 'Off: "the" [floor] --> #1'
tags:
  - _2024
  - "no"
  - réunion/été
  - two-words
tag_names:
  - "2024"
  - "no"
  - réunion/été
  - two words
starred: true
moods:
  - -3
mood_before: -1
mood_after: 2
movement_type: Dance
movement_minutes: 45
movement_effort: 5
movement_type_2: Walk
movement_minutes_2: 44
words: 5
footnote_id: ${ids[0]}
written: "2026-05-04T18:40:05.120+02:00"
created: "2025-05-14T10:00:00.000Z"
updated: "2025-05-14T10:00:00.000Z"
`);
  });

  it('tells each mood and each movement once: with its entry, else with the first of its day', async () => {
    const facts = Object.values(await texts('by-entry')).map((text) => parseYaml(matterOf(text)));
    expect(facts.filter((each) => 'moods' in each)).toHaveLength(1);
    expect(facts.map((each) => [each.movement_minutes, each.movement_minutes_2])).toEqual([
      [45, 44],
      [undefined, undefined],
      [20, undefined],
    ]);
  });

  it('tells a movement whose entry is not among the days with the first entry of its own day', async () => {
    await using other = await createTestJournal({ seed: 3 });
    const { journal, ports } = other;
    const [there, here] = ['2026-05-04T10:00:00Z', '2026-05-05T10:00:00Z'].map((at) => {
      const moment = instantToMoment(Date.parse(at), 'Europe/Berlin');
      const id = createEntryId(moment.at, ports.randomBytes);
      journal.entries.insert({ id, moment, document: markdownToDocument('words') });
      return { id, moment };
    });
    if (there === undefined || here === undefined) throw new Error('two entries');
    journal.sessions.insert({
      id: createSessionId(here.moment.at, ports.randomBytes),
      ...plainSession,
      ...here.moment,
      kind: 'swim',
      minutes: 20,
      entryId: there.id,
      before: null,
      after: null,
    });
    using place = createTestFolder();
    const days = { from: here.moment.day, to: null };
    const target = join(place.path, 'out');
    must(await exportJournal(journal, { format: 'markdown', days, target }));
    const [name = ''] = readdirSync(join(target, 'entries', '2026'));
    const facts = parseYaml(matterOf(readFileSync(join(target, 'entries', '2026', name), 'utf8')));
    expect(facts).toMatchObject({ movement_type: 'Swim', movement_minutes: 20 });
  });

  it('has names of figures and dashes that no system reserves and no two of which fold to the same', async () => {
    const names = Object.keys(await texts('by-entry'));
    expect(names).toHaveLength(3);
    for (const name of names)
      expect(name).toMatch(/^entries[/\\]2026[/\\]2026-05-0\d-\d{4}-[0-9a-f]{8}\.md$/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });
});

describe('Markdown with a file a day', () => {
  it('has the entries of a day one under the other, those of the night with the day before', async () => {
    const files = await texts('by-day');
    expect(Object.keys(files)).toEqual([
      join('days', '2026', '2026-05-04.md'),
      join('days', '2026', '2026-05-05.md'),
    ]);
    const [day = ''] = Object.values(files);
    expect(parseYaml(matterOf(day))).toMatchObject({
      date: '2026-05-04',
      moods: [-3],
      mood_after: 2,
      movement_minutes: 45,
    });
    const headings = [...day.matchAll(/^## (.*)$/gm)].map(([, text]) => text);
    expect(headings).toEqual(['18:40 Off: "the" \\[floor\\] --> #1', '01:30 18:40']);
    const marks = [...day.matchAll(/^<!-- footnote entry: (\{"id".*\}) -->$/gm)].map(([, json = '']) =>
      JSON.parse(json),
    );
    expect(marks).toMatchObject([
      { id: ids[0], title: 'Off: "the" [floor] --> #1', starred: true, zone: 'Europe/Berlin' },
      { id: ids[1], title: '18:40' },
    ]);
  });
});

/** PyYAML reads YAML 1.1, as many programs still do. */
const python = spawnSync('python3', ['-c', 'import yaml']);
const reader = `
import json, sys, yaml
print(json.dumps([yaml.safe_load(text) for text in json.load(sys.stdin)], default=str))
`;

describe('front matter', () => {
  it.skipIf(python.status !== 0)(
    'says the same to a reader of YAML 1.1 (PyYAML, where it is installed)',
    async () => {
      for (const layout of ['by-entry', 'by-day'] as const) {
        const matters = Object.values(await texts(layout)).map(matterOf);
        const read = spawnSync('python3', ['-c', reader], {
          input: JSON.stringify(matters),
          encoding: 'utf8',
        });
        expect(read.stderr).toBe('');
        expect(JSON.parse(read.stdout)).toEqual(matters.map((matter) => parseYaml(matter)));
      }
    },
  );
});

describe('a tag for Obsidian', () => {
  it.each([
    ['river', 'river'],
    ['two words', 'two-words'],
    ['2024', '_2024'],
    ['2024/05', '_2024/05'],
    ['#hash', 'hash'],
    ['a//b/', 'a/b'],
    ['c++ & d', 'c-d'],
    ['über', 'über'],
    ['日記', '日記'],
    ['🏃', '🏃'],
    ['!?', '_'],
  ])('%s is %s', (name, expected) => {
    expect(toObsidianTag(name)).toBe(expected);
  });

  it('is legal whatever the name, and leads back to it', () => {
    const name = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 5 }), (names) => {
        const { tags, names: exact } = toObsidianTags(names);
        for (const tag of tags) expect(tag).toMatch(/^(?=.*[^\p{N}])[^\s#,.;:!?'"\\()[\]{}]+$/u);
        expect(fromObsidianTags(tags, exact ?? []).toSorted()).toEqual(names.toSorted());
      }),
    );
  });

  it('that was taken off in Obsidian is off, and one that was added is there', () => {
    expect(fromObsidianTags(['two-words', 'new'], ['two words', '2024'])).toEqual(['two words', 'new']);
  });
});
