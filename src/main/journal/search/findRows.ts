import { prepareColumn, type ReadableDb } from '../database/handles';
import { allOf, anyOf, termToBeginning, type ParsedSearch } from '../../../shared/search/parseSearch';
import { createRowSet, within, without } from './rowSet';

/** More hits than this are not worth ranking: no order among them means much, and newest first is quicker. */
export const mostRankedHits = 1_000;

/** Own words count four times as much as the words of a prompt; of equals the later one comes first. */
export const rankedSql = `
  SELECT rowid FROM entries_fts WHERE entries_fts MATCH @match
  ORDER BY bm25(entries_fts, 4.0, 1.0), rowid DESC LIMIT @limit`;

const newestFirst = 'ORDER BY day DESC, at DESC, id DESC';

/** Walks down the list. */
export const newestRowsSql = `
  SELECT entry_row FROM entries WHERE binned_at IS NULL ${newestFirst} LIMIT @limit OFFSET @skip`;
const rowsInAStep = 500;

interface FoundRows {
  /** The rows to show, in their order. */
  readonly rows: readonly number[];
  readonly total: number;
}

/** What a search asks of each of the two indexes; null asks nothing. */
interface Matches {
  readonly words: string | null;
  readonly beginnings: string | null;
  /** All that is wanted, asked of the words; for ranking. */
  readonly wanted: string;
  /** The words one beginning has are gathered anew for every question, so it is asked once. */
  readonly cost: 'low' | 'high';
}

function searchToMatches({ wanted, unwanted }: ParsedSearch): Matches {
  const whole = wanted.filter((term) => termToBeginning(term) === null);
  const beginnings = wanted.flatMap((term) => termToBeginning(term) ?? []);
  const match = (terms: typeof wanted): string =>
    unwanted.length === 0 ? allOf(terms) : `(${allOf(terms)}) NOT (${anyOf(unwanted)})`;
  return {
    words: whole.length === 0 ? null : match(whole),
    beginnings: beginnings.length === 0 ? null : beginnings.join(' AND '),
    wanted: match(wanted),
    cost: whole.some(({ isBeginning }) => isBeginning) ? 'high' : 'low',
  };
}

/** `kept`: the rows that filters let through, newest first; null without filters. */
type FindRows = (search: ParsedSearch, kept: readonly number[] | null, limit: number) => FoundRows;

export function prepareFindRows(db: ReadableDb): FindRows {
  type Match = { readonly match: string };
  const index = (table: 'entries_fts' | 'entry_beginnings') => ({
    all: prepareColumn<Match, number>(db, `SELECT rowid FROM ${table} WHERE ${table} MATCH @match`),
    count: prepareColumn<Match, number>(db, `SELECT count(*) FROM ${table} WHERE ${table} MATCH @match`),
    between: prepareColumn<Match & { readonly low: number; readonly high: number }, number>(
      db,
      `SELECT rowid FROM ${table} WHERE ${table} MATCH @match AND rowid BETWEEN @low AND @high`,
    ),
  });
  const words = index('entries_fts');
  const beginnings = index('entry_beginnings');
  const ranked = prepareColumn<Match & { readonly limit: number }, number>(db, rankedSql);
  const newestRows = prepareColumn<{ readonly limit: number; readonly skip: number }, number>(
    db,
    newestRowsSql,
  );
  const fewInOrder = prepareColumn<{ readonly rows: string; readonly limit: number }, number>(
    db,
    `SELECT entry_row FROM entries WHERE entry_row IN (SELECT value FROM json_each(@rows))
     ${newestFirst} LIMIT @limit`,
  );

  /** Of rows that are nearly everywhere the newest are soon found, a step at a time down the list of entries. */
  const newest = (limit: number, pick: (step: readonly number[]) => readonly number[]): readonly number[] => {
    const found: number[] = [];
    for (let skip = 0; found.length < limit; skip += rowsInAStep) {
      const step = newestRows.all({ limit: rowsInAStep, skip });
      if (step.length === 0) break;
      found.push(...pick(step));
    }
    return found.slice(0, limit);
  };

  const newestOf = (rows: readonly number[], limit: number): readonly number[] => {
    if (rows.length <= mostRankedHits) return fewInOrder.all({ rows: JSON.stringify(rows), limit });
    const set = createRowSet(rows);
    return newest(limit, (step) => step.filter((row) => set.has(row)));
  };

  /** Of one index alone nothing needs to be fetched but what is shown. */
  const findIn = (from: typeof words, match: string, { wanted }: Matches, limit: number): FoundRows => {
    const total = from.count.get({ match }) ?? 0;
    if (total <= mostRankedHits) return { rows: ranked.all({ match: wanted, limit }), total };
    const pick = (step: readonly number[]) =>
      within(step, from.between.all({ match, low: Math.min(...step), high: Math.max(...step) }));
    return { rows: newest(limit, pick), total };
  };

  const findTogether = (
    search: ParsedSearch,
    matches: Matches,
    kept: readonly number[] | null,
    limit: number,
  ): FoundRows => {
    const withWords = matches.words === null ? null : words.all.all({ match: matches.words });
    const begun = matches.beginnings === null ? null : beginnings.all.all({ match: matches.beginnings });
    // What the filters let through comes first, so that its order stays.
    const [first = [], ...others] = [kept, withWords, begun].filter((list) => list !== null);
    const inAll = others.reduce(within, first);
    const isExcluding = matches.words === null && search.unwanted.length > 0;
    const rows = isExcluding ? without(inAll, words.all.all({ match: anyOf(search.unwanted) })) : inAll;
    const total = rows.length;
    const ranking = withWords ?? begun;
    if (ranking !== null && ranking.length <= mostRankedHits) {
      const best = ranked.all({ match: matches.words ?? matches.wanted, limit: mostRankedHits });
      return { rows: within(best, rows).slice(0, limit), total };
    }
    return { rows: kept === null ? newestOf(rows, limit) : rows.slice(0, limit), total };
  };

  return (search, kept, limit) => {
    const matches = searchToMatches(search);
    if (kept === null && matches.beginnings === null && matches.words !== null && matches.cost === 'low')
      return findIn(words, matches.words, matches, limit);
    if (
      kept === null &&
      matches.words === null &&
      matches.beginnings !== null &&
      search.unwanted.length === 0
    )
      return findIn(beginnings, matches.beginnings, matches, limit);
    return findTogether(search, matches, kept, limit);
  };
}
