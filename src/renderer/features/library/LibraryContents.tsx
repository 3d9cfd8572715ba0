import { promptThemes } from '../../../shared/domain/prompt';
import { notes } from '../../../shared/notes/noteLibrary';
import { promptLibrary } from '../../../shared/prompts/promptLibrary';
import { useKeepsakes } from '../../bridge/keepsakeQueries';
import { usePromptShelf } from '../../bridge/promptQueries';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import type { LibraryPage } from '../../session/view';
import { Label } from '../../ui/Label';
import styles from './LibraryContents.module.css';
import { themeNumber } from './themes';

interface LineProps {
  readonly label: string;
  readonly numeral?: string;
  readonly count?: number | undefined;
  readonly isHere?: boolean;
  readonly onGo: () => void;
}

/** A line of the contents, its figure at the end, as in a book. */
function Line({ label, numeral, count, isHere = false, onGo }: LineProps) {
  return (
    <li>
      <button type="button" className={styles.line} aria-current={isHere ? 'page' : undefined} onClick={onGo}>
        {numeral !== undefined && (
          <span className={styles.numeral} aria-hidden>
            {numeral}
          </span>
        )}
        <span className={styles.label}>{label}</span>
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </button>
    </li>
  );
}

function goToHeading(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** What is in the library: its chapters while one reads the questions, its notes, the kept lines, the page for hard days. */
export function LibraryContents({ page }: { readonly page: LibraryPage }) {
  const openView = useSession((session) => session.openView);
  const shelf = usePromptShelf().data;
  const kept = useKeepsakes().data?.keepsakes.length;
  const hidden = new Set<string>(shelf?.hidden);
  const open = (next: LibraryPage) => (): void => openView({ room: 'library', page: next });
  const isAtQuestions = page.kind === 'questions';
  const shown = promptLibrary.filter(({ id }) => !hidden.has(id));
  return (
    <nav className={styles.contents} aria-labelledby="library-contents">
      <Label id="library-contents">{message('library.contents')}</Label>
      <ul className={styles.parts}>
        <Line
          label={message('library.questions')}
          count={shown.length + (shelf?.own.filter(({ id }) => !hidden.has(id)).length ?? 0)}
          isHere={isAtQuestions}
          onGo={open({ kind: 'questions' })}
        />
        <Line
          label={message('library.kept.title')}
          count={kept}
          isHere={page.kind === 'keepsakes'}
          onGo={open({ kind: 'keepsakes' })}
        />
        <Line label={message('app.room.hardDay')} onGo={() => openView({ room: 'hardDay' })} />
      </ul>
      <Label as="h3">{message('library.notes')}</Label>
      <ul className={styles.parts}>
        {notes.map((note) => (
          <Line
            key={note.id}
            label={note.title}
            isHere={page.kind === 'note' && page.id === note.id}
            onGo={open({ kind: 'note', id: note.id })}
          />
        ))}
      </ul>
      {isAtQuestions && (
        <>
          <Label as="h3">{message('library.themes')}</Label>
          <ul className={styles.parts}>
            {promptThemes.map((theme) => (
              <Line
                key={theme}
                label={message(`library.theme.${theme}`)}
                numeral={themeNumber(theme)}
                count={shown.filter((prompt) => prompt.theme === theme).length}
                onGo={() => goToHeading(`theme-${theme}`)}
              />
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}
