import english from '../../../content/notes/en.json';
import { noteLibrarySchema, type Note } from '../domain/note';

const library = noteLibrarySchema.parse(english);

/** The short notes that ship with Footnote, in their order. */
export const notes: readonly Note[] = library.notes;

/** The sentence every note ends with. */
export const notesClosing: string = library.closing;

export type NotePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mark'; readonly number: number };

/** A paragraph in pieces: its words, and the marks of its footnotes between them. */
export function paragraphToParts(paragraph: string): readonly NotePart[] {
  return paragraph
    .split(/(\[\d+\])/)
    .filter((part) => part !== '')
    .map((part) => {
      const number = /^\[(\d+)\]$/.exec(part)?.[1];
      return number === undefined ? { kind: 'text', text: part } : { kind: 'mark', number: Number(number) };
    });
}
