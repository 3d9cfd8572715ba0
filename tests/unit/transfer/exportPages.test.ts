import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import words from '../../../src/renderer/i18n/en/words.json';
import { documentToHtml } from '../../../src/main/transfer/export/documentToHtml';
import { documentToText } from '../../../src/main/transfer/export/documentToText';
import { dayInWords, energyWords, kindWords, moodWords } from '../../../src/main/transfer/export/exportWords';
import { exportJournal } from '../../../src/main/transfer/exportJournal';
import { markdownToDocument } from '../../../src/shared/document/markdown';
import type { DocumentNode } from '../../../src/shared/document/schema';
import { movementKinds } from '../../../src/shared/domain/movementKind';
import { everyDay, type ExportDays } from '../../../src/shared/domain/transfer';
import { createCheckInId, createEntryId, createSessionId } from '../../../src/shared/id';
import { civilDaySchema, instantToMoment } from '../../../src/shared/time';
import { createNewImage, pictureDocument } from '../../support/images';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';
import { plainSession } from '../../support/plainSession';
import { createTestFolder } from '../../support/testFolder';
import { document as documents } from '../document/documents';

const zone = 'Europe/Berlin';
const page = `# Over the bridge

A *kingfisher*, **twice** & a <script>alert(1)</script> of ==gold==.\\
Second line.

> Somebody said this

1. First
2. Second
   - below

- [x] Boots
- [ ] Letter

\`\`\`
if (a < b) { c(); }
\`\`\`

| Day | Miles |
| --- | --- |
| Monday | 3 |

---

[the ferry](https://example.org/a?b=1&c="2") ends`;

/** Every test here reads it and none writes. */
let test: TestJournal;
beforeAll(async () => {
  test = await createTestJournal();
  const { journal, ports } = test;
  const write = (at: string, document: ReturnType<typeof markdownToDocument>) => {
    const moment = instantToMoment(Date.parse(at), zone);
    const id = createEntryId(moment.at, ports.randomBytes);
    journal.entries.insert({ id, moment, document });
    return id;
  };
  const first = write('2025-05-02T06:10:00Z', markdownToDocument(page));
  must(journal.entryFacts.setTitle({ id: first, title: 'The <ferry> & "us"' }));
  must(journal.entryFacts.setTags({ id: first, tags: ['river', 'two words'] }));
  must(journal.entryFacts.setStar({ id: first, star: 'on' }));
  const image = must(journal.images.add(createNewImage(1)));
  write('2025-05-02T18:00:00Z', pictureDocument([image.id], 'The pier', 'A heron, "grey"'));
  const binned = write('2025-05-03T18:00:00Z', markdownToDocument('Thrown away'));
  must(journal.entries.moveToBin({ id: binned }));
  const noted = instantToMoment(Date.parse('2025-05-04T08:00:00Z'), zone);
  journal.checkIns.insert({
    id: createCheckInId(noted.at, ports.randomBytes),
    ...noted,
    valence: 1 / 3,
    energy: 0.5,
    feelings: ['calm', '<b>'],
    note: 'by the water',
    givenOn: 'stops',
    role: 'moment',
    sessionId: null,
    isRemembered: false,
  });
  journal.sessions.insert({
    id: createSessionId(noted.at, ports.randomBytes),
    ...plainSession,
    ...noted,
    kind: 'walk',
    minutes: 40,
    effort: 3,
    note: null,
    before: null,
    after: null,
  });
});
afterAll(() => test[Symbol.asyncDispose]());

async function written(format: 'text' | 'html', days: ExportDays = everyDay): Promise<string> {
  using place = createTestFolder();
  const target = join(place.path, 'out');
  must(await exportJournal(test.journal, { format, days, target }));
  return readFileSync(target, 'utf8');
}

const bare = (value: string) => value.replaceAll(/\s+/g, '');
const textsOf = (node: DocumentNode): readonly string[] => [
  ...(node.text === undefined ? [] : [node.text]),
  ...(node.children ?? []).flatMap(textsOf),
];

describe('an export as plain text', () => {
  it('reads like a page, day after day', async () => {
    const text = await written('text');
    expect(text).toMatchInlineSnapshot(`
      "Test
      ============================================================


      Friday, 2 May 2025
      ------------------

      08:10  The <ferry> & "us"  *

      Over the bridge

      A kingfisher, twice & a <script>alert(1)</script> of gold.
      Second line.

      > Somebody said this

      1. First
      2. Second
        - below

      - [x] Boots
      - [ ] Letter

          if (a < b) { c(); }

      Day | Miles
      Monday | 3

      * * *

      the ferry (https://example.org/a?b=1&c="2") ends

      Tags: river, two words

      20:00

      [Picture: A heron, "grey"]

      The pier


      Sunday, 4 May 2025
      ------------------

      * 10:00  slightly pleasant, energy plenty: calm, <b>
        by the water
      * 10:00  Walk, 40 min, effort 3 of 10
      "
    `);
  });

  it('keeps every word of any page', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const all = bare(documentToText(document));
        for (const text of textsOf(document.root)) expect(all).toContain(bare(text));
      }),
    );
  });
});

describe('an export as a web page', () => {
  it('has every word as text and nothing that could run or be fetched', async () => {
    const html = await written('html');
    expect(html).toContain('<h3 dir="auto">The &lt;ferry&gt; &amp; &quot;us&quot;</h3>');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('calm, &lt;b&gt;');
    expect(html).toContain('href="https://example.org/a?b=1&amp;c=&quot;2&quot;"');
    expect(html).toContain(
      '<ol><li>First</li><li>Second</li><li class="bare"><ul><li>below</li></ul></li></ol>',
    );
    expect(html).toContain('<th><p dir="auto">Day</p></th>');
    expect(html).toContain('if (a &lt; b) { c(); }');
    expect(html).not.toMatch(/<(script|iframe|object|embed|link|form|base)\b/i);
    expect(html).not.toMatch(/\son\w+=/i);
    const fetched = [...html.matchAll(/\b(?:src|srcset|data|poster|action)="([^"]{0,40})/g)].map(
      ([, to]) => to,
    );
    expect(fetched.every((to) => to?.startsWith('data:image/'))).toBe(true);
    expect(html).not.toMatch(/url\(|@import/);
  });

  it('holds its pictures, byte for byte, with the words for who does not see them', async () => {
    const html = await written('html');
    const base64 = Buffer.from(createNewImage(1).bytes).toString('base64');
    expect(html).toContain(
      `<img src="data:image/png;base64,${base64}" alt="A heron, &quot;grey&quot;" width="40" height="30">`,
    );
  });

  it('has every tag closed in the order it was opened', async () => {
    const html = await written('html');
    const open: string[] = [];
    for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
      if (/^(meta|br|img|hr)$/.test(name)) continue;
      if (slash === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });

  it('keeps every word of any page, and only tags of its own', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const html = [...documentToHtml(document, () => null)].join('');
        const text = html
          .replaceAll('<br>', '\n')
          .replaceAll(/<span class="said">\w+: <\/span><b class="box">.<\/b> /gu, '')
          .replaceAll(/<[^<>]*>/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
        for (const one of textsOf(document.root)) expect(bare(text)).toContain(bare(one));
      }),
    );
  });

  it('leaves the bin at home, and days that were not asked for', async () => {
    const day = civilDaySchema.parse('2025-05-04');
    for (const format of ['html', 'text'] as const) {
      expect(await written(format)).not.toContain('Thrown away');
      const some = await written(format, { from: day, to: day });
      expect(some).toContain('by the water');
      expect(some).not.toContain('kingfisher');
    }
  });
});

describe('the words of an export', () => {
  it('are those of the app', () => {
    const said: Readonly<Record<string, string>> = words;
    expect(moodWords.map((_, index) => said[`words.mood.${index + 1}`])).toEqual(moodWords);
    expect(energyWords.map((_, index) => said[`words.energy.${index + 1}`])).toEqual(energyWords);
    for (const kind of movementKinds) expect(kindWords[kind]).toBe(said[`words.kind.${kind}`]);
  });

  it('name a day', () => {
    expect(dayInWords(civilDaySchema.parse('2024-02-29'))).toBe('Thursday, 29 February 2024');
    expect(dayInWords(civilDaySchema.parse('2000-01-01'))).toBe('Saturday, 1 January 2000');
  });
});
