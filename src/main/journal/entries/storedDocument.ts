import { journalDocumentSchema, type JournalDocument } from '../../../shared/document/schema';

/** As it is kept: JSON, the way it came from the editor, so that saving the same again is seen to be the same. */
export const documentToText = (document: JournalDocument): string => JSON.stringify(document);

export const textToDocument = (text: string): JournalDocument =>
  journalDocumentSchema.parse(JSON.parse(text));
