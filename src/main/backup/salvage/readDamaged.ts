import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { entryIdSchema } from '../../../shared/id';
import { sizeOf } from '../../disk/fileFacts';
import { databaseName } from '../../disk/journalNames';
import { openDamaged, type Trust } from './damagedDatabase';
import { graftSchema } from './graftSchema';
import { emptyContent, readContent, rowsOf, type Content } from './readContent';
import type { TableShape } from './readRows';
import { addStrayRows, type Layout } from './strayRows';

export function openCopy(work: string, key: Buffer, trust: Trust) {
  const path = join(work, databaseName);
  // SQLite would take an empty file for a new database.
  return sizeOf(path) === 0 ? null : openDamaged(path, Buffer.from(key), trust);
}

/** Closing a database brings the log into the file; where that failed, pages of the file may be older than the log. */
export const hasLog = (work: string): boolean => sizeOf(join(work, `${databaseName}-wal`)) > 0;

export interface DamagedContent {
  readonly authentic: Content;
  readonly unchecked: Content;
}

/** What is in the copy of a damaged database in `work`, read in every way there is. `key`: as `openDamaged` takes it. */
export function readDamaged(
  work: string,
  key: Buffer,
  shapes: readonly TableShape[],
  layouts: readonly Layout[],
): DamagedContent {
  const path = join(work, databaseName);
  const read = (trust: Trust): Content => {
    const db = openCopy(work, key, trust);
    if (db === null) return emptyContent;
    try {
      return readContent(db, shapes);
    } finally {
      db.close();
    }
  };
  const readBoth = (): DamagedContent => {
    const byTree = read('authentic');
    const authentic = hasLog(work) ? byTree : addStrayRows(byTree, path, key.subarray(4), layouts);
    const isWhole = shapes.every(({ name }) => authentic.tables.get(name)?.isComplete === true);
    return { authentic, unchecked: isWhole ? emptyContent : read('unchecked') };
  };
  const found = readBoth();
  if (hasSchema(found.authentic) || sizeOf(path) === 0) return found;
  return mostOf([found, ...readGrafted(work, key, readBoth)]);
}

/** A table whose line in the schema cannot be read is as good as none. */
const hasSchema = ({ tables }: Content): boolean => tables.get('entries')?.isFound ?? false;

/** With the log left out: it would bring the damaged pages back, and it is kept with everything else. */
function readGrafted(work: string, key: Buffer, read: () => DamagedContent): readonly DamagedContent[] {
  const path = join(work, databaseName);
  const original = join(work, 'as-it-was.db');
  renameSync(path, original);
  rmSync(`${path}-wal`, { force: true });
  const found: DamagedContent[] = [];
  for (const layout of ['made', 'copied'] as const) {
    copyFileSync(original, path);
    graftSchema(path, join(work, 'new.db'), key, layout);
    const content = read();
    found.push(content);
    if (entriesIn(content.authentic) > 0) break;
  }
  return found;
}

/** Under a schema that does not fit, a row of another table may be taken for one. */
const entriesIn = (content: Content): number =>
  rowsOf(content, 'entries').filter(
    ({ id, document }) => entryIdSchema.safeParse(id).success && typeof document === 'string',
  ).length;

const recordsIn = ({ authentic, unchecked }: DamagedContent): number =>
  2 * entriesIn(authentic) + entriesIn(unchecked);

const mostOf = (contents: readonly DamagedContent[]): DamagedContent =>
  contents.reduce((best, one) => (recordsIn(one) > recordsIn(best) ? one : best));
