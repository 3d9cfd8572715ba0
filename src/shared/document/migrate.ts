import { documentVersion, type JournalDocument } from './schema';

/** `upgrades[n]` turns a document of version n into one of version n + 1. Frozen once released. */
const upgrades: Readonly<Record<number, (document: JournalDocument) => JournalDocument>> = {};

/**
 * The document as this version writes it. Upgraded on read; the journal gets it back with the next save.
 * A document from a later version is left as it is: what is known of it is shown.
 */
export function migrateDocument(document: JournalDocument, version: number): JournalDocument {
  let current = document;
  for (let from = version; from < documentVersion; from += 1) {
    current = upgrades[from]?.(current) ?? current;
  }
  return current;
}
