import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordTables } from '../../../src/main/journal/records/recordTables';
import { createPace } from '../../../src/main/transfer/pace';
import { createEntryId } from '../../../src/shared/id';
import { noFilters } from '../../../src/shared/domain/search';
import { bringIn, toArchive, withRead } from '../../support/archives';
import { documentOf } from '../../support/documents';
import { createFullJournal } from '../../support/fullJournal';
import { createNewImage, pictureDocument } from '../../support/images';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';

it('an archive read into an empty journal and written again is the same, byte for byte', async () => {
  await using full = await createFullJournal();
  await using empty = await createTestJournal({ seed: 9 });
  const archive = await toArchive(full.journal);
  await withRead(empty, archive, async (read, { refused }) => {
    expect(refused).toEqual([]);
    expect(read.verify()).toMatchObject({ isSound: true, problems: [] });
    expect(read.everything.counts()).toEqual(full.journal.everything.counts());
    await bringIn(empty.journal, read.holdings, 'archive');
  });
  expect(empty.journal.verify()).toMatchObject({ isSound: true, problems: [] });
  for (const table of recordTables)
    expect([...empty.journal.imports.reader.all(table)], table.name).toEqual([
      ...full.journal.imports.reader.all(table),
    ]);
  expect((await toArchive(empty.journal)).equals(archive)).toBe(true);
  expect(readdirSync(empty.ports.scratchFolder)).toEqual([]);
});

/** Every record of a journal, by table. */
const allOf = ({ journal }: TestJournal) =>
  Object.fromEntries(recordTables.map((table) => [table.name, [...journal.imports.reader.all(table)]]));

it('the full journal of these tests has something in every table that travels', async () => {
  await using full = await createFullJournal();
  const empty = recordTables.filter((table) => full.journal.imports.reader.count(table) === 0);
  expect(empty.map(({ name }) => name)).toEqual([]);
});

it('read in a second time, everything is there already, and nothing is written', async () => {
  await using full = await createFullJournal();
  const archive = await toArchive(full.journal);
  await withRead(full, archive, async (read) => {
    const counts = full.journal.imports.judge(read.holdings);
    for (const [name, count] of Object.entries(counts))
      expect(count, name).toEqual({ new: 0, same: count.same, changed: 0, older: 0, refused: 0 });
    const before = allOf(full);
    await bringIn(full.journal, read.holdings, 'archive');
    expect(allOf(full)).toEqual(before);
  });
});

it('into another journal both lives come together, and taken back the first is what it was', async () => {
  await using one = await createFullJournal(1);
  await using other = await createFullJournal(2);
  const before = allOf(one);
  const archive = await toArchive(other.journal);
  const merged = await withRead(one, archive, (read) => bringIn(one.journal, read.holdings, 'archive'));
  expect(one.journal.everything.counts().entries).toBe(
    Object.values(before['entries'] ?? []).length - 1 + other.journal.everything.counts().entries,
  );
  expect(merged.counts['entries']?.new).toBeGreaterThan(100);
  expect(one.journal.verify()).toMatchObject({ isSound: true, problems: [] });
  expect(one.journal.imports.list()).toMatchObject([{ id: merged.id, source: 'archive', takenBackAt: null }]);
  expect(must(await one.journal.imports.takeBack(merged.id, createPace({})))).toMatchObject({ left: 0 });
  expect(allOf(one)).toEqual(before);
  expect(one.journal.verify()).toMatchObject({ isSound: true, problems: [] });
  expect(await one.journal.imports.takeBack(merged.id, createPace({}))).toEqual({
    ok: false,
    error: { type: 'NotFound' },
  });
});

it('a later state comes in and leaves the earlier one as a version; an earlier state stays out', async () => {
  await using home = await createTestJournal();
  const id = createEntryId(home.clock.now(), home.ports.randomBytes);
  must(home.journal.entries.save({ id, document: documentOf('As it was'), baseRevision: 0 }));
  const earlier = await toArchive(home.journal);
  await using away = await createTestJournal({ seed: 5 });
  await withRead(away, earlier, (read) => bringIn(away.journal, read.holdings, 'archive'));
  away.clock.advance({ hours: 3 });
  must(away.journal.entries.save({ id, document: documentOf('Written on elsewhere'), baseRevision: 1 }));
  const later = await toArchive(away.journal);

  const merged = await withRead(home, later, (read) => bringIn(home.journal, read.holdings, 'archive'));
  expect(merged.counts['entries']).toMatchObject({ changed: 1, new: 0 });
  expect(must(home.journal.entries.read({ id })).document).toEqual(documentOf('Written on elsewhere'));
  expect(home.journal.versions.list(id)).toHaveLength(1);
  expect(must(home.journal.entries.search({ words: 'elsewhere', filters: noFilters, limit: 5 })).total).toBe(
    1,
  );

  await withRead(home, earlier, async (read) =>
    expect(home.journal.imports.judge(read.holdings)['entries']).toMatchObject({
      older: 1,
      changed: 0,
    }),
  );
  must(await home.journal.imports.takeBack(merged.id, createPace({})));
  expect(must(home.journal.entries.read({ id })).document).toEqual(documentOf('As it was'));
  expect(home.journal.versions.list(id)).toHaveLength(0);
});

it('taking back leaves what was written on since, with everything that belongs to it', async () => {
  await using home = await createTestJournal();
  await using other = await createFullJournal(2);
  const archive = await toArchive(other.journal);
  const merged = await withRead(home, archive, (read) => bringIn(home.journal, read.holdings, 'archive'));
  const entry = [...home.journal.everything.entries()].find(({ tags }) => tags.includes('Sea'));
  if (entry === undefined) throw new Error('the entry with tags came in');
  home.clock.advance({ days: 30 });
  must(
    home.journal.entries.save({ id: entry.id, document: documentOf('More'), baseRevision: entry.revision }),
  );
  expect(must(await home.journal.imports.takeBack(merged.id, createPace({}))).left).toBeGreaterThan(1);
  expect(home.journal.everything.counts()).toMatchObject({ entries: 1, sessions: 0, checkIns: 0 });
  expect(must(home.journal.entries.read({ id: entry.id }))).toMatchObject({
    document: documentOf('More'),
    tags: entry.tags,
  });
});

it('a picture that is here already is not kept twice, under whichever name it comes', async () => {
  await using home = await createTestJournal();
  await using other = await createTestJournal({ seed: 5 });
  const here = must(home.journal.images.add(createNewImage(3)));
  const there = must(other.journal.images.add(createNewImage(3)));
  expect(here.id).not.toBe(there.id);
  const id = createEntryId(other.clock.now(), other.ports.randomBytes);
  must(other.journal.entries.save({ id, document: pictureDocument([there.id], 'Twice'), baseRevision: 0 }));
  const archive = await toArchive(other.journal);
  await withRead(home, archive, async (read) => {
    const merged = await bringIn(home.journal, read.holdings, 'archive');
    expect(merged.counts['images']).toMatchObject({ same: 1, new: 0 });
  });
  expect(must(home.journal.entries.read({ id })).document).toEqual(pictureDocument([here.id], 'Twice'));
  // And again: what was renamed is recognised.
  await withRead(home, archive, async (read) =>
    expect(home.journal.imports.judge(read.holdings)['entries']).toMatchObject({
      same: 1,
      new: 0,
    }),
  );
});

/** More than ten megabytes, so that they do not all come with one write. */
async function archiveOfPictures(count: number): Promise<Buffer> {
  await using away = await createTestJournal({ seed: 3 });
  const ids = Array.from(
    { length: count },
    (_, index) => must(away.journal.images.add(createNewImage(index + 1, 2000, 1600))).id,
  );
  must(
    away.journal.entries.save({
      id: createEntryId(1, away.ports.randomBytes),
      document: pictureDocument(ids, 'The pier'),
      baseRevision: 0,
    }),
  );
  return await toArchive(away.journal);
}

const countImages = ({ journal }: TestJournal) =>
  journal.source.db.prepare<[]>('SELECT count(*) FROM images').pluck().get();

describe('pictures of an archive', () => {
  it('come in a few at a time, before the rest, and are counted as new', async () => {
    const archive = await archiveOfPictures(14);
    await using home = await createTestJournal({ seed: 4 });
    await withRead(home, archive, async ({ holdings }) => {
      const noted: number[] = [];
      const brought = must(
        await home.journal.imports.bringPictures(holdings.images, {
          note: (done) => noted.push(done),
          pause: () => Promise.resolve(),
        }),
      );
      expect(noted.length).toBeGreaterThan(1);
      expect(noted[0]).toBeLessThan(14);
      const { counts } = must(await home.journal.imports.merge(holdings, 'archive', brought, createPace({})));
      expect(counts['images']).toMatchObject({ new: 14, same: 0 });
    });
    expect(home.journal.verify()).toMatchObject({ isSound: true, problems: [] });
    expect((await toArchive(home.journal)).equals(archive)).toBe(true);
  });

  it('go again when somebody says stop, or nobody wants the rest', async () => {
    const archive = await archiveOfPictures(14);
    await using home = await createTestJournal({ seed: 4 });
    const before = allOf(home);
    await withRead(home, archive, async ({ holdings }) => {
      let seen: unknown = 0;
      const stopped = home.journal.imports.bringPictures(holdings.images, {
        note: () => {
          seen = countImages(home);
        },
        pause: () => (seen === 0 ? Promise.resolve() : Promise.reject(new Error('stop'))),
      });
      await expect(stopped).rejects.toThrow('stop');
      expect(seen).toBeGreaterThan(0);
      expect(countImages(home)).toBe(0);
      home.journal.imports.leavePictures(
        must(await home.journal.imports.bringPictures(holdings.images, createPace({}))),
      );
    });
    expect(countImages(home)).toBe(0);
    expect(allOf(home)).toEqual(before);
  });

  it('that came in before the power went are shown nowhere, and go like any other that nobody shows', async () => {
    const archive = await archiveOfPictures(3);
    await using home = await createTestJournal({ seed: 4 });
    await withRead(home, archive, async ({ holdings }) => {
      must(await home.journal.imports.bringPictures(holdings.images, createPace({})));
    });
    expect(countImages(home)).toBe(3);
    for (let day = 0; day < 3; day += 1) {
      home.journal.images.removeUnshown();
      home.clock.advance({ days: 3 });
    }
    expect(countImages(home)).toBe(0);
  });
});
