import { stopToValence } from '../../../shared/domain/mood';
import { countFilters, type SearchFilters } from '../../../shared/domain/search';
import type { CivilDay } from '../../../shared/time';
import { prepareColumn, type Parameters, type ReadableDb } from '../database/handles';
import { foldTag } from '../../../shared/search/foldTag';

/** Between two stops of the mood scale. */
const halfAStop = 1 / 6;

const newestFirst = 'ORDER BY day DESC, at DESC, id DESC';
const entriesWhere = (condition: string): string =>
  `SELECT entry_row FROM entries WHERE binned_at IS NULL AND day BETWEEN @from AND @to ${condition} ${newestFirst}`;

/** Rows of entries, newest first. Lists are JSON. Each is answered from indexes alone. */
export const filterSql = {
  dates: entriesWhere(''),
  mood: entriesWhere(`AND day IN (
    SELECT day FROM check_ins WHERE day BETWEEN @from AND @to AND valence BETWEEN @low AND @high)`),
  // A feeling stands in its list between quotes, which no feeling can hold unescaped.
  feelings: entriesWhere(`AND day IN (
    SELECT day FROM check_ins, json_each(@feelings) AS wanted
    WHERE day BETWEEN @from AND @to AND instr(feelings, wanted.value))`),
  kinds: entriesWhere(`AND day IN (
    SELECT day FROM movement_sessions
    WHERE kind IN (SELECT value FROM json_each(@kinds)) AND day BETWEEN @from AND @to)`),
  tags: entriesWhere(`AND entry_row IN (
    SELECT entry_row FROM entry_tags
    WHERE tag_row IN (SELECT tag_row FROM tags WHERE folded IN (SELECT value FROM json_each(@tags)))
    GROUP BY entry_row HAVING count(*) = json_array_length(@tags))`),
  prompts: entriesWhere(`AND entry_row IN (
    SELECT entry_row FROM entry_prompts WHERE prompt_id IN (SELECT value FROM json_each(@promptIds)))`),
  answers: entriesWhere('AND entry_row IN (SELECT entry_row FROM entry_prompts)'),
  starred: entriesWhere('AND starred_at IS NOT NULL'),
  withImages: entriesWhere('AND entry_row IN (SELECT entry_row FROM entry_images)'),
} as const;

type Between = { readonly from: string; readonly to: string };
const firstDay = '0000-00-00';
const lastDay = '9999-99-99';

/** Answers with the rows all filters let through, newest first; null when no filter is set. */
export function prepareFilters(db: ReadableDb): (filters: SearchFilters) => readonly number[] | null {
  const rows = <Given extends Parameters>(sql: string) => prepareColumn<Between & Given, number>(db, sql);
  const dates = rows(filterSql.dates);
  const mood = rows<{ readonly low: number; readonly high: number }>(filterSql.mood);
  const feelings = rows<{ readonly feelings: string }>(filterSql.feelings);
  const kinds = rows<{ readonly kinds: string }>(filterSql.kinds);
  const tags = rows<{ readonly tags: string }>(filterSql.tags);
  const prompts = rows<{ readonly promptIds: string }>(filterSql.prompts);
  const marked = {
    starred: rows(filterSql.starred),
    withImages: rows(filterSql.withImages),
    answers: rows(filterSql.answers),
  };

  return (filters) => {
    if (countFilters(filters) === 0) return null;
    const between = daysBetween(filters.from, filters.to);
    const lists: (readonly number[])[] = [];
    if (filters.mood !== null) {
      const { from, to } = filters.mood;
      const low = stopToValence(from) - halfAStop;
      lists.push(mood.all({ ...between, low, high: stopToValence(to) + halfAStop }));
    }
    if (filters.feelings.length > 0) {
      const quoted = filters.feelings.map((feeling) => JSON.stringify(feeling));
      lists.push(feelings.all({ ...between, feelings: JSON.stringify(quoted) }));
    }
    if (filters.kinds.length > 0) lists.push(kinds.all({ ...between, kinds: JSON.stringify(filters.kinds) }));
    if (filters.tags.length > 0) {
      const folded = [...new Set(filters.tags.map(foldTag))];
      lists.push(tags.all({ ...between, tags: JSON.stringify(folded) }));
    }
    if (filters.promptIds.length > 0)
      lists.push(prompts.all({ ...between, promptIds: JSON.stringify(filters.promptIds) }));
    for (const mark of filters.marks) lists.push(marked[mark].all(between));
    if (lists.length === 0) return dates.all(between);
    return inAllOf(lists);
  };
}

function inAllOf(lists: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = lists.toSorted((one, other) => one.length - other.length);
  const sets = others.map((rows) => new Set(rows));
  return first.filter((row) => sets.every((set) => set.has(row)));
}

const daysBetween = (from: CivilDay | null, to: CivilDay | null): Between => ({
  from: from ?? firstDay,
  to: to ?? lastDay,
});
