import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exportJournal } from '../../../../src/main/transfer/exportJournal';
import type { ForeignEntry } from '../../../../src/main/transfer/import/journals/foreignJournal';
import { dayOne } from '../../../../src/main/transfer/import/journals/dayOne';
import { richTextToBlocks } from '../../../../src/main/transfer/import/journals/dayOneRichText';
import { jrnl } from '../../../../src/main/transfer/import/journals/jrnl';
import { openForeignFiles } from '../../../../src/main/transfer/import/journals/foreignFiles';
import { lookAtFile } from '../../../../src/main/transfer/import/lookAtFile';
import { documentToRichText } from '../../../../src/main/transfer/export/dayOneText';
import { createDocument, createParagraph, createText } from '../../../../src/shared/document/createDocument';
import { documentToImageIds } from '../../../../src/shared/document/imageIds';
import { documentToMarkdown, markdownToDocument } from '../../../../src/shared/document/markdown';
import { documentToPlainText } from '../../../../src/shared/document/plainText';
import type { JournalDocument } from '../../../../src/shared/document/schema';
import type { Entry } from '../../../../src/shared/domain/entry';
import { noSessionFacts } from '../../../../src/shared/domain/movement';
import { everyDay, type ExportFormat } from '../../../../src/shared/domain/transfer';
import { createCheckInId, createEntryId, createSessionId } from '../../../../src/shared/id';
import { instantToMoment } from '../../../../src/shared/time';
import { bringIn } from '../../../support/archives';
import { readOptions } from '../../../support/foreign';
import { createNewImage, pictureDocument } from '../../../support/images';
import { createTestJournal, type TestJournal } from '../../../support/journalFixture';
import { must } from '../../../support/must';
import { createTestFolder } from '../../../support/testFolder';

let place: ReturnType<typeof createTestFolder>;
beforeEach(() => {
  place = createTestFolder();
});
afterEach(() => place[Symbol.dispose]());

const recode = (): Promise<ReturnType<typeof createNewImage>> => Promise.resolve(createNewImage(7));

const rich =
  'A walk with **bold**, *slanted*, ~~gone~~, `code` and [a link](https://example.org/x).\\\nA second line.\n\n# Heading\n\n- one\n- two\n  1. deeper\n  2. still\n\n* [x] done\n* [ ] open\n\n> said\\\n> twice\n\n---\n\n```\nlet x = 1\n\n  y\n```\n\nThe end\n';

function write(
  { journal, ports }: TestJournal,
  document: JournalDocument,
  at: string,
  { tags = [], title = null }: { readonly tags?: readonly string[]; readonly title?: string | null } = {},
): Entry['id'] {
  const time = Date.parse(at);
  const id = createEntryId(time, ports.randomBytes);
  journal.entries.insert({ id, moment: instantToMoment(time, 'Asia/Tokyo'), document });
  must(journal.entryFacts.setTags({ id, tags: [...tags] }));
  if (title !== null) must(journal.entryFacts.setTitle({ id, title }));
  return id;
}

const checkIn = ({ ports }: TestJournal, at: string) => ({
  id: createCheckInId(Date.parse(at), ports.randomBytes),
  ...instantToMoment(Date.parse(at), 'Asia/Tokyo'),
  valence: 1 / 3,
  energy: null,
  feelings: ['calm'],
  givenOn: 'stops' as const,
  note: 'after the rain',
  role: 'moment' as const,
  sessionId: null,
  isRemembered: false,
});

async function exported({ journal }: TestJournal, format: ExportFormat, name: string): Promise<string> {
  const target = join(place.path, name);
  must(await exportJournal(journal, { format, target, days: everyDay }));
  return target;
}

async function textIn(path: string, name: string): Promise<string> {
  const files = await openForeignFiles(path);
  try {
    return (await files.read(name)).toString('utf8');
  } finally {
    await files.close();
  }
}

async function readWith(reader: typeof dayOne, path: string): Promise<readonly ForeignEntry[]> {
  const files = await openForeignFiles(path);
  try {
    expect(await reader.recognises(files)).toBe(true);
    const { entries, refused } = await reader.read(files, readOptions);
    expect(refused).toEqual([]);
    return entries;
  } finally {
    await files.close();
  }
}

/** Without the width and height of pictures, which a reader does not know yet. */
const shape = (document: JournalDocument): string =>
  documentToMarkdown(document, () => 'p').replaceAll(/<!-- image: .*? -->/g, '');

describe('what is written for Day One', () => {
  it('holds no picture of what is in the bin', async () => {
    await using test = await createTestJournal();
    const [kept, gone] = [
      must(test.journal.images.add(createNewImage(7))),
      must(test.journal.images.add(createNewImage(8))),
    ];
    write(test, pictureDocument([kept.id], 'By the lake'), '2024-04-17T03:00:00Z');
    const binned = write(test, pictureDocument([gone.id], 'By the sea'), '2024-04-17T04:00:00Z');
    test.journal.entries.moveToBin({ id: binned });
    const files = await openForeignFiles(await exported(test, 'day-one', 'bin.zip'));
    try {
      expect(files.names().filter((name) => name.startsWith('photos/'))).toHaveLength(1);
    } finally {
      await files.close();
    }
  });

  it('comes back with the same page, day, tags, star, title and pictures', async () => {
    await using test = await createTestJournal();
    const picture = must(test.journal.images.add(createNewImage(7)));
    const page = write(test, markdownToDocument(rich), '2024-04-16T18:30:00.250Z', {
      tags: ['two words', 'walk'],
      title: 'My own title',
    });
    must(test.journal.entryFacts.setStar({ id: page, star: 'on' }));
    write(test, pictureDocument([picture.id], 'By the lake'), '2024-04-17T03:00:00Z');
    const zip = await exported(test, 'day-one', 'one.zip');
    const here = [...test.journal.everything.entries()];
    const back = await readWith(dayOne, zip);
    expect(here[0]?.day).toBe('2024-04-16');
    expect(back.map(({ document }) => shape(document))).toEqual(here.map(({ document }) => shape(document)));
    expect(back.map(({ tags, isStarred, title, ownId }) => ({ tags, isStarred, title, ownId }))).toEqual(
      here.map(({ tags, isStarred, givenTitle, id }) => ({ tags, isStarred, title: givenTitle, ownId: id })),
    );

    await using other = await createTestJournal({ seed: 2 });
    const ports = { ...other.ports, pictures: { recode } };
    must(
      await lookAtFile(zip, other.journal, ports, ({ holdings }) =>
        bringIn(other.journal, holdings, 'day-one'),
      ),
    );
    const there = [...other.journal.everything.entries()];
    expect(there.map(({ id, day, zone }) => [id, day, zone])).toEqual(
      here.map(({ id, day, zone }) => [id, day, zone]),
    );
    const [image] = documentToImageIds(there[1]?.document ?? createDocument([]));
    expect(image).toBeDefined();
  });

  it('brought into the journal it came from changes nothing there, whatever it tells of moods and movement', async () => {
    await using test = await createTestJournal();
    write(test, markdownToDocument(rich), '2024-04-16T18:30:00Z', { tags: ['lake'] });
    test.journal.checkIns.insert(checkIn(test, '2024-04-16T19:00:00Z'));
    test.journal.checkIns.insert(checkIn(test, '2024-04-18T07:00:00Z'));
    const zip = await exported(test, 'day-one', 'one.zip');
    const counts = must(
      await lookAtFile(zip, test.journal, test.ports, ({ holdings }) =>
        Promise.resolve(test.journal.imports.judge(holdings)),
      ),
    );
    expect(counts['entries']).toMatchObject({ new: 0, changed: 0, older: 1 });
    expect(counts['entry_tags']).toMatchObject({ new: 0, same: 1 });
  });

  it('tells moods and movement below the text and among the tags, and on a page of their own where nothing was written', async () => {
    await using test = await createTestJournal();
    const { journal, ports } = test;
    write(test, createDocument([createParagraph([createText('Words')])]), '2024-04-16T08:00:00Z');
    journal.checkIns.insert(checkIn(test, '2024-04-16T07:00:00Z'));
    journal.checkIns.insert(checkIn(test, '2024-04-18T07:00:00Z'));
    journal.sessions.insert({
      ...noSessionFacts,
      id: createSessionId(Date.parse('2024-04-16T07:30:00Z'), ports.randomBytes),
      ...instantToMoment(Date.parse('2024-04-16T07:30:00Z'), 'Asia/Tokyo'),
      isTimed: true,
      kind: 'walk',
      minutes: 30,
      effort: null,
      distanceMetres: null,
      note: null,
      before: null,
      after: null,
    });
    const zip = await exported(test, 'day-one', 'one.zip');
    const back = await readWith(dayOne, zip);
    expect(back.map(({ document }) => documentToPlainText(document))).toEqual([
      'Words\n\n16:00 slightly pleasant: calm\nafter the rain\n16:30 Walk, 30 min',
      '16:00 slightly pleasant: calm\nafter the rain',
    ]);
    const { entries } = z
      .object({ entries: z.array(z.object({ tags: z.array(z.string()) })) })
      .parse(JSON.parse(await textIn(zip, 'Journal.json')));
    expect(entries.map(({ tags }) => tags)).toEqual([['mood/5', 'walk'], ['mood/5']]);
    // Read back, they are none of the person's own.
    expect(back.map(({ tags }) => tags)).toEqual([[], ['mood/5']]);
  });

  it('keeps every word and mark of a page in its rich text', () => {
    const word = fc.stringMatching(/^[a-z*_#[\]()`~>+.!-]{1,6}$/);
    const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    const page = fc.array(
      fc.tuple(fc.constantFrom('', '# ', '- ', '> ', '**'), line).map(([sign, text]) => `${sign}${text}`),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(page, (lines) => {
        const document = markdownToDocument(lines.join('\n\n'));
        const back = createDocument(richTextToBlocks(documentToRichText(document, 'id'), () => null) ?? []);
        expect(documentToPlainText(back).replaceAll(/\n+/g, '\n').trim()).toBe(
          documentToPlainText(document).replaceAll(/\n+/g, '\n').trim(),
        );
      }),
    );
  });
});

describe('what is written for jrnl', () => {
  it.each(['jrnl', 'jrnl-json'] as const)(
    'as %s comes back with the same text, day, tags and star',
    async (format) => {
      await using test = await createTestJournal();
      const page = write(test, markdownToDocument(rich), '2024-04-16T08:30:00Z', { tags: ['walk'] });
      must(test.journal.entryFacts.setStar({ id: page, star: 'on' }));
      write(
        test,
        markdownToDocument('- first\n- second\n\n[2020-01-01 10:00] no head'),
        '2024-04-17T03:00:00Z',
      );
      write(test, createDocument([createParagraph([createText('[1] x *')])]), '2024-04-18T03:00:00Z', {
        title: 'A title',
      });
      const here = [...test.journal.everything.entries()];
      const back = await readWith(jrnl, await exported(test, format, 'one'));
      const tagLine = format === 'jrnl' ? ['\n@walk', '', ''] : ['', '', ''];
      const titles = ['', '', 'A title\n'];
      expect(back.map(({ document }) => documentToPlainText(document))).toEqual(
        here.map(
          ({ document }, index) => `${titles[index]}${documentToPlainText(document)}${tagLine[index]}`,
        ),
      );
      expect(back.map(({ written, tags, isStarred }) => ({ written, tags, isStarred }))).toEqual([
        { written: { is: 'wall', day: '2024-04-16', time: '17:30' }, tags: ['walk'], isStarred: true },
        { written: { is: 'wall', day: '2024-04-17', time: '12:00' }, tags: [], isStarred: false },
        { written: { is: 'wall', day: '2024-04-18', time: '12:00' }, tags: [], isStarred: false },
      ]);
    },
  );

  it('never gets a star from how its words end', async () => {
    await using test = await createTestJournal();
    write(test, markdownToDocument('**All of it bold**\n\nmore'), '2024-04-16T08:30:00Z');
    write(test, createDocument([createParagraph([createText('not this *')])]), '2024-04-17T08:30:00Z');
    write(test, createDocument([createParagraph([createText('words')])]), '2024-04-18T08:30:00Z', {
      title: 'A title *',
    });
    const back = await readWith(jrnl, await exported(test, 'jrnl', 'one.txt'));
    expect(back.map(({ isStarred }) => isStarred)).toEqual([false, false, false]);
    expect(back.map(({ document }) => documentToPlainText(document))).toEqual([
      'All of it bold\nmore',
      '…\nnot this *',
      '…\nA title *\nwords',
    ]);
  });

  it('has the shape of its own exports', async () => {
    await using test = await createTestJournal();
    write(test, markdownToDocument('One. Two.\n\nThree'), '2024-04-16T08:30:00Z', { tags: ['two words'] });
    expect(readFileSync(await exported(test, 'jrnl', 'one.txt'), 'utf8')).toBe(
      '[2024-04-16 17:30] One. Two.\nThree\n\n@two-words\n\n',
    );
    expect(JSON.parse(readFileSync(await exported(test, 'jrnl-json', 'one.json'), 'utf8'))).toEqual({
      tags: { '@two-words': 1 },
      entries: [
        {
          title: 'One. Two.',
          body: 'Three',
          date: '2024-04-16',
          time: '17:30',
          tags: ['@two-words'],
          starred: false,
        },
      ],
    });
  });

  it('is the same twice', async () => {
    await using test = await createTestJournal();
    write(test, markdownToDocument(rich), '2024-04-16T08:30:00Z');
    for (const format of ['day-one', 'jrnl', 'jrnl-json'] as const)
      expect(readFileSync(await exported(test, format, `${format}-1`))).toEqual(
        readFileSync(await exported(test, format, `${format}-2`)),
      );
  });
});
