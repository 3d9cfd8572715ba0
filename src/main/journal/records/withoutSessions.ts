import type { SessionId } from '../../../shared/id';
import type { JsonValue } from '../../vault/canonicalJson';
import type { RecordReader } from './readRecords';

/** The same records without some sessions, and without what was felt before and after them. */
export function withoutSessions(reader: RecordReader, sessions: ReadonlySet<SessionId>): RecordReader {
  if (sessions.size === 0) return reader;
  const left = new Set<JsonValue | undefined>(sessions);
  return {
    ...reader,
    *all(table) {
      for (const record of reader.all(table)) {
        const owner = {
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
