import { documentToImageIds } from '../../../shared/document/imageIds';
import { spansWithin } from '../../../shared/domain/span';
import type { ExportDays } from '../../../shared/domain/transfer';
import type { ImageId } from '../../../shared/id';
import { civilDaySchema, type CivilDay } from '../../../shared/time';
import type { Everything } from '../../journal/everything';

const firstDay = civilDaySchema.parse('0000-01-01');
const lastDay = civilDaySchema.parse('9999-12-31');

/**
 * The part of a journal that was lived on some days, as whoever is shown it should see it: what belongs to no day (own questions, templates, the page for
 * hard days) stays at home, but for the words that the rest needs to be understood. Everything when there is no limit.
 */
export function limitToDays(everything: Everything, { from, to }: ExportDays): Everything {
  if (from === null && to === null) return everything;
  const isWanted = ({ day }: { readonly day: CivilDay }): boolean =>
    (from === null || from <= day) && (to === null || day <= to);
  const wanted = <Item extends { readonly day: CivilDay }>(items: () => Iterable<Item>) =>
    function* (): Iterable<Item> {
      for (const item of items()) if (isWanted(item)) yield item;
    };
  const entries = wanted(everything.entries);
  const entryHeads = wanted(everything.entryHeads);
  const checkIns = wanted(everything.checkIns);
  const sessions = wanted(everything.sessions);
  const ritualReturns = wanted(everything.ritualReturns);
  const stepsTaken = wanted(everything.stepsTaken);
  const counts = once(() => {
    let inBin = 0;
    let inJournal = 0;
    for (const { binnedAt } of entryHeads()) {
      if (binnedAt === null) inJournal += 1;
      else inBin += 1;
    }
    return {
      entries: inJournal,
      binned: inBin,
      checkIns: countOf(checkIns()),
      sessions: countOf(sessions()),
    };
  });
  return {
    ...everything,
    entries,
    entryHeads,
    checkIns,
    *checkInVersions() {
      const kept = new Set([...checkIns()].map(({ id }) => id));
      for (const version of everything.checkInVersions()) if (kept.has(version.checkInId)) yield version;
    },
    sessions,
    ownPrompts: () => [],
    hiddenPrompts: () => [],
    keepsakes: wanted(everything.keepsakes),
    templates: () => [],
    *rituals() {
      const returnedTo = new Set([...ritualReturns()].map(({ ritualId }) => ritualId));
      for (const ritual of everything.rituals()) if (returnedTo.has(ritual.id)) yield ritual;
    },
    ritualReturns,
    *ownSteps() {
      const taken = new Set<string>([...stepsTaken()].map(({ stepId }) => stepId));
      for (const step of everything.ownSteps()) if (taken.has(step.id)) yield step;
    },
    chosenStep: () => null,
    stepsTaken,
    spans: () => spansWithin([...everything.spans()], { from: from ?? firstDay, to: to ?? lastDay }),
    savedSearches: () => [],
    hardDay: () => null,
    *images() {
      const shown = new Set<ImageId>();
      for (const { document } of entries()) for (const id of documentToImageIds(document)) shown.add(id);
      for (const image of everything.images()) if (shown.has(image.id)) yield image;
    },
    counts,
  };
}

function once<Value>(find: () => Value): () => Value {
  let found: { readonly value: Value } | undefined;
  return () => (found ??= { value: find() }).value;
}

function countOf(items: Iterable<unknown>): number {
  let count = 0;
  for (const _ of items) count += 1;
  return count;
}
