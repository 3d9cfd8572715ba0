import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBackup } from '../../../src/main/backup/makeBackup';
import { listBackups } from '../../../src/main/backup/listBackups';
import { restoreBackup } from '../../../src/main/backup/restoreBackup';
import { salvageJournal } from '../../../src/main/backup/salvage/salvageJournal';
import { chooseRecords } from '../../../src/main/backup/salvage/chooseRecords';
import { emptyContent, type Content } from '../../../src/main/backup/salvage/readContent';
import { alteredNote, repairEntry } from '../../../src/main/backup/salvage/repairRecords';
import { fillSampleJournal } from '../../../src/main/sample/sampleJournal';
import { documentToPlainText } from '../../../src/shared/document/plainText';
import type { JournalDocument } from '../../../src/shared/document/schema';
import { createEntryId, type EntryId, type ImageId, promptIdSchema } from '../../../src/shared/id';
import { emptyHardDayPage } from '../../../src/shared/domain/hardDay';
import { instantToMoment } from '../../../src/shared/time';
import { documentOf } from '../../support/documents';
import { createNewImage, pictureDocument } from '../../support/images';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';
import { damagePages, drillSalvage, fillWithEntries, pageSize, wordsById } from '../../support/salvageDrill';

let test: TestJournal;
beforeEach(async () => {
  test = await createTestJournal();
});
afterEach(() => test[Symbol.asyncDispose]());

const databasePath = () => join(test.folder, 'journal.db');
const salvage = (passphrase = testPassphrase) =>
  salvageJournal(test.folder, bytesOf(passphrase), { ...test.ports, second: null });

async function salvaged() {
  const result = await salvage();
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

function overwritePages(pages: readonly number[], fill: 'zeros' | 'noise'): void {
  const bytes = readFileSync(databasePath());
  for (const page of pages) {
    bytes.set(fill === 'zeros' ? Buffer.alloc(pageSize) : test.ports.randomBytes(pageSize), page * pageSize);
  }
  writeFileSync(databasePath(), bytes);
}

function flipBits(places: readonly number[]): void {
  const bytes = readFileSync(databasePath());
  for (const at of places) bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(databasePath(), bytes);
}

function insert(text: string): EntryId {
  const id = createEntryId(test.clock.now(), test.ports.randomBytes);
  test.journal.entries.insert({
    id,
    moment: instantToMoment(test.clock.now(), 'UTC'),
    document: documentOf(text),
  });
  return id;
}

function insertDocument(document: JournalDocument): EntryId {
  const id = createEntryId(test.clock.now(), test.ports.randomBytes);
  if (!test.journal.entries.save({ id, document, baseRevision: 0 }).ok) throw new Error('not saved');
  return id;
}

function addImage(seed: number): ImageId {
  const added = test.journal.images.add(createNewImage(seed, 120, 90));
  if (!added.ok) throw new Error(added.error.type);
  return added.value.id;
}

const allPages = () =>
  Array.from({ length: readFileSync(databasePath()).length / pageSize }, (_, page) => page);

describe('salvage', () => {
  it.each(['one bit', 'whole page'] as const)(
    'brings out nearly everything with %s broken on 8 pages',
    async (damage) => {
      fillWithEntries(test, 300);
      const words = wordsById(test.journal);
      test.journal.close();
      using place = createTestFolder();
      const outcome = await drillSalvage(test, words, join(place.path, 'Damaged.journal'), {
        bad: 8,
        damage,
        seed: 3,
      });
      expect(outcome).toMatchObject({ isSound: true, silentlyAltered: 0 });
      expect(outcome.intact / words.size).toBeGreaterThan(0.9);
      expect(outcome.intact + outcome.markedIntact + outcome.markedAltered + outcome.lost).toBe(words.size);
    },
  );

  it.each(['one bit', 'noise'] as const)(
    'proves every entry, check-in and session although each branch of their trees is broken (%s)',
    async (damage) => {
      fillSampleJournal(test.journal, {
        years: 1,
        seed: 1,
        today: instantToMoment(test.clock.now(), 'UTC').day,
        zone: 'UTC',
      });
      const words = wordsById(test.journal);
      // What was deleted must not come back from pages that no tree leads to.
      const moments = [...test.journal.everything.checkIns()].filter(({ role }) => role === 'moment');
      for (const { id } of moments.slice(0, 200)) test.journal.checkIns.remove({ id });
      const before = [...test.journal.everything.checkIns()];
      const sessions = [...test.journal.everything.sessions()];
      const branches = test.journal.source.db
        .prepare<[], number>(
          "SELECT pageno FROM dbstat WHERE name IN ('entries', 'check_ins', 'movement_sessions') AND pagetype = 'internal'",
        )
        .pluck()
        .all();
      expect(branches.length).toBeGreaterThan(2);
      test.journal.close();
      if (damage === 'noise')
        overwritePages(
          branches.map((page) => page - 1),
          'noise',
        );
      else flipBits(branches.map((page) => (page - 1) * pageSize + 100));
      expect(await salvaged()).toMatchObject({
        entries: words.size,
        checkIns: before.length,
        mayBeAltered: 0,
        fromBackup: 0,
      });
      const journal = await test.reopen();
      expect(wordsById(journal)).toEqual(words);
      expect([...journal.everything.checkIns()]).toEqual(before);
      expect([...journal.everything.sessions()]).toEqual(sessions);
      expect(journal.verify().isSound).toBe(true);
    },
  );

  it.each(['zeros', 'noise'] as const)('finds its way with the first page full of %s', async (fill) => {
    fillWithEntries(test, 100);
    const words = wordsById(test.journal);
    test.journal.close();
    overwritePages([0], fill);
    expect(await salvaged()).toMatchObject({ entries: 100, mayBeAltered: 0 });
    expect(wordsById(await test.reopen())).toEqual(words);
  });

  it.each(['as it was made', 'restored from a backup'])(
    'finds its way without the list of tables in a journal %s',
    async (which) => {
      fillWithEntries(test, 100);
      const words = wordsById(test.journal);
      if (which === 'restored from a backup') {
        const made = makeBackup(test.journal, { clock: test.clock });
        test.journal.close();
        const places = { journalFolder: test.folder, second: null };
        if (made.ok) restoreBackup(places, { id: made.value.id, place: 'journal' }, test.clock);
        rmSync(join(test.folder, 'backups'), { recursive: true });
        await test.reopen();
      }
      const schemaPages = test.journal.source.db
        .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'")
        .pluck()
        .all();
      test.journal.close();
      expect(schemaPages.length).toBeGreaterThan(1);
      overwritePages(
        schemaPages.map((page) => page - 1),
        'noise',
      );
      expect(await salvaged()).toMatchObject({ entries: 100, mayBeAltered: 0 });
      const journal = await test.reopen();
      expect(wordsById(journal)).toEqual(words);
      expect(journal.verify().isSound).toBe(true);
    },
  );

  it('completes from the newest whole backup, and takes the later of two states', async () => {
    const kept = insert('Kept since the backup');
    const changed = insert('First state');
    expect(makeBackup(test.journal, { clock: test.clock }).ok).toBe(true);
    test.journal.entries.save({ id: changed, baseRevision: 1, document: documentOf('Second state') });
    const young = insert('After the backup');
    test.journal.close();
    rmSync(databasePath());
    const report = await salvaged();
    expect(report).toMatchObject({ hadBackup: true, fromBackup: 2, entries: 2, mayBeAltered: 0 });
    const journal = await test.reopen();
    const words = wordsById(journal);
    expect([words.get(kept), words.get(changed), words.get(young)]).toEqual([
      'Kept since the backup',
      'First state',
      undefined,
    ]);
  });

  it('does not bring back from a backup what was deleted for good, and keeps tags, stars and titles with their entries', async () => {
    const deleted = insert('Deleted for good');
    const kept = insert('Kept');
    const other = insert('Another');
    test.journal.entryFacts.setTags({ id: kept, tags: ['lake', 'autumn'] });
    test.journal.entryFacts.setTags({ id: other, tags: ['autumn'] });
    test.journal.entryFacts.setStar({ id: kept, star: 'on' });
    test.journal.entryFacts.setTitle({ id: other, title: 'Called Zwolle' });
    expect(makeBackup(test.journal, { clock: test.clock }).ok).toBe(true);
    test.journal.entries.moveToBin({ id: deleted });
    expect(test.journal.bin.remove({ id: deleted }).ok).toBe(true);
    test.journal.close();
    expect(await salvaged()).toMatchObject({ hadBackup: true, entries: 2 });
    const journal = await test.reopen();
    expect(journal.entries.read({ id: deleted }).ok).toBe(false);
    expect(journal.entries.read({ id: kept })).toMatchObject({
      value: { tags: ['autumn', 'lake'], isStarred: true },
    });
    expect(journal.entries.read({ id: other })).toMatchObject({
      value: { tags: ['autumn'], givenTitle: 'Called Zwolle' },
    });
    expect(journal.entries.search({ words: 'zwolle', limit: 5 })).toMatchObject({ value: { total: 1 } });
    expect(journal.verify().isSound).toBe(true);
  });

  it('passes over a backup that is broken, and keeps the whole of a journal that is not', async () => {
    const id = insert('One line');
    makeBackup(test.journal, { clock: test.clock });
    const second = insert('Another line');
    const newest = makeBackup(test.journal, { clock: test.clock });
    test.journal.close();
    if (newest.ok) {
      const path = join(test.folder, 'backups', `${newest.value.id}.db`);
      damagePages(path, 3, 'whole page', 1);
    }
    writeFileSync(databasePath(), 'a text file');
    expect(await salvaged()).toMatchObject({ entries: 1, fromBackup: 1 });
    const words = wordsById(await test.reopen());
    expect([words.has(id), words.has(second)]).toEqual([true, false]);
  });

  it('leaves a sound journal with the same entries, moods, movement, questions, kept lines and settings', async () => {
    const now = test.clock.now();
    fillSampleJournal(test.journal, {
      years: 1,
      seed: 4,
      today: instantToMoment(now, 'UTC').day,
      zone: 'UTC',
      until: now,
    });
    test.journal.spelling.add({ word: 'Wollongong' });
    test.journal.prompts.setShown({ promptId: promptIdSchema.parse('play-song'), state: 'hidden' });
    test.journal.hardDay.save({ page: { ...emptyHardDayPage, words: 'It passed before.' } });
    test.journal.settings.save({ ...test.journal.everything.settings(), dayBoundaryHour: 2 });
    const everything = () => ({
      entries: [...test.journal.everything.entries()],
      checkIns: [...test.journal.everything.checkIns()],
      sessions: [...test.journal.everything.sessions()],
      settings: test.journal.everything.settings(),
      ownPrompts: [...test.journal.everything.ownPrompts()],
      hidden: [...test.journal.everything.hiddenPrompts()],
      kept: [...test.journal.everything.keepsakes()],
      hardDay: test.journal.everything.hardDay(),
      words: test.journal.spelling.words(),
      found: test.journal.entries.search({ words: 'walk', limit: 200 }),
    });
    const before = everything();
    expect([before.ownPrompts.length, before.hidden.length, before.hardDay?.page.words]).toEqual([
      1,
      1,
      'It passed before.',
    ]);
    expect(before.kept.length).toBeGreaterThan(2);
    test.journal.close();
    const report = await salvaged();
    expect(report).toMatchObject({ entries: before.entries.length, mayBeAltered: 0, fromBackup: 0 });
    const journal = await test.reopen();
    expect(everything()).toEqual(before);
    expect(journal.verify().isSound).toBe(true);
  });

  it('brings pictures over with what shows them, and fills the gaps from a backup', async () => {
    const ids = [1, 2, 3, 4, 5, 6].map((seed) => addImage(seed));
    const entry = insertDocument(pictureDocument(ids.slice(0, 5), 'The pier'));
    test.clock.advance({ hours: 1 });
    test.journal.entries.save({
      id: entry,
      baseRevision: 1,
      document: pictureDocument(ids.slice(1), 'The pier'),
    });
    expect(makeBackup(test.journal, { clock: test.clock }).ok).toBe(true);
    const young = addImage(7);
    test.journal.entries.save({ id: entry, baseRevision: 2, document: pictureDocument([...ids, young]) });
    const pages = test.journal.source.db
      .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'image_bytes' AND pagetype <> 'internal'")
      .pluck()
      .all();
    test.journal.close();
    overwritePages(
      pages.slice(0, 6).map((page) => page - 1),
      'noise',
    );
    expect(await salvaged()).toMatchObject({ entries: 1, hadBackup: true });
    const journal = await test.reopen();
    for (const [index, id] of ids.entries()) {
      const { bytes } = createNewImage(index + 1, 120, 90);
      expect(
        Buffer.from(journal.images.read(id, 'full')?.bytes ?? []).equals(bytes),
        `picture ${index}`,
      ).toBe(true);
    }
    test.clock.advance({ days: 3 });
    journal.images.removeUnshown();
    test.clock.advance({ days: 3 });
    expect(journal.images.removeUnshown()).toEqual({ ok: true, value: 0 });
    expect(addImage(1)).toBe(ids[0]);
    expect(journal.verify()).toMatchObject({ isSound: true, problems: [] });
  });

  it('proves every picture although the branches of their trees are broken', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => addImage(index + 1));
    insertDocument(pictureDocument(ids));
    const branches = test.journal.source.db
      .prepare<[], number>(
        "SELECT pageno FROM dbstat WHERE name IN ('images', 'image_bytes') AND pagetype = 'internal'",
      )
      .pluck()
      .all();
    expect(branches.length).toBeGreaterThan(0);
    test.journal.close();
    overwritePages(
      branches.map((page) => page - 1),
      'noise',
    );
    await salvaged();
    const journal = await test.reopen();
    const wrong = ids.filter((id, index) => {
      const { bytes } = createNewImage(index + 1, 120, 90);
      const isSmallThere = journal.images.read(id, 'small') !== null;
      return !isSmallThere || !Buffer.from(journal.images.read(id, 'full')?.bytes ?? []).equals(bytes);
    });
    expect(wrong).toEqual([]);
    expect(journal.verify()).toMatchObject({ isSound: true, problems: [] });
  });

  it('takes a picture from pages that passed no check only when all of its bytes are right', async () => {
    const [whole, altered] = [addImage(1), addImage(2)];
    insertDocument(pictureDocument([whole, altered]));
    const pages = test.journal.source.db
      .prepare<[], { readonly pageno: number }>(
        "SELECT pageno FROM dbstat WHERE name = 'image_bytes' AND pagetype = 'overflow'",
      )
      .all();
    test.journal.close();
    const bytes = readFileSync(databasePath());
    // In the tag of one page and in the pixels of another: neither passes its check, and only one of them is right.
    const [first, last] = [pages[0], pages.at(-1)];
    if (first === undefined || last === undefined) throw new Error('a picture is longer than a page');
    bytes.writeUInt8(bytes.readUInt8(first.pageno * pageSize - 1) ^ 1, first.pageno * pageSize - 1);
    const inPixels = (last.pageno - 1) * pageSize + 40;
    bytes.writeUInt8(bytes.readUInt8(inPixels) ^ 1, inPixels);
    writeFileSync(databasePath(), bytes);
    await salvaged();
    const journal = await test.reopen();
    expect([whole, altered].map((id) => journal.images.read(id, 'full') !== null)).toEqual([true, false]);
    expect(journal.verify().isSound).toBe(true);
  });

  it('tells a wrong passphrase from damage, and zeroes the passphrase', async () => {
    insert('A line');
    test.journal.close();
    overwritePages(allPages().slice(1), 'noise');
    expect(await salvage('something else')).toEqual({ ok: false, error: { type: 'WrongPassphrase' } });
    const passphrase = bytesOf(testPassphrase);
    const result = await salvageJournal(test.folder, passphrase, { ...test.ports, second: null });
    expect(passphrase.every((byte) => byte === 0)).toBe(true);
    expect(result).toEqual({ ok: false, error: { type: 'NothingToSalvage' } });
    expect(existsSync(join(test.folder, 'set-aside'))).toBe(false);
  });

  it('finds a lost key file in the backups', async () => {
    insert('A line');
    makeBackup(test.journal, { clock: test.clock });
    test.journal.close();
    for (const name of ['vault.json', 'vault.json.bak']) rmSync(join(test.folder, name));
    expect(await salvaged()).toMatchObject({ entries: 1 });
    expect((await test.reopen()).everything.counts().entries).toBe(1);
  });

  it('refuses a journal that is open, and leaves no copies behind', async () => {
    insert('A line');
    expect(await salvage()).toEqual({ ok: false, error: { type: 'JournalAlreadyOpen' } });
    expect(readdirSync(test.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('counts on from the highest count there was', async () => {
    for (let line = 0; line < 5; line += 1) insert('A line');
    makeBackup(test.journal, { clock: test.clock });
    const { seq } = listBackups({ journalFolder: test.folder, second: null }).backups[0] ?? { seq: 0 };
    test.journal.close();
    rmSync(databasePath());
    await salvaged();
    await test.reopen();
    const made = makeBackup(test.journal, { clock: test.clock });
    expect(made.ok && made.value.seq).toBeGreaterThan(seq);
  });
});

const row = (id: string, revision: number, from: string) => ({ id, revision, from });
const content = (...rows: readonly ReturnType<typeof row>[]): Content => ({
  ...emptyContent,
  tables: new Map([['entries', { rows, isComplete: false, isFound: true }]]),
});
const choose = (sources: Partial<Record<'authentic' | 'unchecked' | 'backup', Content>>) =>
  chooseRecords(
    { authentic: emptyContent, unchecked: emptyContent, backup: emptyContent, ...sources },
    'entries',
    'revision',
  ).map((record) => [record.row['revision'], record.from, record.earlier?.['revision'] ?? null]);

describe('one record out of three sources', () => {
  it('is the later of two that are sure, and an unchecked one only where it is later than the backup', () => {
    const authentic = content(row('a', 3, 'file'));
    expect(choose({ authentic, backup: content(row('a', 2, 'backup')) })).toEqual([[3, 'authentic', null]]);
    expect(choose({ authentic, backup: content(row('a', 4, 'backup')) })).toEqual([[4, 'backup', null]]);
    const unchecked = content(row('a', 3, 'file'));
    expect(choose({ authentic, unchecked })).toEqual([[3, 'authentic', null]]);
    expect(choose({ unchecked, backup: content(row('a', 3, 'backup')) })).toEqual([[3, 'backup', null]]);
    expect(choose({ unchecked, backup: content(row('a', 1, 'backup')) })).toEqual([[3, 'unchecked', 1]]);
    expect(choose({ unchecked })).toEqual([[3, 'unchecked', null]]);
  });

  it('is marked in words when its page did not pass the check, also where its document no longer parses', () => {
    const ports = { clock: test.clock, randomBytes: test.ports.randomBytes };
    const entry = {
      entry_row: 1,
      id: 'not an id any more',
      at: -1e300,
      zone: 'UTC',
      offset_minutes: 0,
      day: '2025-99-99',
      title: 'Fog',
      excerpt: '',
      revision: 2,
      created_at: test.clock.now(),
      updated_at: 5,
      binned_at: null,
      document:
        '{"root":{"children":[{"text":"Fog over the \\"reservoir\\""},{"tex!":"x"},{"text":"and then sun"}',
    };
    const repaired = repairEntry(entry, ports);
    const text = documentToPlainText(JSON.parse(String(repaired?.['document'])));
    expect(text).toBe(`${alteredNote}\nFog over the "reservoir"\nand then sun`);
    expect(repaired).toMatchObject({ revision: 3, day: '2025-05-14', at: test.clock.now() });
    expect(repairEntry({ ...entry, document: null, title: '', excerpt: '' }, ports)).toBeNull();
  });
});
