import { describe, expect, it } from 'vitest';
import { createDocument, createParagraph, createText } from '../../../src/shared/document/createDocument';
import { entryTextLimit } from '../../../src/shared/domain/entry';
import { createTemplateId } from '../../../src/shared/id';
import { must } from '../../support/must';
import { createTestJournal } from '../../support/journalFixture';

const documentOf = (text: string) => createDocument([createParagraph([createText(text)])]);

describe('own templates', () => {
  it('are kept, renamed and removed, and listed by name', async () => {
    await using test = await createTestJournal();
    const { templates } = test.journal;
    const id = () => createTemplateId(test.clock.now(), test.ports.randomBytes);
    const evening = must(templates.save({ id: id(), name: 'evening', document: documentOf('How was it?') }));
    must(templates.save({ id: id(), name: 'Before a run', document: documentOf('Shoes, door.') }));
    test.clock.advance({ minutes: 5 });
    const renamed = must(
      templates.save({ id: evening.id, name: 'A night page', document: evening.document }),
    );
    expect(renamed).toMatchObject({ createdAt: evening.createdAt, updatedAt: evening.createdAt + 300_000 });
    const journal = await test.reopen();
    expect(must(journal.templates.list()).templates.map(({ name }) => name)).toEqual([
      'A night page',
      'Before a run',
    ]);
    must(journal.templates.remove({ id: evening.id }));
    expect(journal.templates.remove({ id: evening.id })).toEqual({ ok: false, error: { type: 'NotFound' } });
    expect(must(journal.templates.list()).templates).toHaveLength(1);
    expect(journal.verify().isSound).toBe(true);
  });

  it('hold no more than an entry may', async () => {
    await using test = await createTestJournal();
    const saved = test.journal.templates.save({
      id: createTemplateId(test.clock.now(), test.ports.randomBytes),
      name: 'Everything',
      document: documentOf('w'.repeat(entryTextLimit + 1)),
    });
    expect(saved).toEqual({ ok: false, error: { type: 'TextTooLong' } });
  });
});
