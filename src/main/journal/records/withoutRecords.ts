import type { EntryId, SessionId } from '../../../shared/id';
import type { JsonValue } from '../../vault/canonicalJson';
import type { RecordReader } from './readRecords';

interface LeftOut {
  readonly sessions: ReadonlySet<SessionId>;
  readonly entries: ReadonlySet<EntryId>;
}

/** The same records without some sessions and what was felt before and after them, and without some entries, their tags and their earlier versions. */
export function withoutRecords(reader: RecordReader, { sessions, entries }: LeftOut): RecordReader {
  if (sessions.size + entries.size === 0) return reader;
  const left = new Set<JsonValue | undefined>([...sessions, ...entries]);
  return {
    ...reader,
    *all(table) {
      for (const record of reader.all(table)) {
        const owner = {
          entries: record['id'],
          entry_versions: record['entry'],
          entry_tags: record['entry'],
          movement_sessions: record['id'],
          check_ins: record['session_id'],
          check_in_versions: record['check_in_id'],
        }[table.name];
        if (owner === undefined || !left.has(owner)) yield record;
        // Owners come before what they own.
        else left.add(record['id']);
      }
    },
  };
}
