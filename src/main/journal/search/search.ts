import type { SearchHit } from '../../../shared/domain/entry';
import { noFilters } from '../../../shared/domain/search';
import { documentToOwnText } from '../../../shared/document/plainText';
import type { EntryId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import type { Moment } from '../../../shared/time';
import { prepareColumn, prepareRead, type ReadableDb } from '../database/handles';
import { documentToAskedText } from '../entries/askedText';
import { momentColumns } from '../entries/entryQueries';
import { textToDocument } from '../entries/storedDocument';
import type { Answer } from '../journalFacade';
import { createSnippets, snippetWithoutMatch, type SnippetMaker } from './makeSnippet';
import { allOf, anyOf, parseSearch, termToBeginning, type ParsedSearch } from './parseSearch';
import { prepareFilters } from './searchFilters';

interface HitRow extends Moment {
  readonly id: EntryId;
  readonly title: string;
  readonly document: string;
}

/** More hits than this are not worth ranking: no order among them means much, and newest first is quicker. */
export const mostRankedHits = 1_000;

/** Own words count four times as much as the words of a prompt; of equals the later one comes first. */
export const rankedSql = `
  SELECT rowid FROM entries_fts WHERE entries_fts MATCH @match
  ORDER BY bm25(entries_fts, 4.0, 1.0), rowid DESC`;

/** Walks down the list. */
export const newestRowsSql = `
  SELECT entry_row FROM entries WHERE binned_at IS NULL
  ORDER BY day DESC, at DESC, id DESC LIMIT @limit OFFSET @skip`;
const rowsInAStep = 500;

/** Rows that have the words, and how to find the best of them. */
interface Matches {
  readonly rows: readonly number[];
  /** Null when they are too many to be ranked. */
  readonly ranked: (() => readonly number[]) | null;
}

export function createSearch(db: ReadableDb): Answer<'entries.search'> {
  type Match = { readonly match: string };
  const matching = prepareColumn<Match, number>(
    db,
    'SELECT rowid FROM entries_fts WHERE entries_fts MATCH @match',
  );
  const beginning = prepareColumn<Match, number>(
    db,
    'SELECT rowid FROM entry_beginnings WHERE entry_beginnings MATCH @match',
  );
  const ranked = prepareColumn<Match, number>(db, rankedSql);
  const newestRows = prepareColumn<{ readonly limit: number; readonly skip: number }, number>(
    db,
    newestRowsSql,
  );
  const hit = prepareRead<{ readonly row: number }, HitRow>(
    db,
    `SELECT id, ${momentColumns}, title, document FROM entries WHERE entry_row = @row`,
  );
  const filtered = prepareFilters(db);

  const findMatches = ({ wanted, unwanted }: ParsedSearch): Matches => {
    const whole = wanted.filter((term) => termToBeginning(term) === null);
    const beginnings = wanted.flatMap((term) => termToBeginning(term) ?? []);
    const begun = beginnings.length === 0 ? null : beginning.all({ match: beginnings.join(' AND ') });
    if (whole.length === 0) {
      const rows = begun ?? [];
      return {
        rows: unwanted.length === 0 ? rows : without(rows, matching.all({ match: anyOf(unwanted) })),
        ranked: null,
      };
    }
    const match = unwanted.length === 0 ? allOf(whole) : `(${allOf(whole)}) NOT (${anyOf(unwanted)})`;
    const rows = matching.all({ match });
    return {
      rows: begun === null ? rows : within(rows, begun),
      ranked: rows.length > mostRankedHits ? null : () => ranked.all({ match }),
    };
  };

  /** With so many hits the newest of them are soon found among all entries. */
  const newestOf = (matches: ReadonlySet<number>, limit: number): readonly number[] => {
    const found: number[] = [];
    for (let skip = 0; found.length < limit && found.length < matches.size; skip += rowsInAStep) {
      const rows = newestRows.all({ limit: rowsInAStep, skip });
      if (rows.length === 0) break;
      found.push(...rows.filter((row) => matches.has(row)));
    }
    return found.slice(0, limit);
  };

  /** The rows to show and how many there are in all. */
  const find = (
    search: ParsedSearch,
    kept: readonly number[] | null,
    limit: number,
  ): { readonly rows: readonly number[]; readonly total: number } => {
    if (search.wanted.length === 0) {
      const rows = kept ?? [];
      const left =
        search.unwanted.length === 0 ? rows : without(rows, matching.all({ match: anyOf(search.unwanted) }));
      return { rows: left.slice(0, limit), total: left.length };
    }
    const matches = findMatches(search);
    const found = new Set(matches.rows);
    if (kept === null) {
      const rows = matches
        .ranked?.()
        .filter((row) => found.has(row))
        .slice(0, limit);
      return { rows: rows ?? newestOf(found, limit), total: found.size };
    }
    const rows = kept.filter((row) => found.has(row));
    if (matches.ranked === null) return { rows: rows.slice(0, limit), total: rows.length };
    return { rows: within(matches.ranked(), rows).slice(0, limit), total: rows.length };
  };

  return ({ words, filters = noFilters, limit }) => {
    const search = parseSearch(words);
    const kept = filtered(filters);
    if (search.wanted.length === 0 && kept === null) return err({ type: 'SearchEmpty' });
    const { rows, total } = find(search, kept, limit);
    const snippets = createSnippets(search);
    const hits = rows.flatMap((row) => {
      const found = hit.get({ row });
      return found === undefined ? [] : [rowToHit(found, snippets)];
    });
    return ok({ hits, total });
  };
}

function within(rows: readonly number[], those: readonly number[]): readonly number[] {
  const set = new Set(those);
  return rows.filter((row) => set.has(row));
}

function without(rows: readonly number[], those: readonly number[]): readonly number[] {
  const set = new Set(those);
  return rows.filter((row) => !set.has(row));
}

function rowToHit({ document: text, ...row }: HitRow, snippetOf: SnippetMaker): SearchHit {
  const document = textToDocument(text);
  const own = documentToOwnText(document);
  const snippet = snippetOf(own) ?? snippetOf(documentToAskedText(document)) ?? snippetWithoutMatch(own);
  return { ...row, snippet };
}
