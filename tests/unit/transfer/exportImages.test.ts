import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportedJournalSchema } from '../../../src/main/transfer/export/json';
import { everyDay } from '../../../src/shared/domain/transfer';
import { exportJournal } from '../../../src/main/transfer/exportJournal';
import { markdownToDocument } from '../../../src/shared/document/markdown';
import { createEntryId, createImageId, type ImageId } from '../../../src/shared/id';
import { createNewImage, pictureDocument } from '../../support/images';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';

function addImage({ journal }: TestJournal, seed: number): ImageId {
  const added = journal.images.add(createNewImage(seed));
  if (!added.ok) throw new Error(added.error.type);
  return added.value.id;
}

function writeEntry(
  { journal, clock, ports }: TestJournal,
  document: ReturnType<typeof pictureDocument>,
): void {
  const id = createEntryId(clock.now(), ports.randomBytes);
  if (!journal.entries.save({ id, document, baseRevision: 0 }).ok) throw new Error('not saved');
}

it('Markdown leads to each picture in a folder beside the entries, and can be read back', async () => {
  await using test = await createTestJournal();
  using place = createTestFolder();
  const shown = addImage(test, 1);
  const twice = addImage(test, 2);
  addImage(test, 3);
  const lost = createImageId(0, test.ports.randomBytes);
  const document = pictureDocument([shown, twice, lost], 'The pier', 'A heron, [not] a *crane*');
  writeEntry(test, document);
  writeEntry(test, pictureDocument([twice], 'Again'));
  const target = join(place.path, 'out');
  expect(await exportJournal(test.journal, { format: 'markdown', days: everyDay, target })).toMatchObject({
    ok: true,
    value: { files: 9, entries: 2 },
  });
  expect(readdirSync(join(target, 'images')).toSorted()).toEqual([`${shown}.png`, `${twice}.png`].toSorted());
  expect(readFileSync(join(target, 'images', `${shown}.png`)).equals(createNewImage(1).bytes)).toBe(true);
  expect(statSync(join(target, 'images', `${shown}.png`)).mode & 0o777).toBe(0o600);
  const year = join(target, 'entries', '2025');
  const texts = readdirSync(year).map((name) => readFileSync(join(year, name), 'utf8'));
  const text = texts.find((one) => one.includes('The pier')) ?? '';
  for (const [, address = ''] of text.matchAll(/\]\((\.\.[^)]*)\)/g))
    expect(existsSync(join(year, address))).toBe(true);
  expect(text).toContain(`](image:${lost})`);
  expect(markdownToDocument(text.split('---\n').at(-1) ?? '')).toEqual(document);
});

it('JSON holds each picture that is shown, byte for byte', async () => {
  await using test = await createTestJournal();
  using place = createTestFolder();
  const id = addImage(test, 1);
  addImage(test, 2);
  writeEntry(test, pictureDocument([id]));
  const target = join(place.path, 'all.json');
  expect((await exportJournal(test.journal, { format: 'json', days: everyDay, target })).ok).toBe(true);
  const { images } = exportedJournalSchema.parse(JSON.parse(readFileSync(target, 'utf8')));
  expect(images).toEqual([
    {
      id,
      mediaType: 'image/png',
      width: 40,
      height: 30,
      base64: Buffer.from(createNewImage(1).bytes).toString('base64'),
    },
  ]);
});

it.each(['archive', 'day-one', 'html'] as const)(
  'A picture that cannot be read ends an export as %s, and nothing of it stays',
  async (format) => {
    await using test = await createTestJournal();
    using place = createTestFolder();
    writeEntry(test, pictureDocument([addImage(test, 1)]));
    const { name, everything, imports } = test.journal;
    const images = {
      ...imports.images,
      read: () => {
        throw new Error('a broken page');
      },
    };
    const journal = { name, everything, imports: { ...imports, images } };
    const target = join(place.path, 'out');
    await expect(exportJournal(journal, { format, days: everyDay, target })).rejects.toThrow('a broken page');
    expect(readdirSync(place.path)).toEqual([]);
  },
);
