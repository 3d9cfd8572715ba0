import { isComplete, rowsOf } from './readContent';
import type { Sources } from './chooseRecords';
import type { Put } from './writeSalvaged';

/** Under the rows that entries and tags have now. A backup fills in what the tables of the file itself no longer say. */
export function writeTags(put: Put, sources: Sources, rowsById: ReadonlyMap<unknown, number>): void {
  const { authentic, unchecked, backup } = sources;
  const isWhole = isComplete(authentic, 'tags') && isComplete(authentic, 'entry_tags');
  const tagRows = new Map<unknown, number>();
  for (const content of isWhole ? [authentic] : [authentic, backup]) {
    // A tag's owner may lie on a page that did not pass its check.
    const owners = content === authentic ? [authentic, unchecked] : [content];
    const idByRow = new Map(
      owners.flatMap((one) => rowsOf(one, 'entries').map((row) => [row['entry_row'], row['id']] as const)),
    );
    const foldedByRow = new Map<unknown, unknown>();
    for (const tag of rowsOf(content, 'tags')) {
      foldedByRow.set(tag['tag_row'], tag['folded']);
      if (tagRows.has(tag['folded'])) continue;
      const row = tagRows.size + 1;
      if (put('tags', { ...tag, tag_row: row })) tagRows.set(tag['folded'], row);
    }
    for (const link of rowsOf(content, 'entry_tags')) {
      const entry = rowsById.get(idByRow.get(link['entry_row'] ?? null));
      const tag = tagRows.get(foldedByRow.get(link['tag_row']));
      if (entry !== undefined && tag !== undefined) put('entry_tags', { entry_row: entry, tag_row: tag });
    }
  }
}
