import { describe, expect, it } from 'vitest';
import type { OwnPromptDraft } from '../../../src/shared/domain/prompt';
import { createEntryId, createOwnPromptId, type PromptId } from '../../../src/shared/id';
import { promptLibrary } from '../../../src/shared/prompts/promptLibrary';
import { documentOf, promptBlock } from '../../support/documents';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';

const draft = (test: TestJournal, text = 'Who waved today?'): OwnPromptDraft => ({
  id: createOwnPromptId(test.clock.now(), test.ports.randomBytes),
  text,
  theme: 'connection',
  moments: ['any'],
});

function save(test: TestJournal, prompt: OwnPromptDraft) {
  const saved = test.journal.prompts.saveOwn(prompt);
  if (!saved.ok) throw new Error('saving a prompt works here');
  return saved.value;
}

const shelf = (test: TestJournal) => {
  const read = test.journal.prompts.shelf();
  if (!read.ok) throw new Error('reading has no failures');
  return read.value;
};

const offered = (test: TestJournal): PromptId | null => {
  const offer = test.journal.prompts.offer();
  return offer.ok ? offer.value.promptId : null;
};

function hideAllBut(test: TestJournal, shown: readonly PromptId[]): void {
  for (const { id } of promptLibrary) {
    if (!shown.includes(id)) test.journal.prompts.setShown({ promptId: id, state: 'hidden' });
  }
}

describe('prompts of one’s own', () => {
  it('are there after a lock, change in place, and go', async () => {
    await using test = await createTestJournal();
    const first = save(test, draft(test));
    test.clock.advance({ days: 1 });
    save(test, draft(test, 'What was for supper?'));
    test.clock.advance({ days: 1 });
    save(test, {
      ...draft(test),
      id: first.id,
      text: 'Who waved, and to whom?',
      moments: ['rest', 'injury'],
    });
    await test.reopen();
    expect(shelf(test).own).toMatchObject([
      {
        id: first.id,
        text: 'Who waved, and to whom?',
        moments: ['rest', 'injury'],
        createdAt: first.createdAt,
        updatedAt: test.clock.now(),
      },
      { text: 'What was for supper?' },
    ]);
    expect(test.journal.prompts.removeOwn({ id: first.id }).ok).toBe(true);
    expect(test.journal.prompts.removeOwn({ id: first.id })).toMatchObject({ error: { type: 'NotFound' } });
    expect(shelf(test).own).toHaveLength(1);
    expect(test.journal.verify().isSound).toBe(true);
  });

  it('are offered like any other', async () => {
    await using test = await createTestJournal();
    const { id } = save(test, draft(test));
    hideAllBut(test, []);
    expect(offered(test)).toBe(id);
  });

  it('leave their words in the entries that answer them', async () => {
    await using test = await createTestJournal();
    const { id } = save(test, draft(test));
    const entryId = createEntryId(test.clock.now(), test.ports.randomBytes);
    const document = documentOf(promptBlock(id, 'Who waved today?'), 'The baker.');
    test.journal.entries.save({ id: entryId, document, baseRevision: 0 });
    test.journal.prompts.removeOwn({ id });
    expect(test.journal.entries.read({ id: entryId })).toMatchObject({ value: { document } });
    expect(test.journal.prompts.answers({ promptId: id, except: null, limit: 5 })).toMatchObject({
      value: { answers: [{ entry: { id: entryId }, answer: 'The baker.' }] },
    });
    expect(test.journal.entries.search({ words: 'waved', limit: 5 })).toMatchObject({ value: { total: 1 } });
  });

  it('come back where they were when a deletion is undone', async () => {
    await using test = await createTestJournal();
    const first = save(test, draft(test, 'First?'));
    test.clock.advance({ minutes: 5 });
    save(test, draft(test, 'Second?'));
    test.journal.prompts.setShown({ promptId: first.id, state: 'hidden' });
    test.journal.prompts.removeOwn({ id: first.id });
    const { createdAt: _created, updatedAt: _updated, ...before } = first;
    save(test, before);
    expect(shelf(test).own.map(({ text }) => text)).toEqual(['First?', 'Second?']);
    expect(shelf(test).hidden).toEqual([first.id]);
  });
});

describe('a hidden prompt', () => {
  it('is not offered, also when it was on offer already, until it is shown again', async () => {
    await using test = await createTestJournal();
    const id = offered(test);
    if (id === null) throw new Error('something is offered');
    test.journal.prompts.setShown({ promptId: id, state: 'hidden' });
    expect(offered(test)).not.toBe(id);
    hideAllBut(test, []);
    expect(offered(test)).toBeNull();
    test.journal.prompts.setShown({ promptId: id, state: 'shown' });
    expect(offered(test)).toBe(id);
  });

  it('stays hidden after a lock, and hiding twice is hiding', async () => {
    await using test = await createTestJournal();
    const [one] = promptLibrary;
    if (one === undefined) throw new Error('the library is not empty');
    test.journal.prompts.setShown({ promptId: one.id, state: 'hidden' });
    test.journal.prompts.setShown({ promptId: one.id, state: 'hidden' });
    await test.reopen();
    expect(shelf(test).hidden).toEqual([one.id]);
  });

  it('still shows what was answered to it', async () => {
    await using test = await createTestJournal();
    const [one] = promptLibrary;
    if (one === undefined) throw new Error('the library is not empty');
    test.journal.entries.save({
      id: createEntryId(test.clock.now(), test.ports.randomBytes),
      document: documentOf(promptBlock(one.id, one.text), 'Counting was never my strength.'),
      baseRevision: 0,
    });
    test.journal.prompts.setShown({ promptId: one.id, state: 'hidden' });
    expect(test.journal.prompts.answers({ promptId: one.id, except: null, limit: 1 })).toMatchObject({
      value: { answers: [{ answer: 'Counting was never my strength.' }] },
    });
  });
});

describe('earlier answers', () => {
  it('hold the answer alone, skip questions without one, and say whether there are more', async () => {
    await using test = await createTestJournal();
    const [one, other] = promptLibrary;
    if (one === undefined || other === undefined) throw new Error('the library has two');
    for (const text of ['First', '', 'Second', 'Third']) {
      test.clock.advance({ days: 1 });
      test.journal.entries.save({
        id: createEntryId(test.clock.now(), test.ports.randomBytes),
        document: documentOf(
          'A beginning of its own',
          promptBlock(one.id, one.text),
          text,
          promptBlock(other.id, other.text),
          'Something else',
        ),
        baseRevision: 0,
      });
    }
    const answers = (limit: number) => {
      const found = test.journal.prompts.answers({ promptId: one.id, except: null, limit });
      if (!found.ok) throw new Error('reading has no failures');
      return { texts: found.value.answers.map(({ answer }) => answer), hasMore: found.value.hasMore };
    };
    expect(answers(2)).toEqual({ texts: ['Third', 'Second'], hasMore: true });
    expect(answers(3)).toEqual({ texts: ['Third', 'Second', 'First'], hasMore: false });
  });
});
