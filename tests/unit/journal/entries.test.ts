import { describe, expect, it } from 'vitest';
import { entryTextLimit } from '../../../src/shared/domain/entry';
import { createEntryId, entryIdSchema, promptIdSchema } from '../../../src/shared/id';
import { instantToMoment } from '../../../src/shared/time';
import { documentOf, promptBlock } from '../../support/documents';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';

const newId = ({ ports }: TestJournal) => createEntryId(ports.clock.now(), ports.randomBytes);

function saveNew(test: TestJournal, text: string) {
  const id = newId(test);
  const saved = test.journal.entries.save({ id, document: documentOf(text), baseRevision: 0 });
  expect(saved.ok).toBe(true);
  return id;
}

describe('saving an entry', () => {
  it('keeps the document and the moment it was first saved at', async () => {
    await using test = await createTestJournal();
    const document = documentOf('Out along the canal.', 'Slow, and glad of it.');
    const id = newId(test);
    expect(test.journal.entries.save({ id, document, baseRevision: 0 })).toEqual({
      ok: true,
      value: { revision: 1, savedAt: test.clock.now(), day: '2025-05-14' },
    });
    const journal = await test.reopen();
    expect(journal.entries.read({ id })).toEqual({
      ok: true,
      value: {
        givenTitle: null,
        isStarred: false,
        tags: [],
        id,
        ...instantToMoment(test.clock.now(), 'Europe/Paris'),
        document,
        revision: 1,
        createdAt: test.clock.now(),
        updatedAt: test.clock.now(),
        binnedAt: null,
      },
    });
  });

  it('keeps its day when it is edited the day after, in another zone', async () => {
    await using test = await createTestJournal();
    const id = saveNew(test, 'First');
    test.clock.advance({ days: 1 });
    test.clock.travelTo('Asia/Tokyo');
    const saved = test.journal.entries.save({ id, document: documentOf('Second'), baseRevision: 1 });
    expect(saved).toMatchObject({ ok: true, value: { revision: 2, day: '2025-05-14' } });
    expect(test.journal.entries.read({ id })).toMatchObject({
      value: { day: '2025-05-14', zone: 'Europe/Paris', updatedAt: test.clock.now() },
    });
  });

  it('answers a save that is sent twice with the revision that is there', async () => {
    await using test = await createTestJournal();
    const id = newId(test);
    const first = { id, document: documentOf('Once'), baseRevision: 0 };
    const second = { id, document: documentOf('Once more'), baseRevision: 1 };
    expect(test.journal.entries.save(first)).toMatchObject({ value: { revision: 1 } });
    expect(test.journal.entries.save(first)).toMatchObject({ ok: true, value: { revision: 1 } });
    expect(test.journal.entries.save(second)).toMatchObject({ ok: true, value: { revision: 2 } });
    test.clock.advance({ minutes: 1 });
    expect(test.journal.entries.save(second)).toMatchObject({
      ok: true,
      value: { revision: 2, savedAt: test.clock.now() - 60_000 },
    });
  });

  it('refuses a save over a newer revision and names it', async () => {
    await using test = await createTestJournal();
    const id = saveNew(test, 'One');
    test.journal.entries.save({ id, document: documentOf('Two'), baseRevision: 1 });
    const stale = test.journal.entries.save({ id, document: documentOf('Three'), baseRevision: 1 });
    expect(stale).toEqual({ ok: false, error: { type: 'RevisionConflict', revision: 2 } });
    expect(test.journal.entries.read({ id })).toMatchObject({ value: { document: documentOf('Two') } });
  });

  it('refuses a change to an entry that is not there', async () => {
    await using test = await createTestJournal();
    expect(
      test.journal.entries.save({ id: newId(test), document: documentOf('x'), baseRevision: 3 }),
    ).toEqual({
      ok: false,
      error: { type: 'NotFound' },
    });
  });

  it('takes two million characters and refuses more than four, leaving the entry as it was', async () => {
    await using test = await createTestJournal();
    const id = saveNew(test, 'Before');
    const long = 'a long way '.repeat(200_000);
    expect(test.journal.entries.save({ id, document: documentOf(long), baseRevision: 1 }).ok).toBe(true);
    const tooLong = 'x'.repeat(entryTextLimit + 1);
    expect(test.journal.entries.save({ id, document: documentOf(tooLong), baseRevision: 2 })).toEqual({
      ok: false,
      error: { type: 'TextTooLong' },
    });
    const journal = await test.reopen();
    expect(journal.entries.read({ id })).toMatchObject({
      value: { revision: 2, document: documentOf(long) },
    });
  });

  it('loses nothing of what a later version put into the document', async () => {
    await using test = await createTestJournal();
    const document = documentOf('Text', {
      type: 'hologram',
      version: 7,
      depth: { of: ['field', null, 1.5] },
    });
    const id = newId(test);
    test.journal.entries.save({ id, document, baseRevision: 0 });
    expect(test.journal.entries.read({ id })).toMatchObject({ value: { document } });
  });
});

describe('the list of entries', () => {
  it('gives every entry once, newest first, page by page', async () => {
    await using test = await createTestJournal();
    const ids: string[] = [];
    for (let index = 0; index < 25; index += 1) {
      // Three at a time share an instant, so that the id has to decide.
      if (index % 3 === 0) test.clock.advance({ hours: 7 });
      ids.push(saveNew(test, `Entry ${index}`));
    }
    const seen: string[] = [];
    let after: Parameters<typeof test.journal.entries.list>[0]['after'] = null;
    do {
      const page = test.journal.entries.list({ where: 'journal', after, limit: 10 });
      if (!page.ok) throw new Error('the list has no failures');
      expect(page.value.total).toBe(25);
      seen.push(...page.value.entries.map(({ id }) => id));
      after = page.value.next;
    } while (after !== null);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect(seen).toHaveLength(25);
    const moments = seen.map((id) => {
      const entry = test.journal.entries.read({ id: entryIdSchema.parse(id) });
      return entry.ok ? `${entry.value.day} ${entry.value.at} ${id}` : '';
    });
    expect(moments).toEqual(moments.toSorted().toReversed());
  });

  it('shows the first line, what follows, the words and the prompts', async () => {
    await using test = await createTestJournal();
    test.journal.entries.save({
      id: newId(test),
      document: documentOf(
        promptBlock('small-win', 'What went well?'),
        'Up the hill.',
        'And down again, singing.',
      ),
      baseRevision: 0,
    });
    expect(test.journal.entries.list({ where: 'journal', after: null, limit: 1 })).toMatchObject({
      value: {
        entries: [
          {
            title: 'Up the hill.',
            excerpt: 'And down again, singing.',
            wordCount: 7,
            promptIds: ['small-win'],
          },
        ],
        next: null,
      },
    });
  });

  it('puts an entry written for an earlier day where it belongs', async () => {
    await using test = await createTestJournal();
    saveNew(test, 'Today');
    const { ports } = test;
    const moment = instantToMoment(Date.parse('2019-03-02T12:00:00Z'), 'Europe/Paris');
    test.journal.entries.insert({ id: newId(test), moment, document: documentOf('Long ago') });
    const list = test.journal.entries.list({ where: 'journal', after: null, limit: 10 });
    expect(list).toMatchObject({
      value: { entries: [{ title: 'Today' }, { title: 'Long ago', day: '2019-03-02' }] },
    });
    expect(ports.clock.zone()).toBe('Europe/Paris');
  });
});

describe('the bin', () => {
  it('takes an entry out of list, search and answers, and gives it back', async () => {
    await using test = await createTestJournal();
    const promptId = promptIdSchema.parse('small-win');
    const id = newId(test);
    test.journal.entries.save({
      id,
      document: documentOf(promptBlock(promptId, 'What went well?'), 'Lanterns on the water'),
      baseRevision: 0,
    });
    const { entries, prompts } = test.journal;
    const found = () => {
      const list = entries.list({ where: 'journal', after: null, limit: 10 });
      const hits = entries.search({ words: 'lanterns', limit: 10 });
      const answers = prompts.answers({ promptId, except: null, limit: 10 });
      if (!list.ok || !hits.ok || !answers.ok) throw new Error('none of them fails');
      return [list.value.total, hits.value.total, answers.value.answers.length];
    };
    expect(found()).toEqual([1, 1, 1]);
    expect(entries.moveToBin({ id })).toEqual({ ok: true, value: null });
    expect(found()).toEqual([0, 0, 0]);
    expect(entries.list({ where: 'bin', after: null, limit: 10 })).toMatchObject({
      value: { total: 1, entries: [{ id, binnedAt: test.clock.now() }] },
    });
    expect(entries.restore({ id })).toEqual({ ok: true, value: null });
    expect(found()).toEqual([1, 1, 1]);
    expect(entries.list({ where: 'bin', after: null, limit: 10 })).toMatchObject({ value: { total: 0 } });
  });

  it('keeps a last save that arrives after the entry was binned, without showing it in search', async () => {
    await using test = await createTestJournal();
    const id = saveNew(test, 'Draft');
    test.journal.entries.moveToBin({ id });
    const saved = test.journal.entries.save({
      id,
      document: documentOf('Draft with marigolds'),
      baseRevision: 1,
    });
    expect(saved).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(test.journal.entries.search({ words: 'marigolds', limit: 5 })).toMatchObject({
      value: { total: 0 },
    });
    test.journal.entries.restore({ id });
    expect(test.journal.entries.search({ words: 'marigolds', limit: 5 })).toMatchObject({
      value: { total: 1 },
    });
  });

  it('does not know an entry that never was', async () => {
    await using test = await createTestJournal();
    const id = newId(test);
    const notFound = { ok: false, error: { type: 'NotFound' } };
    expect(test.journal.entries.read({ id })).toEqual(notFound);
    expect(test.journal.entries.moveToBin({ id })).toEqual(notFound);
    expect(test.journal.entries.restore({ id })).toEqual(notFound);
  });
});
