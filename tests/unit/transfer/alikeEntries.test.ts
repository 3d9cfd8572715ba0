import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportJournal } from '../../../src/main/transfer/exportJournal';
import type { FoundEntries } from '../../../src/main/transfer/import/alike/findAlikeEntries';
import { lookAtFile, type LookPorts } from '../../../src/main/transfer/import/lookAtFile';
import { withoutRecords } from '../../../src/main/journal/records/withoutRecords';
import type { MergeCounts } from '../../../src/main/journal/records/mergeRecords';
import { createPace } from '../../../src/main/transfer/pace';
import { markdownToDocument } from '../../../src/shared/document/markdown';
import { documentToPlainText } from '../../../src/shared/document/plainText';
import type { JournalDocument } from '../../../src/shared/document/schema';
import { noSessionFacts } from '../../../src/shared/domain/movement';
import { everyDay, type ExportFormat } from '../../../src/shared/domain/transfer';
import { createCheckInId, createEntryId, createSessionId, type EntryId } from '../../../src/shared/id';
import { instantToMoment } from '../../../src/shared/time';
import { bringIn, toArchive } from '../../support/archives';
import { documentOf } from '../../support/documents';
import { zipOf } from '../../support/foreign';
import { createNewImage, createPng, pictureDocument } from '../../support/images';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';
import { createTestFolder } from '../../support/testFolder';

let place: ReturnType<typeof createTestFolder>;
beforeEach(() => {
  place = createTestFolder();
});
afterEach(() => place[Symbol.dispose]());

const at = (name: string): string => join(place.path, name);

interface Facts {
  readonly tags?: readonly string[];
  readonly title?: string;
  readonly star?: 'on';
}

function write(
  { journal, ports }: TestJournal,
  document: JournalDocument,
  when: string,
  { tags = [], title, star }: Facts = {},
): EntryId {
  const time = Date.parse(when);
  const id = createEntryId(time, ports.randomBytes);
  journal.entries.insert({ id, moment: instantToMoment(time, 'Europe/Paris', 4), document });
  must(journal.entryFacts.setTags({ id, tags: [...tags] }));
  if (title !== undefined) must(journal.entryFacts.setTitle({ id, title }));
  if (star !== undefined) must(journal.entryFacts.setStar({ id, star }));
  return id;
}

function feel({ journal, ports }: TestJournal, when: string): void {
  journal.checkIns.insert({
    id: createCheckInId(Date.parse(when), ports.randomBytes),
    ...instantToMoment(Date.parse(when), 'Europe/Paris', 4),
    valence: 1 / 3,
    energy: null,
    feelings: ['calm'],
    givenOn: 'stops',
    note: 'after the rain',
    role: 'moment',
    sessionId: null,
    isRemembered: false,
  });
}

function walk({ journal, ports }: TestJournal, when: string, entryId: EntryId | null = null): void {
  journal.sessions.insert({
    ...noSessionFacts,
    id: createSessionId(Date.parse(when), ports.randomBytes),
    ...instantToMoment(Date.parse(when), 'Europe/Paris', 4),
    isTimed: true,
    kind: 'walk',
    minutes: 30,
    effort: null,
    distanceMetres: null,
    note: null,
    before: null,
    after: null,
    entryId,
  });
}

async function taken({ journal }: TestJournal, format: ExportFormat, name: string): Promise<string> {
  must(await exportJournal(journal, { format, target: at(name), days: everyDay }));
  return at(name);
}

interface Brought {
  readonly found: FoundEntries;
  readonly counts: MergeCounts;
  readonly importId: string;
}

/** Looks at a file and brings it in without those that are alike. */
async function bringRest(
  { journal, ports }: TestJournal,
  path: string,
  more: Partial<LookPorts> = {},
): Promise<Brought> {
  const options = { ...ports, ...more };
  return must(
    await lookAtFile(path, journal, options, async ({ alikeEntries, holdings, source }) => {
      const reader = withoutRecords(holdings.reader, { sessions: new Set(), entries: alikeEntries.ids });
      const { id, counts } = await bringIn(journal, { ...holdings, reader }, source);
      return { found: alikeEntries, counts, importId: id };
    }),
  );
}

async function alikeIn({ journal, ports }: TestJournal, path: string): Promise<FoundEntries> {
  return must(await lookAtFile(path, journal, ports, ({ alikeEntries }) => Promise.resolve(alikeEntries)));
}

const entriesOf = ({ journal }: TestJournal) => [...journal.everything.entries()];

const rich =
  'A walk with **bold**, *slanted*, ~~gone~~, `code` and [a link](https://example.org/x).\\\nA second line.\n\n# Heading\n\n- one\n- two\n\n* [x] done\n* [ ] open\n\n> said\\\n> twice\n\n---\n\nThe end\n';

/** A few days as somebody lives them. */
function fillDays(test: TestJournal): void {
  write(test, markdownToDocument(rich), '2024-04-16T08:30:00Z', { tags: ['long walk', 'Lake'], star: 'on' });
  write(test, documentOf('The second one of that day, by @mail.'), '2024-04-16T18:30:00Z', {
    title: 'Called by a name',
  });
  write(test, documentOf('After midnight, [ and of the day before.'), '2024-04-18T00:30:00Z', {
    tags: ['C++'],
  });
  const image = must(test.journal.images.add(createNewImage(3)));
  write(test, pictureDocument([image.id], 'By the lake'), '2024-04-20T07:00:00Z');
  feel(test, '2024-04-16T10:00:00Z');
  walk(test, '2024-04-16T11:00:00Z');
  feel(test, '2024-04-19T10:00:00Z');
}

const plain = (document: JournalDocument): string =>
  documentToPlainText(document).replaceAll(/\s+/g, ' ').trim();

describe('entries that are here already in all but their ids', () => {
  it.each(['jrnl', 'jrnl-json'] as const)(
    'are found in our own %s, with what was noted below them, and none comes in once more',
    async (format) => {
      await using test = await createTestJournal();
      fillDays(test);
      const before = await toArchive(test.journal);
      const path = await taken(test, format, 'one');
      const { found, counts, importId } = await bringRest(test, path);
      expect(found.told.map(({ day, title, here }) => [day, title, here])).toEqual([
        ['2024-04-16', 'A walk with bold, slanted, gone, code and a link.', 'entry'],
        ['2024-04-16', 'Called by a name', 'entry'],
        ['2024-04-17', 'After midnight, [ and of the day before.', 'entry'],
        ['2024-04-19', '12:00 slightly pleasant: calm', 'notes'],
        ['2024-04-20', 'By the lake', 'entry'],
      ]);
      expect(found.inAll).toBe(5);
      expect(counts['entries']).toBeUndefined();
      expect(counts['entry_tags']).toBeUndefined();
      expect(entriesOf(test)).toHaveLength(4);
      must(await test.journal.imports.takeBack(importId, createPace({})));
      expect(await toArchive(test.journal)).toEqual(before);
    },
  );

  it('are all that comes from somewhere else as well, whichever program told it first', async () => {
    await using test = await createTestJournal();
    const ports = { pictures: { recode: (raw: Uint8Array) => Promise.resolve(createNewImage(raw.length)) } };
    const dayOne = {
      metadata: { version: '1.0' },
      entries: [
        {
          uuid: 'A',
          creationDate: '2024-04-17T08:00:00Z',
          timeZone: 'Europe/Paris',
          tags: ['Lake'],
          text: 'By the lake\n\n![](dayone-moment://AA)\n\nand home again',
          photos: [{ identifier: 'AA', md5: 'aa', type: 'png' }],
        },
      ],
    };
    writeFileSync(
      at('one.zip'),
      await zipOf({ 'Journal.json': JSON.stringify(dayOne), 'photos/aa.png': createPng(4, 4) }),
    );
    await bringRest(test, at('one.zip'), ports);
    expect(entriesOf(test)).toHaveLength(1);

    const vault = async (picture: string, text: string): Promise<Brought> => {
      writeFileSync(
        at('vault.zip'),
        await zipOf({
          '2024-04-17.md': `---\ndate: 2024-04-17\ntags: [lake]\n---\n${text}\n`,
          'aa.png': createPng(4, picture === 'same' ? 4 : 5),
        }),
      );
      return bringRest(test, at('vault.zip'), ports);
    };
    const text = 'By the lake\n\n![](aa.png)\n\nand home again';
    expect((await vault('same', text)).found.inAll).toBe(1);
    expect(entriesOf(test)).toHaveLength(1);
    const other = await vault('another one', text);
    expect(other.found.inAll).toBe(0);
    expect(other.counts['entries']).toMatchObject({ new: 1 });
    expect(other.counts['images']).toMatchObject({ new: 1 });
  });

  it('are no longer here where a word, the day or the bin says so', async () => {
    await using test = await createTestJournal();
    const ids = ['15', '16', '17', '18'].map((day) =>
      write(test, documentOf(`Rain on the roof, ${day} times`), `2024-04-${day}T08:00:00Z`),
    );
    const path = await taken(test, 'jrnl', 'one.txt');
    const [changed, binned, moved, gone] = ids.map((id) => ({ id }));
    if (changed === undefined || binned === undefined || moved === undefined || gone === undefined) return;
    must(
      test.journal.entries.save({ ...changed, document: documentOf('Rain on the roof'), baseRevision: 1 }),
    );
    must(test.journal.entries.moveToBin(binned));
    must(test.journal.entries.moveToBin(gone));
    must(test.journal.bin.remove(gone));
    const moment = instantToMoment(Date.parse('2024-05-17T08:00:00Z'), 'Europe/Paris');
    must(
      test.journal.entryFacts.setMoment({ ...moved, day: moment.day, clock: '10:00', zone: 'Europe/Paris' }),
    );
    const { found, counts } = await bringRest(test, path);
    expect(found).toMatchObject({ inAll: 0, told: [] });
    expect(counts['entries']).toMatchObject({ new: 4 });
  });

  it('hold nothing that is not here: a tag, a star, a link, a tick', async () => {
    await using away = await createTestJournal({ seed: 2 });
    const texts = {
      tag: 'With a tag',
      star: 'With a star',
      link: 'With [a link](https://example.org/there)',
      tick: '* [x] the bins',
      none: 'With nothing',
    };
    const days = Object.keys(texts).map((_, index) => `2024-04-1${index}T08:00:00Z`);
    for (const [index, [what, text]] of Object.entries(texts).entries())
      write(away, markdownToDocument(text), days[index] ?? '', {
        ...(what === 'tag' && { tags: ['lake'] }),
        ...(what === 'star' && { star: 'on' }),
      });
    const path = await taken(away, 'jrnl-json', 'one.json');
    await using test = await createTestJournal();
    const bare = { ...texts, link: 'With a link', tick: '* [ ] the bins' };
    for (const [index, text] of Object.values(bare).entries())
      write(test, markdownToDocument(text), days[index] ?? '');
    expect((await alikeIn(test, path)).told.map(({ title }) => title)).toEqual(['With nothing']);
    // The other way round all of it is here and more.
    expect((await alikeIn(away, await taken(test, 'jrnl-json', 'two.json'))).told).toHaveLength(5);
  });

  it('stand for one each: of two that say the same the second one comes in where there is one here', async () => {
    await using away = await createTestJournal({ seed: 2 });
    write(away, documentOf('A good day.'), '2024-04-16T08:00:00Z');
    write(away, documentOf('A good day.'), '2024-04-16T19:00:00Z');
    const path = await taken(away, 'jrnl', 'two.txt');
    expect((await alikeIn(away, path)).inAll).toBe(2);
    await using test = await createTestJournal();
    write(test, documentOf('A good day.'), '2024-04-16T08:00:00Z');
    const { found, counts } = await bringRest(test, path);
    expect(found.inAll).toBe(1);
    expect(counts['entries']).toMatchObject({ new: 1 });
    expect(entriesOf(test).map(({ document }) => document)).toHaveLength(2);
  });

  it('are no entries of an archive that something hangs on, nor one whose counterpart has found it by its id', async () => {
    await using away = await createTestJournal({ seed: 2 });
    const written = write(away, documentOf('Written twice'), '2024-04-15T08:00:00Z');
    away.clock.advance({ days: 2 });
    must(away.journal.entries.save({ id: written, document: documentOf('Written anew'), baseRevision: 1 }));
    const walked = write(away, documentOf('About a walk'), '2024-04-16T08:00:00Z');
    walk(away, '2024-04-16T07:00:00Z', walked);
    write(away, documentOf('By itself'), '2024-04-17T08:00:00Z');
    writeFileSync(at('away.zip'), await toArchive(away.journal));
    await using test = await createTestJournal();
    write(test, documentOf('Written anew'), '2024-04-15T08:00:00Z');
    write(test, documentOf('About a walk'), '2024-04-16T08:00:00Z');
    write(test, documentOf('By itself'), '2024-04-17T08:00:00Z');
    const { found, counts } = await bringRest(test, at('away.zip'));
    expect(found.told.map(({ title }) => title)).toEqual(['By itself']);
    expect(counts['entries']).toMatchObject({ new: 2 });
    expect(counts['entry_versions']).toMatchObject({ new: 1 });
    expect((await alikeIn(test, at('away.zip'))).told.map(({ title }) => title)).toEqual(['By itself']);

    write(away, documentOf('By itself'), '2024-04-17T09:00:00Z');
    writeFileSync(at('again.zip'), await toArchive(away.journal));
    const again = await alikeIn(away, at('again.zip'));
    expect(again.inAll).toBe(0);
  });

  it('are all whose words survive the way out and back, whatever the words are', async () => {
    const word = fc.stringMatching(/^[a-zé@*_#[\]()`~>+.!-]{1,6}$/);
    const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    const page = fc
      .array(
        fc.tuple(fc.constantFrom('', '# ', '- ', '> ', '1. '), line).map(([sign, text]) => `${sign}${text}`),
        { minLength: 1, maxLength: 4 },
      )
      .map((lines) => markdownToDocument(lines.join('\n\n')));
    const pages = fc.array(page, { minLength: 20, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(pages, fc.constantFrom('jrnl' as const, 'jrnl-json' as const), async (all, format) => {
        await using test = await createTestJournal();
        for (const [index, document] of all.entries())
          write(test, document, new Date(Date.UTC(2024, 3, index + 1, 9)).toISOString());
        const texts = new Map(entriesOf(test).map(({ day, document }) => [day, plain(document)]));
        const path = await taken(test, format, `${format}-${readdirSync(place.path).length}`);
        must(
          await lookAtFile(path, test.journal, test.ports, ({ incoming, alikeEntries: { ids } }) => {
            const arriving = [...incoming.everything.entries()];
            // A mark within a word behind an at sign makes another tag of it.
            for (const { id, day, document, tags } of arriving)
              expect([tags, ids.has(id), plain(document)]).toEqual([
                tags,
                plain(document) === texts.get(day) && (tags.length === 0 || ids.has(id)),
                plain(document),
              ]);
            expect(ids.size).toBeGreaterThan(arriving.length / 2);
            return Promise.resolve(null);
          }),
        );
      }),
      // To make one smaller takes journals upon journals.
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('are nothing in a journal in which nothing is', async () => {
    await using away = await createTestJournal({ seed: 2 });
    fillDays(away);
    await using test = await createTestJournal();
    const { found, counts } = await bringRest(test, await taken(away, 'jrnl', 'one.txt'));
    expect(found.inAll).toBe(0);
    expect(counts['entries']).toMatchObject({ new: 5 });
  });
});
