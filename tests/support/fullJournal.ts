import { fillSampleJournal } from '../../src/main/sample/sampleJournal';
import { noFilters } from '../../src/shared/domain/search';
import { createEntryId, createSavedSearchId, createOwnKindId, createTemplateId } from '../../src/shared/id';
import { civilDaySchema } from '../../src/shared/time';
import { documentOf } from './documents';
import { createNewImage, pictureDocument } from './images';
import { createTestJournal, type TestJournal } from './journalFixture';
import { must } from './must';

/** Some of everything a journal can hold. */
export async function createFullJournal(seed = 1): Promise<TestJournal> {
  const test = await createTestJournal({ seed });
  const { journal, clock, ports } = test;
  fillSampleJournal(journal, {
    years: 0.4,
    seed,
    today: civilDaySchema.parse('2025-05-14'),
    zone: 'Europe/Paris',
  });
  const image = must(journal.images.add(createNewImage(seed)));
  const id = createEntryId(clock.now(), ports.randomBytes);
  must(journal.entries.save({ id, document: pictureDocument([image.id], 'The pier'), baseRevision: 0 }));
  clock.advance({ days: 2 });
  must(journal.entries.save({ id, document: documentOf('Without the picture'), baseRevision: 1 }));
  must(journal.entryFacts.setTags({ id, tags: ['Sea', 'quiet'] }));
  must(journal.entryFacts.setTitle({ id, title: 'A title' }));
  const binned = createEntryId(clock.now(), ports.randomBytes);
  must(journal.entries.save({ id: binned, document: documentOf('Put away'), baseRevision: 0 }));
  must(journal.entries.moveToBin({ id: binned }));
  must(journal.spelling.add({ word: 'parkrun' }));
  must(
    journal.hardDay.save({
      page: {
        people: [{ name: 'Ada', number: '1' }],
        emergencyNumber: '',
        steps: 'tea',
        places: '',
        words: '',
      },
    }),
  );
  must(journal.settings.save({ ...must(journal.settings.read()), weekStartsOn: 0, binDays: 90 }));
  const now = clock.now();
  const kindId = createOwnKindId(now, ports.randomBytes);
  journal.kinds.insert({
    id: kindId,
    name: 'Kayak',
    icon: 'boat',
    family: 'water',
    createdAt: now,
    updatedAt: now,
  });
  must(journal.kinds.arrange({ choices: journal.everything.kindChoices() }));
  must(journal.feelings.save({ feelings: must(journal.feelings.list()).feelings }));
  const [step] = [...journal.everything.ownSteps()];
  if (step !== undefined) journal.steps.insertChosen({ stepId: step.id, chosenAt: now });
  const { promptId } = must(journal.prompts.offer());
  if (promptId !== null) journal.prompts.insertHidden({ promptId, hiddenAt: now });
  journal.templates.insert({
    id: createTemplateId(now, ports.randomBytes),
    name: 'Evening',
    document: documentOf('How was it?'),
    createdAt: now,
    updatedAt: now,
  });
  must(
    journal.savedSearches.save({
      id: createSavedSearchId(now, ports.randomBytes),
      name: 'Sea',
      search: { words: 'sea', filters: noFilters },
    }),
  );
  must(journal.insights.setCardShown({ card: 'rhythm', isShown: false }));
  must(journal.insights.judge({ found: [{ card: 'rhythm', verdict: 'UNCLEAR', pValue: 0.4 }] }));
  return test;
}
