import type { SearchHit } from '../../../shared/domain/entry';
import { documentToAskedText } from '../entries/askedText';
import { documentToOwnText } from '../../../shared/document/plainText';
import type { EntryId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import type { Moment } from '../../../shared/time';
import { prepareColumn, prepareRead, type ReadableDb } from '../database/handles';
import { momentColumns } from '../entries/entryQueries';
import { textToDocument } from '../entries/storedDocument';
import type { Answer } from '../journalFacade';
import { makeSnippet, snippetWithoutMatch } from './makeSnippet';
import { parseSearch, searchToMatch, type Search } from './parseSearch';

interface HitRow extends Moment {
  readonly id: EntryId;
  readonly title: string;
  readonly document: string;
}

/** More hits than this are not worth ranking: no order among them means much, and newest first is quicker. */
export const mostRankedHits = 2_000;

export const rankedSql = `
  SELECT rowid FROM entries_fts WHERE entries_fts MATCH @match
  ORDER BY bm25(entries_fts, 4.0, 1.0), rowid DESC LIMIT @limit`;

/** Walks down the list. */
export const newestRowsSql = `
  SELECT entry_row FROM entries WHERE binned_at IS NULL
  ORDER BY day DESC, at DESC, id DESC LIMIT @limit OFFSET @skip`;
const rowsInAStep = 500;

/** Own words count four times as much as the words of a prompt. */
export function createSearch(db: ReadableDb): Answer<'entries.search'> {
  type Match = { readonly match: string };
  const matching = prepareColumn<Match, number>(
    db,
    'SELECT rowid FROM entries_fts WHERE entries_fts MATCH @match',
  );
  const count = prepareColumn<Match, number>(
    db,
    'SELECT count(*) FROM entries_fts WHERE entries_fts MATCH @match',
  );
  const ranked = prepareColumn<Match & { readonly limit: number }, number>(db, rankedSql);
  const newestRows = prepareColumn<{ readonly limit: number; readonly skip: number }, number>(
    db,
    newestRowsSql,
  );
  const hit = prepareRead<{ readonly row: number }, HitRow>(
    db,
    `SELECT id, ${momentColumns}, title, document FROM entries WHERE entry_row = @row`,
  );

  /** With so many hits the newest of them are soon found among all entries. */
  const newestOf = (matches: ReadonlySet<number>, limit: number): readonly number[] => {
    const found: number[] = [];
    for (let skip = 0; found.length < limit; skip += rowsInAStep) {
      const rows = newestRows.all({ limit: rowsInAStep, skip });
      if (rows.length === 0) break;
      found.push(...rows.filter((row) => matches.has(row)));
    }
    return found.slice(0, limit);
  };

  const findRows = (match: string, total: number, limit: number): readonly number[] =>
    total <= mostRankedHits
      ? ranked.all({ match, limit })
      : newestOf(new Set(matching.all({ match })), limit);

  return ({ words, limit }) => {
    const search = parseSearch(words);
    if (search === null) return err({ type: 'SearchEmpty' });
    const match = searchToMatch(search);
    const total = count.get({ match }) ?? 0;
    const hits = findRows(match, total, limit).flatMap((row) => {
      const found = hit.get({ row });
      return found === undefined ? [] : [rowToHit(found, search)];
    });
    return ok({ hits, total });
  };
}

function rowToHit({ document: text, ...row }: HitRow, search: Search): SearchHit {
  const document = textToDocument(text);
  const own = documentToOwnText(document);
  const snippet =
    makeSnippet(own, search) ??
    makeSnippet(documentToAskedText(document), search) ??
    snippetWithoutMatch(own);
  return { ...row, snippet };
}
