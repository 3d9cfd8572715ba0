import type { Note, NoteSource } from '../../../shared/domain/note';
import { notesClosing, paragraphToParts } from '../../../shared/notes/noteLibrary';
import { message } from '../../i18n/i18n';
import { sourceWords } from '../../i18n/words';
import { Footnote } from '../../ui/Footnote';
import { FootnoteMark } from '../../ui/FootnoteMark';
import styles from './NotePart.module.css';

/** An address is text to copy: Footnote opens no pages. */
function sourceText(source: NoteSource): string {
  if (!('text' in source)) return message('library.note.article', { source: sourceWords(source) });
  return source.doi === undefined
    ? source.text
    : message('library.note.study', { text: source.text, doi: source.doi });
}

/** A short note, set like a page of a book, with its sources at the foot. */
export function NotePart({ note }: { readonly note: Note }) {
  return (
    <article className={styles.note}>
      <p className={styles.lead}>{note.lead}</p>
      {note.paragraphs.map((paragraph) => (
        <p key={paragraph} className={styles.paragraph}>
          {paragraphToParts(paragraph).map((part) =>
            part.kind === 'text' ? part.text : <FootnoteMark key={part.number} number={part.number} />,
          )}
        </p>
      ))}
      <p className={styles.closing}>{notesClosing}</p>
      <div className={styles.sources}>
        {note.sources.map((source, index) => (
          <Footnote key={sourceText(source)} number={index + 1}>
            {sourceText(source)}
          </Footnote>
        ))}
      </div>
    </article>
  );
}
