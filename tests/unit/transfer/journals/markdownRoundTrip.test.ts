import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../../src/main/journal/journal';
import type { Holdings } from '../../../../src/main/journal/records/imports';
import { exportJournal } from '../../../../src/main/transfer/exportJournal';
import { lookAtFile } from '../../../../src/main/transfer/import/lookAtFile';
import { createDocument } from '../../../../src/shared/document/createDocument';
import { createImage } from '../../../../src/shared/document/image';
import { documentToImageIds } from '../../../../src/shared/document/imageIds';
import {
  documentToOwnText,
  documentToPlainText,
  documentToPromptIds,
  isDocumentEmpty,
  textToTitleAndExcerpt,
} from '../../../../src/shared/document/plainText';
import type { JournalDocument } from '../../../../src/shared/document/schema';
import { givenTitleSchema, tagNameSchema } from '../../../../src/shared/domain/entry';
import type { NewImage } from '../../../../src/shared/domain/image';
import { everyDay, type MarkdownLayout } from '../../../../src/shared/domain/transfer';
import type { Entry } from '../../../../src/shared/domain/entry';
import { createEntryId, type ImageId } from '../../../../src/shared/id';
import { foldTag } from '../../../../src/shared/search/foldTag';
import { civilDaySchema, instantToMoment } from '../../../../src/shared/time';
import { fillSampleJournal } from '../../../../src/main/sample/sampleJournal';
import { bringIn } from '../../../support/archives';
import { createNewImage } from '../../../support/images';
import { createTestJournal, type TestJournal } from '../../../support/journalFixture';
import { must } from '../../../support/must';
import { createTestFolder } from '../../../support/testFolder';
import { block } from '../../document/documents';

const pictures: readonly NewImage[] = [createNewImage(1), createNewImage(2), createNewImage(3)];

const words = fc.oneof(
  fc.constantFrom(
    'two words',
    '2024',
    'réunion/été',
    'no',
    '#hash',
    'c++',
    '日記',
    '🏃',
    'a/b',
    '-- >',
    '18:40',
    '[[x]]',
    'one\u2028two',
    'next\u0085line',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
);
const tags = fc.uniqueArray(
  words.filter((word) => tagNameSchema.safeParse(word).success).map((word) => tagNameSchema.parse(word)),
  { maxLength: 4, selector: foldTag },
);

const generatedEntry = fc.record({
  at: fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2030, 0, 1) }),
  zone: fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia', 'UTC'),
  blocks: fc.array(
    block.filter(({ type }) => type !== 'image'),
    { maxLength: 4 },
  ),
  shown: fc.uniqueArray(fc.nat(pictures.length - 1), { maxLength: 2 }),
  size: fc.constantFrom('page', 'small'),
  title: fc.option(
    words
      .filter((word) => givenTitleSchema.safeParse(word).success)
      .map((word) => givenTitleSchema.parse(word)),
  ),
  tags: tags.filter((names) => names.every((name) => foldTag(name) !== '')),
  isStarred: fc.boolean(),
  isBinned: fc.boolean(),
});

type GeneratedEntry = typeof generatedEntry extends fc.Arbitrary<infer One> ? One : never;

function fillWith({ journal, ports }: TestJournal, entries: readonly GeneratedEntry[]): void {
  const ids = pictures.map((picture) => must(journal.images.add(picture)).id);
  for (const { at, zone, blocks, shown, size, title, tags: names, isStarred, isBinned } of entries) {
    const id = createEntryId(at, ports.randomBytes);
    const images = shown.flatMap((index) => {
      const imageId = ids[index];
      return imageId === undefined
        ? []
        : [createImage({ id: imageId, alt: `no. ${index}`, width: 40, height: 30, shown: size })];
    });
    journal.entries.insert({
      id,
      moment: instantToMoment(at, zone),
      document: createDocument([...blocks, ...images]),
    });
    if (title !== null) must(journal.entryFacts.setTitle({ id, title }));
    if (names.length > 0) must(journal.entryFacts.setTags({ id, tags: [...names] }));
    if (isStarred) must(journal.entryFacts.setStar({ id, star: 'on' }));
    if (isBinned && blocks.length > 2) must(journal.entries.moveToBin({ id }));
  }
}

/** Markdown has no empty paragraphs; apart from blank lines every character counts. */
const linesOf = (document: JournalDocument): readonly string[] =>
  documentToPlainText(document)
    .split('\n')
    .filter((line) => line !== '');

const titleOf = (givenTitle: string | null, document: JournalDocument): string =>
  givenTitle ?? textToTitleAndExcerpt(documentToOwnText(document)).title;

/** Blanks of every kind in a name become plain ones when it comes in. */
const blanks = (name: string): string => name.replaceAll(/\s+/g, ' ');

const isBlank = ({ document, givenTitle }: Pick<Entry, 'document' | 'givenTitle'>): boolean =>
  givenTitle === null && isDocumentEmpty(document);

/** What has to come back. What was in the bin stays there, and a page with neither a word nor a title is none. */
const pictureOf = ({ everything }: Pick<Journal, 'everything'>) =>
  [...everything.entries()]
    .filter((entry) => entry.binnedAt === null && !isBlank(entry))
    .map(({ id, at, zone, offsetMinutes, day, document, tags: names, isStarred, givenTitle, createdAt }) => ({
      id,
      createdAt,
      at,
      zone,
      offsetMinutes,
      day,
      lines: linesOf(document),
      prompts: documentToPromptIds(document),
      images: documentToImageIds(document),
      title: blanks(titleOf(givenTitle, document)),
      tags: names.map(blanks).toSorted(),
      isStarred,
    }));

const imagesOf = ({ everything, imports }: Pick<Journal, 'everything' | 'imports'>) => {
  const shown = new Set<ImageId>(pictureOf({ everything }).flatMap(({ images }) => images));
  return [...shown]
    .toSorted()
    .map((id) => [id, Buffer.from(imports.images.read(id)?.full.bytes ?? []).toString('base64')]);
};

/** As the page would do it, which encodes what it decodes. */
const recode = (raw: Uint8Array): Promise<NewImage | null> =>
  Promise.resolve(pictures.find(({ bytes }) => Buffer.from(bytes).equals(raw)) ?? null);

async function broughtBack<Value>(
  from: Journal,
  { journal, ports }: TestJournal,
  layout: MarkdownLayout,
  work: (incoming: Journal, refused: readonly unknown[], holdings: Holdings) => Value | Promise<Value>,
): Promise<Value> {
  using place = createTestFolder();
  const target = join(place.path, 'out');
  must(await exportJournal(from, { format: 'markdown', days: everyDay, layout, target }));
  const looked = await lookAtFile(
    target,
    journal,
    { ...ports, pictures: { recode } },
    async ({ incoming, refused, holdings }) => work(incoming, refused, holdings),
  );
  return must(looked);
}

describe.each<MarkdownLayout>(['by-entry', 'by-day'])(
  'Markdown %s, brought into an empty journal',
  (layout) => {
    it('gives every entry with its text, day, time, tags, star and pictures', async () => {
      await using empty = await createTestJournal();
      await fc.assert(
        fc.asyncProperty(fc.array(generatedEntry, { minLength: 5, maxLength: 25 }), async (entries) => {
          await using test = await createTestJournal();
          fillWith(test, entries);
          await broughtBack(test.journal, empty, layout, (incoming, refused) => {
            expect(pictureOf(incoming)).toEqual(pictureOf(test.journal));
            expect(imagesOf(incoming)).toEqual(imagesOf(test.journal));
            const blank = [...test.journal.everything.entries()].filter(
              (entry) => entry.binnedAt === null && isBlank(entry),
            );
            expect(refused).toHaveLength(blank.length);
          });
        }),
        { numRuns: 6, endOnFailure: true },
      );
    });

    it('does so for months of writing, too, and the same again when it is brought in again', async () => {
      await using test = await createTestJournal();
      await using empty = await createTestJournal();
      fillSampleJournal(test.journal, {
        years: 0.2,
        seed: 5,
        today: civilDaySchema.parse('2025-05-01'),
        zone: 'America/New_York',
      });
      await broughtBack(test.journal, empty, layout, async (incoming, refused, holdings) => {
        expect(refused).toEqual([]);
        expect(pictureOf(incoming)).toEqual(pictureOf(test.journal));
        await bringIn(empty.journal, holdings, 'markdown');
        expect(pictureOf(empty.journal)).toEqual(pictureOf(test.journal));
      });
      await broughtBack(test.journal, empty, layout, async (_incoming, _refused, holdings) => {
        const { entries, entry_tags: entryTags } = empty.journal.imports.judge(holdings);
        expect(entries).toMatchObject({ new: 0, changed: 0, older: 0 });
        expect(entryTags).toMatchObject({ new: 0, changed: 0 });
      });
    });

    it('changes nothing in the journal it came from, where everything is known better', async () => {
      await using test = await createTestJournal();
      fillSampleJournal(test.journal, {
        years: 0.1,
        seed: 6,
        today: civilDaySchema.parse('2025-05-01'),
        zone: 'Europe/Berlin',
      });
      await broughtBack(test.journal, test, layout, async (_incoming, _refused, holdings) => {
        expect(test.journal.imports.judge(holdings).entries).toMatchObject({
          new: 0,
          changed: 0,
        });
      });
    });
  },
);
