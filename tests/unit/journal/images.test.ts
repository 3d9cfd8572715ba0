import { describe, expect, it } from 'vitest';
import { makeBackup } from '../../../src/main/backup/makeBackup';
import { restoreBackup } from '../../../src/main/backup/restoreBackup';
import { graceMs } from '../../../src/main/journal/images/images';
import type { NewImage } from '../../../src/shared/domain/image';
import {
  createEntryId,
  createImageId,
  templateIdSchema,
  type EntryId,
  type ImageId,
} from '../../../src/shared/id';
import { documentOf } from '../../support/documents';
import {
  createExif,
  createHollowJpeg,
  createNewImage,
  createPng,
  pictureDocument,
} from '../../support/images';
import { runInside } from '../../support/databaseFixture';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from '../../support/journalFixture';

const newId = ({ ports }: TestJournal): EntryId => createEntryId(ports.clock.now(), ports.randomBytes);

function add({ journal }: TestJournal, image: NewImage = createNewImage()): ImageId {
  const added = journal.images.add(image);
  if (!added.ok) throw new Error(added.error.type);
  return added.value.id;
}

/** Saves like an editor does, from the revision that is there. */
function createWriter(test: TestJournal, id: EntryId) {
  let revision = 0;
  return (document: Parameters<TestJournal['journal']['entries']['save']>[0]['document']): void => {
    const saved = test.journal.entries.save({ id, document, baseRevision: revision });
    if (!saved.ok) throw new Error(saved.error.type);
    ({ revision } = saved.value);
  };
}

const clean = ({ journal, clock }: TestJournal): number => {
  journal.images.removeUnshown();
  clock.advance({ minutes: graceMs / 60_000 + 1 });
  const removed = journal.images.removeUnshown();
  if (!removed.ok) throw new Error(removed.error.type);
  return removed.value;
};

const isThere = ({ journal }: TestJournal, id: ImageId): boolean => journal.images.read(id, 'full') !== null;

describe('a picture in the journal', () => {
  it('comes out as it went in, large and small', async () => {
    await using test = await createTestJournal();
    const image = createNewImage();
    const id = add(test, image);
    const full = test.journal.images.read(id, 'full');
    expect(full?.mediaType).toBe('image/png');
    expect(Buffer.from(full?.bytes ?? []).equals(image.bytes)).toBe(true);
    expect(Buffer.from(test.journal.images.read(id, 'small')?.bytes ?? []).equals(image.smallBytes)).toBe(
      true,
    );
    expect(test.journal.images.read(createImageId(0, test.ports.randomBytes), 'full')).toBeNull();
    expect(test.journal.verify()).toMatchObject({ isSound: true, problems: [] });
  });

  it('is kept once, however often it is put in', async () => {
    await using test = await createTestJournal();
    const id = add(test);
    expect(add(test)).toBe(id);
    expect(add(test, createNewImage(2))).not.toBe(id);
    const { db } = test.journal.source;
    expect(db.prepare<[]>('SELECT count(*) FROM image_bytes').pluck().get()).toBe(4);
  });

  it('says nothing of itself to another journal: its digest has the journal’s key', async () => {
    await using one = await createTestJournal();
    await using other = await createTestJournal({ seed: 2 });
    const digests = [one, other].map((test) => {
      add(test);
      return test.journal.source.db.prepare<[], string>('SELECT digest FROM images').pluck().get();
    });
    expect(new Set(digests).size).toBe(2);
  });

  it('is still known after the journal was given new keys', async () => {
    await using test = await createTestJournal();
    const id = add(test);
    const rotated = await test.journal.keys.rotate(bytesOf(testPassphrase), () => ({
      ok: true,
      value: null,
    }));
    expect(rotated).toMatchObject({ ok: true });
    expect(add(test)).toBe(id);
    await test.reopen();
    expect(add(test)).toBe(id);
    expect(test.journal.verify()).toMatchObject({ isSound: true });
  });

  it.each<[string, Partial<NewImage>]>([
    ['carries a place', { mediaType: 'image/jpeg', bytes: createHollowJpeg(40, 30, createExif(6)) }],
    ['is of another kind than it says', { mediaType: 'image/webp' }],
    ['is of another size than it says', { width: 41 }],
    ['breaks off', { bytes: createPng(40, 30).slice(0, 60) }],
    ['is a text', { bytes: new TextEncoder().encode('not a picture') }],
    ['is an SVG', { bytes: new TextEncoder().encode('<svg width="40" height="30"/>') }],
    [
      'carries a place in its small one',
      { smallMediaType: 'image/jpeg', smallBytes: createHollowJpeg(4, 3, createExif(6)) },
    ],
  ])('is refused when it %s', async (_why, change) => {
    await using test = await createTestJournal();
    expect(test.journal.images.add({ ...createNewImage(), ...change })).toEqual({
      ok: false,
      error: { type: 'ImageRefused' },
    });
    expect(test.journal.source.db.prepare<[]>('SELECT count(*) FROM images').pluck().get()).toBe(0);
  });

  it('is told of in lists by the entry that shows it', async () => {
    await using test = await createTestJournal();
    const [first, second] = [add(test), add(test, createNewImage(2))];
    createWriter(test, newId(test))(pictureDocument([second, first, second], 'Two of the pier'));
    createWriter(test, newId(test))(documentOf('No picture'));
    const listed = test.journal.entries.list({ where: 'journal', after: null, limit: 10 });
    if (!listed.ok) throw new Error('there is a list');
    expect(
      listed.value.entries.map(({ imageCount, firstImageId }) => ({ imageCount, firstImageId })),
    ).toEqual(
      expect.arrayContaining([
        { imageCount: 2, firstImageId: second },
        { imageCount: 0, firstImageId: null },
      ]),
    );
  });

  it('is found by what the person says is to be seen', async () => {
    await using test = await createTestJournal();
    const id = newId(test);
    createWriter(test, id)(pictureDocument([add(test)], '', 'A heron on the pier'));
    const found = test.journal.entries.search({ words: 'heron', limit: 10 });
    expect(found).toMatchObject({
      ok: true,
      value: { total: 1, hits: [{ id, title: 'A heron on the pier' }] },
    });
  });
});

describe('letting go of pictures', () => {
  it('waits a day, and then takes what no entry shows', async () => {
    await using test = await createTestJournal();
    const never = add(test);
    const shown = add(test, createNewImage(2));
    createWriter(test, newId(test))(pictureDocument([shown]));
    expect(test.journal.images.removeUnshown()).toEqual({ ok: true, value: 0 });
    test.clock.advance({ hours: 23 });
    expect(test.journal.images.removeUnshown()).toEqual({ ok: true, value: 0 });
    test.clock.advance({ hours: 2 });
    expect(test.journal.images.removeUnshown()).toEqual({ ok: true, value: 1 });
    expect([isThere(test, never), isThere(test, shown)]).toEqual([false, true]);
    expect(test.journal.verify()).toMatchObject({ isSound: true, problems: [] });
  });

  it('leaves a picture that was cut and comes back with undo', async () => {
    await using test = await createTestJournal();
    const id = add(test);
    const write = createWriter(test, newId(test));
    write(pictureDocument([id], 'The pier'));
    write(documentOf('The pier'));
    test.journal.images.removeUnshown();
    test.clock.advance({ hours: 23 });
    test.journal.images.removeUnshown();
    write(pictureDocument([id], 'The pier'));
    test.clock.advance({ days: 3 });
    expect(clean(test)).toBe(0);
    expect(isThere(test, id)).toBe(true);
  });

  it('counts the day from when a picture was last shown, not from when it was first missed', async () => {
    await using test = await createTestJournal();
    const id = add(test);
    const write = createWriter(test, newId(test));
    write(documentOf('The pier'));
    test.journal.images.removeUnshown();
    test.clock.advance({ hours: 23 });
    write(pictureDocument([id], 'The pier'));
    write(documentOf('The pier'));
    test.clock.advance({ hours: 2 });
    expect(test.journal.images.removeUnshown()).toEqual({ ok: true, value: 0 });
    expect(isThere(test, id)).toBe(true);
  });

  it('leaves what the bin shows', async () => {
    await using test = await createTestJournal();
    const id = add(test);
    const entry = newId(test);
    createWriter(test, entry)(pictureDocument([id]));
    test.journal.entries.moveToBin({ id: entry });
    expect(clean(test)).toBe(0);
    expect(isThere(test, id)).toBe(true);
  });

  it('leaves what an earlier version shows, and takes it with the last of them', async () => {
    await using test = await createTestJournal();
    const id = add(test);
    const entry = newId(test);
    const write = createWriter(test, entry);
    write(pictureDocument([id], 'The pier'));
    test.clock.advance({ hours: 1 });
    write(documentOf('The pier'));
    expect(clean(test)).toBe(0);
    const [version] = test.journal.versions.list(entry);
    if (version === undefined) throw new Error('there is a version');
    expect(test.journal.versions.restore(entry, version.revision)).toMatchObject({ ok: true });
    expect(clean(test)).toBe(0);
    expect(test.journal.entries.read({ id: entry })).toMatchObject({
      value: { document: pictureDocument([id], 'The pier') },
    });
    runInside(test.journal.source.db, 'DELETE FROM entries');
    expect(clean(test)).toBe(1);
    expect(isThere(test, id)).toBe(false);
    // The index of the search still has the entry, which went from below.
    const { problems } = test.journal.verify();
    expect(problems.filter(({ type }) => !type.startsWith('SearchIndex'))).toEqual([]);
  });

  it('leaves what a template shows, and counts the day from when it was taken away', async () => {
    await using test = await createTestJournal();
    const id = add(test);
    const templateId = templateIdSchema.parse(newId(test));
    const saved = test.journal.templates.save({
      id: templateId,
      name: 'A walk',
      document: pictureDocument([id], 'Where to'),
    });
    expect(saved).toMatchObject({ ok: true });
    expect(clean(test)).toBe(0);
    expect([...test.journal.everything.images()].map((image) => image.id)).toEqual([id]);
    expect(test.journal.templates.remove({ id: templateId })).toMatchObject({ ok: true });
    expect(test.journal.images.removeUnshown()).toEqual({ ok: true, value: 0 });
    expect(clean(test)).toBe(1);
  });

  it('is not hurried by a clock that is set', async () => {
    await using test = await createTestJournal();
    const id = add(test);
    test.clock.advance({ days: -400 });
    expect(test.journal.images.removeUnshown()).toEqual({ ok: true, value: 0 });
    test.clock.advance({ hours: 1 });
    expect(test.journal.images.removeUnshown()).toEqual({ ok: true, value: 0 });
    expect(isThere(test, id)).toBe(true);
  });
});

describe('pictures and the rest of the house', () => {
  it('are part of a backup and come back with it', async () => {
    await using test = await createTestJournal();
    const id = add(test);
    createWriter(test, newId(test))(pictureDocument([id]));
    const made = makeBackup(test.journal, { clock: test.clock });
    if (!made.ok) throw new Error(made.error.type);
    runInside(test.journal.source.db, 'DELETE FROM entries; DELETE FROM images');
    expect(isThere(test, id)).toBe(false);
    test.journal.close();
    const places = { journalFolder: test.folder, second: null };
    expect(restoreBackup(places, { id: made.value.id, place: 'journal' }, test.clock)).toMatchObject({
      ok: true,
    });
    await test.reopen();
    expect(isThere(test, id)).toBe(true);
    expect(test.journal.verify()).toMatchObject({ isSound: true });
  });

  it('are named by a full check when their bytes are gone or others', async () => {
    await using test = await createTestJournal();
    const [gone, changed] = [add(test), add(test, createNewImage(2))];
    const { db } = test.journal.source;
    runInside(db, `DELETE FROM image_bytes WHERE image_id = '${gone}' AND size = 'full'`);
    runInside(db, `UPDATE image_bytes SET bytes = x'ffd8ff' WHERE image_id = '${changed}' AND size = 'full'`);
    expect(test.journal.verify()).toMatchObject({
      isSound: false,
      problems: expect.arrayContaining([
        { type: 'RecordUnreadable', id: gone },
        { type: 'RecordUnreadable', id: changed },
      ]),
    });
  });

  it('are noticed by the set-hash when only their bytes are of another time', async () => {
    await using test = await createTestJournal();
    add(test);
    const { db } = test.journal.source;
    const before = test.journal.source.countSetHash('main');
    runInside(db, "UPDATE image_bytes SET media_type = 'image/webp' WHERE size = 'small'");
    expect(test.journal.source.countSetHash('main')).not.toBe(before);
  });
});
