import type { EntryFactsChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';
import { ok } from '../../../shared/result';
import type { Journal } from '../../journal/journal';

export const entryFactsHandlers = (journal: () => Journal): Handlers<EntryFactsChannel> => ({
  'entries.setTags': (input) => journal().entryFacts.setTags(input),
  'entries.setStar': (input) => journal().entryFacts.setStar(input),
  'entries.setTitle': (input) => journal().entryFacts.setTitle(input),
  'entries.setMoment': (input) => journal().entryFacts.setMoment(input),
  'entries.remove': (input) => journal().bin.remove(input),
  'entries.emptyBin': () => journal().bin.empty(),
  'tags.list': () => journal().tags.list(),
  'tags.rename': (input) => journal().tags.rename(input),
  'tags.merge': (input) => journal().tags.merge(input),
  'tags.unmerge': (input) => journal().tags.unmerge(input),
  'tags.remove': (input) => journal().tags.remove(input),
  'tags.give': (input) => journal().tags.give(input),
  'versions.list': ({ id }) => ok({ versions: journal().versions.list(id) }),
  'versions.read': ({ id, revision }) => journal().versions.read(id, revision),
  'versions.restore': ({ id, revision }) => {
    const restored = journal().versions.restore(id, revision);
    if (!restored.ok) return restored;
    const now = restored.value.revision;
    return ok({ revision: now, before: now - 1 });
  },
});
