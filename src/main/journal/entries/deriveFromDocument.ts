import { countWords } from '../../../shared/document/countWords';
import { documentToOwnText } from '../../../shared/document/plainText';
import type { JournalDocument } from '../../../shared/document/schema';
import { textToShown } from './textToShown';

/** What lists show of an entry, kept beside its document. */
export function deriveFromDocument(
  document: JournalDocument,
  givenTitle: string | null,
): { readonly title: string; readonly excerpt: string; readonly wordCount: number } {
  const own = documentToOwnText(document);
  return { ...textToShown(own, givenTitle), wordCount: countWords(own) };
}
