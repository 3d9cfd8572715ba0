import type { EditorState } from 'lexical';
import { unwrapKeptNodes } from '../../../../shared/document/keptNodes';
import { journalDocumentSchema, type JournalDocument } from '../../../../shared/document/schema';

const known = new WeakMap<EditorState, JournalDocument>();

/** The page as the journal stores it. States never change, so each is written out once, whoever asks. */
export function readPage(state: EditorState): JournalDocument {
  const before = known.get(state);
  if (before !== undefined) return before;
  const document = unwrapKeptNodes(journalDocumentSchema.parse(state.toJSON()));
  known.set(state, document);
  return document;
}
