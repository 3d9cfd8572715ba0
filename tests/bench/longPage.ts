import { createSeededRandom } from '../../src/main/sample/seededRandom';
import { createDocument, createParagraph, createText } from '../../src/shared/document/createDocument';
import type { JournalDocument } from '../../src/shared/document/schema';
import { createLongText } from './longText';

/** A page of three thousand words that somebody goes on writing in its middle. */
export function createLongPage(): (run: number) => JournalDocument {
  const paragraphs = createLongText(createSeededRandom(8)).page(3000);
  const middle = Math.floor(paragraphs.length / 2);
  return (run) =>
    createDocument(
      paragraphs.map((text, index) =>
        createParagraph([
          createText(index === middle ? `${text} ${'and so on '.repeat(1 + (run % 20))}${run}` : text),
        ]),
      ),
    );
}
