import type { Journal } from '../../../journal/journal';
import type { ForeignEntry } from './foreignJournal';

/** A page that only tells of check-ins and sessions is no news to the journal they are in. */
export function createNotesFilter({
  everything,
}: Pick<Journal, 'everything'>): (entry: Pick<ForeignEntry, 'notesOf'>) => boolean {
  let here: Set<string> | undefined;
  const noted = (): ReadonlySet<string> => {
    if (here !== undefined) return here;
    here = new Set();
    for (const { id } of everything.checkIns()) here.add(id);
    for (const { id } of everything.sessions()) here.add(id);
    return here;
  };
  return ({ notesOf }) => notesOf === undefined || !noted().has(notesOf);
}
