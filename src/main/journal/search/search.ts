import type { SearchHit } from '../../../shared/domain/entry';
import { noFilters } from '../../../shared/domain/search';
import { documentToOwnText } from '../../../shared/document/plainText';
import type { EntryId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import type { Moment } from '../../../shared/time';
import { prepareRead, type ReadableDb } from '../database/handles';
import { documentToAskedText } from '../entries/askedText';
import { momentColumns } from '../entries/entryQueries';
import { textToDocument } from '../entries/storedDocument';
import type { Answer } from '../journalFacade';
import { prepareFindRows } from './findRows';
import type { LateIndex } from './lateIndex';
import { createSnippets, snippetWithoutMatch, type SnippetMaker } from './makeSnippet';
import { parseSearch } from '../../../shared/search/parseSearch';
import { prepareFilters } from './searchFilters';

interface HitRow extends Moment {
  readonly id: EntryId;
  readonly title: string;
  readonly givenTitle: string | null;
  readonly document: string;
}

export function createSearch(
  db: ReadableDb,
  index: Pick<LateIndex, 'whenComplete'>,
): Answer<'entries.search'> {
  const hit = prepareRead<{ readonly row: number }, HitRow>(
    db,
    `SELECT id, ${momentColumns}, title, given_title AS givenTitle, document FROM entries WHERE entry_row = @row`,
  );
  const filtered = prepareFilters(db);

  const find = prepareFindRows(db);

  return ({ words, filters = noFilters, skip = 0, limit }) => {
    const search = parseSearch(words);
    const kept = filtered(filters);
    if (search.wanted.length === 0 && kept === null) return err({ type: 'SearchEmpty' });
    // The order is the same whatever the length, so a later piece goes on where the one before it ended.
    const { rows, total } = index.whenComplete(() => find(search, kept, skip + limit));
    const snippets = createSnippets(search);
    const hits = rows.slice(skip).flatMap((row) => {
      const found = hit.get({ row });
      return found === undefined ? [] : [rowToHit(found, snippets)];
    });
    return ok({ hits, total });
  };
}

function rowToHit({ document: text, givenTitle, ...row }: HitRow, snippetOf: SnippetMaker): SearchHit {
  const document = textToDocument(text);
  const own = documentToOwnText(document);
  const snippet =
    snippetOf(own) ??
    snippetOf(givenTitle ?? '') ??
    snippetOf(documentToAskedText(document)) ??
    snippetWithoutMatch(own);
  return { ...row, snippet };
}
