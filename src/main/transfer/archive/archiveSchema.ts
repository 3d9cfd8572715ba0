import type { RecordReader } from '../../journal/records/readRecords';
import { recordTables } from '../../journal/records/recordTables';

const types: Readonly<Record<string, string>> = { INTEGER: 'integer', REAL: 'number', TEXT: 'string' };

/** JSON Schema (2020-12) of every kind of record, from the tables themselves. */
export function archiveSchema({ describe }: Pick<RecordReader, 'describe'>): string {
  const records = recordTables.map((table) => {
    const columns = describe(table).toSorted((one, other) => (one.name < other.name ? -1 : 1));
    const properties = columns.map(({ name, type, isNullable }) => {
      const own =
        table.json?.includes(name) === true ? ['object', 'array', 'string'] : [types[type] ?? 'string'];
      return [name, { type: isNullable ? [...own, 'null'] : own.length === 1 ? own[0] : own }] as const;
    });
    return [
      table.name,
      {
        type: 'object',
        description: `A line of records/${table.name}.jsonl. Named by: ${table.key.join(', ') || 'there is one'}.`,
        properties: Object.fromEntries(properties),
        required: columns.map(({ name }) => name),
        additionalProperties: false,
      },
    ] as const;
  });
  return `${JSON.stringify(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Records of a Footnote archive',
      $defs: Object.fromEntries(records),
    },
    null,
    2,
  )}\n`;
}
