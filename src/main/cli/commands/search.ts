import type { SearchHit } from '../../../shared/domain/entry';
import { momentToClockTime } from '../../../shared/time';
import { said, withJournal, type Command } from '../command';
import { shortId } from './list';

/** Enough for a page or two in a terminal; `total` says how many there are. */
const mostHits = 200;

export const search: Command = {
  name: 'search',
  takes: 'FOLDER WORDS…',
  does: 'finds the entries that hold all the words',
  options: {},
  run: (order) =>
    withJournal(order, (journal) => {
      const found = journal.entries.search({ words: order.words.join(' ').slice(0, 500), limit: mostHits });
      if (!found.ok) return found;
      const { hits, total } = found.value;
      const rest = total > hits.length ? [`… and ${total - hits.length} more.`] : [];
      return said({ total, hits }, ...hits.flatMap(hitToLines), ...rest);
    }),
};

const hitToLines = (hit: SearchHit): readonly string[] => [
  `${hit.day}  ${momentToClockTime(hit)}  ${shortId(hit.id)}  ${hit.title}`,
  `    ${hit.snippet
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim()}`,
];
