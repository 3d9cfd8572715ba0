import { notes } from '../../../shared/notes/noteLibrary';
import { message } from '../../i18n/i18n';
import type { LibraryPage } from '../../session/view';
import { RoomLayout } from '../../ui/RoomLayout';
import { KeepsakesPart } from './KeepsakesPart';
import { LibraryContents } from './LibraryContents';
import { NotePart } from './NotePart';
import { QuestionsPart } from './QuestionsPart';

/** Questions, short notes and kept lines: a book one opens where one likes. Its contents are in the margin. */
export function LibraryRoom({ page }: { readonly page: LibraryPage }) {
  const note = page.kind === 'note' ? notes.find(({ id }) => id === page.id) : undefined;
  const isKept = page.kind === 'keepsakes';
  return (
    <RoomLayout
      label={message('library.title')}
      heading={note?.title ?? message(isKept ? 'library.kept.title' : 'library.title')}
      margin={<LibraryContents page={page} />}
    >
      {note ? <NotePart note={note} /> : isKept ? <KeepsakesPart /> : <QuestionsPart />}
    </RoomLayout>
  );
}
