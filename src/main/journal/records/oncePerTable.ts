import type { RecordTable } from './recordTables';

/**
 * What is prepared for a table, made when it is first asked for: reading all of them takes 11 ms, and an import is seldom of all. `archive.test.ts`
 * prepares every one.
 */
export function oncePerTable<Prepared>(
  prepare: (table: RecordTable) => Prepared,
): (table: RecordTable) => Prepared {
  const made = new Map<RecordTable, Prepared>();
  return (table) => {
    const found = made.get(table) ?? prepare(table);
    made.set(table, found);
    return found;
  };
}
