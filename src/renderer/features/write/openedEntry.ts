import type { JournalDocument } from '../../../shared/document/schema';
import type { HeldFacts, SaidFacts } from '../../session/saidFacts';
import type { SavedEntry } from './autosave';

/** What a page begins with. */
export interface OpenedEntry {
  readonly document: JournalDocument;
  /** Null for a new entry. */
  readonly saved: SavedEntry | null;
  /** `unsaved`: words of a page that was left before the journal had them. */
  readonly text?: 'saved' | 'unsaved';
  /** What the journal has said of it. */
  readonly said?: SaidFacts;
  /** What was said on such a page and not told to the journal. */
  readonly held?: HeldFacts;
}
