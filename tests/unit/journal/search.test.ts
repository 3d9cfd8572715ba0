import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldText } from '../../../src/shared/search/foldText';
import { mostRankedHits } from '../../../src/main/journal/search/findRows';
import { noFilters } from '../../../src/shared/domain/search';
import { createEntryId } from '../../../src/shared/id';
import { instantToMoment } from '../../../src/shared/time';
import { documentOf, promptBlock } from '../../support/documents';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';

let test: TestJournal;

const texts = {
  river: 'A long run by the river. My knees were quiet.',
  rain: 'Rain again, so I stayed in and stretched. No running.',
  norway: 'Vinden i Sørlandet, Øyvind og Łukasz på løpetur. Naïve café, GRÜSSE, encyclopædia.',
  japan: '今朝は公園を走りました。ガラスの空。',
  korea: '아침에 공원에서 달렸다. 커피 ☕ 한 잔. \u1100\u1161\u11bc\u1107\u1167\u11ab',
  hindi: 'आज हिन्दी में लिखा',
  apostrophe: "I didn't know I'd missed it.",
  emptyLine: '   ',
} as const;

const troublesomePieces = [
  ...'"-*():^+\'{}\\% \n\0\ud800\u0301',
  'AND',
  'OR',
  'NOT',
  'NEAR',
  'run',
  'own',
  'asked',
  'río',
  '走',
  'ø',
  'İ',
  'ﬁ',
  '½',
  'a'.repeat(60),
];

const written = new Map<string, string>();

beforeAll(async () => {
  test = await createTestJournal();
  for (const [name, text] of Object.entries(texts)) {
    const id = createEntryId(test.clock.now(), test.ports.randomBytes);
    written.set(id, name);
    test.clock.advance({ hours: 1 });
    test.journal.entries.save({ id, document: documentOf(text), baseRevision: 0 });
  }
});

afterAll(async () => {
  await test[Symbol.asyncDispose]();
});

function find(words: string): readonly (string | undefined)[] {
  const found = test.journal.entries.search({ words, limit: 50 });
  if (!found.ok) throw new Error(found.error.type);
  expect(found.value.total).toBe(found.value.hits.length);
  return found.value.hits.map(({ id }) => written.get(id)).toSorted();
}

describe('search', () => {
  it.each([
    ['run', ['rain', 'river']],
    ['run river', ['river']],
    ['run -rain', ['river']],
    ['run -"by the river"', ['rain']],
    ['-rain run', ['river']],
    ['"run by the river"', ['river']],
    ['"by the riv"', []],
    ['ru', ['rain', 'river']],
    ['ru*', ['rain', 'river']],
    ['r*', ['rain', 'river']],
    ['ri', ['river']],
    ['ri knees', ['river']],
    ['ru -rain', ['river']],
    ['ru ra', ['rain']],
    ['xq', []],
    ['-"stretched" knees', ['river']],
    ['KNEES', ['river']],
    ['"unfinished', []],
    ['"long run', ['river']],
  ])('%s', (words, expected) => {
    expect(find(words)).toEqual(expected);
  });

  it.each([
    'sorlandet',
    'SØRLANDET',
    'Oyvind',
    'lukasz',
    'lopetur',
    'naive',
    'Cafe',
    'grusse',
    'GRÜẞE',
    'encyclopaedia',
  ])('meets letters that are written differently: %s', (words) => {
    expect(find(words)).toEqual(['norway']);
  });

  it.each([
    ['公園', 'japan'],
    ['走りました', 'japan'],
    ['カ\u3099ラス', 'japan'],
    ['공원', 'korea'],
    ['원에', 'korea'],
    ['\u1100\u1169\u11bc원', 'korea'],
    ['강변', 'korea'],
    ['달렸', 'korea'],
    ['हिन्दी', 'hindi'],
    ["didn't", 'apostrophe'],
    ['didn’t', 'apostrophe'],
  ])('finds %s', (words, expected) => {
    expect(find(words)).toEqual([expected]);
  });

  it.each(['', '   ', '"', '-', '""', '-rain', '-"rain again"', '*', '!?', '🙂', '\u0301'])(
    'has nothing to look for in %j',
    (words) => {
      expect(test.journal.entries.search({ words, limit: 5 })).toEqual({
        ok: false,
        error: { type: 'SearchEmpty' },
      });
    },
  );

  it('marks what it found, and nothing else', () => {
    const found = test.journal.entries.search({ words: 'løpetur "quiet"', limit: 5 });
    expect(found).toMatchObject({ ok: true, value: { hits: [], total: 0 } });
    const hit = (words: string) => {
      const outcome = test.journal.entries.search({ words, limit: 1 });
      return outcome.ok ? outcome.value.hits[0]?.snippet : undefined;
    };
    expect(hit('lopetur')?.filter(({ isMatch }) => isMatch)).toEqual([{ text: 'løpetur', isMatch: true }]);
    expect(hit('"the river" knee')).toEqual([
      { text: 'A long run by ', isMatch: false },
      { text: 'the river', isMatch: true },
      { text: '. My ', isMatch: false },
      { text: 'knees', isMatch: true },
      { text: ' were quiet.', isMatch: false },
    ]);
    expect(hit('公園')?.filter(({ isMatch }) => isMatch)).toEqual([{ text: '公園', isMatch: true }]);
  });

  it('never throws, whatever is typed, and always shows text that is in the entry', () => {
    const piece = fc.constantFrom(...troublesomePieces);
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 500 }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' ')),
    );
    fc.assert(
      fc.property(words, (typed) => {
        const outcome = test.journal.entries.search({ words: typed.slice(0, 500), limit: 10 });
        if (!outcome.ok) {
          expect(outcome.error.type).toBe('SearchEmpty');
          return;
        }
        for (const { id, snippet } of outcome.value.hits) {
          const shown = snippet.map(({ text }) => text).join('');
          const text = texts[(written.get(id) ?? 'emptyLine') as keyof typeof texts];
          expect(text.replace(/\s+/g, ' ')).toContain(shown);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds every word of any text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (text) => {
        const id = createEntryId(test.clock.now(), test.ports.randomBytes);
        test.journal.entries.save({ id, document: documentOf(text), baseRevision: 0 });
        const found = test.journal.entries.search({ words: `"${text.replaceAll('"', ' ')}"`, limit: 200 });
        test.journal.entries.moveToBin({ id });
        if (found.ok) expect(found.value.hits.map((hit) => hit.id)).toContain(id);
        else expect(foldText(text)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the order of what is found', () => {
  it('puts own words before the words of a prompt', async () => {
    await using fresh = await createTestJournal();
    const save = (document: ReturnType<typeof documentOf>) => {
      const id = createEntryId(fresh.clock.now(), fresh.ports.randomBytes);
      fresh.journal.entries.save({ id, document, baseRevision: 0 });
      return id;
    };
    const asked = save(
      documentOf(promptBlock('a-mirror', 'What does the mirror say?'), 'Nothing much today, thanks.'),
    );
    const own = save(
      documentOf(promptBlock('a-hill', 'What about that hill?'), 'The lake was a mirror this morning.'),
    );
    const later = save(
      documentOf(promptBlock('a-mirror', 'What does the mirror say?'), 'Still nothing at all, really.'),
    );
    const found = fresh.journal.entries.search({ words: 'mirror', limit: 10 });
    if (!found.ok) throw new Error(found.error.type);
    expect(found.value.hits.map(({ id }) => id)[0]).toBe(own);
    expect(new Set(found.value.hits.map(({ id }) => id))).toEqual(new Set([own, asked, later]));
    expect(found.value.hits[1]?.snippet.find(({ isMatch }) => isMatch)?.text).toBe('mirror');
  });

  it('is the newest first for a word that is nearly everywhere', async () => {
    await using fresh = await createTestJournal();
    const { journal, ports } = fresh;
    const start = Date.parse('2000-01-01T12:00:00Z');
    const total = mostRankedHits + 50;
    journal.inTransaction(() => {
      for (let index = 0; index < total; index += 1) {
        // Written in another order than the days they are of.
        const day = (index * 7919) % total;
        journal.entries.insert({
          id: createEntryId(ports.clock.now(), ports.randomBytes),
          moment: instantToMoment(start + day * 86_400_000, 'UTC'),
          document: documentOf(`Walked, day ${day}`),
        });
      }
    });
    const found = journal.entries.search({ words: 'walked', limit: 20 });
    if (!found.ok) throw new Error(found.error.type);
    expect(found.value.total).toBe(total);
    const days = found.value.hits.map(({ day }) => day);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(days[0]).toBe(instantToMoment(start + (total - 1) * 86_400_000, 'UTC').day);
  });

  it('goes on where the last piece ended, to the last hit, whichever way they are found', async () => {
    await using fresh = await createTestJournal();
    const { journal, ports } = fresh;
    const start = Date.parse('2000-01-01T12:00:00Z');
    const total = mostRankedHits + 50;
    journal.inTransaction(() => {
      for (let index = 0; index < total; index += 1) {
        const day = (index * 7919) % total;
        const river = index % 4 === 0 ? ` by the river${' and on'.repeat(index % 5)}` : '';
        journal.entries.insert({
          id: createEntryId(ports.clock.now(), ports.randomBytes),
          moment: instantToMoment(start + day * 86_400_000, 'UTC'),
          document: documentOf(`Walked, day ${day}${river}`),
        });
      }
    });
    const to = instantToMoment(start + 600 * 86_400_000, 'UTC').day;
    const inYears = { ...noFilters, to };
    const ways: readonly { readonly words: string; readonly filters?: typeof inYears }[] = [
      { words: 'walked' },
      { words: 'river' },
      { words: 'wa' },
      { words: 'ri' },
      { words: 'wal riv' },
      { words: 'walked -river' },
      { words: '', filters: inYears },
      { words: 'river', filters: inYears },
      { words: 'walked', filters: inYears },
    ];
    for (const way of ways) {
      const piece = (skip: number, limit: number) => {
        const found = journal.entries.search({ ...way, skip, limit });
        if (!found.ok) throw new Error(found.error.type);
        return found.value;
      };
      const ids: string[] = [];
      for (let skip = 0; skip <= ids.length; skip += 50)
        ids.push(...piece(skip, 50).hits.map(({ id }) => id));
      const whole = piece(0, 50).total;
      expect(ids.length, way.words).toBe(whole);
      expect(new Set(ids).size, way.words).toBe(whole);
      expect(piece(30, 40).hits.map(({ id }) => id)).toEqual(ids.slice(30, 70));
      expect(piece(whole, 50)).toEqual({ hits: [], total: whole });
    }
  });
});

describe('folding', () => {
  it('gives the same when done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});
