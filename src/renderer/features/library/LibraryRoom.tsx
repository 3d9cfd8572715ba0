import { promptLibrary } from '../../../shared/prompts/promptLibrary';
import { message } from '../../i18n/i18n';
import { sourceWords } from '../../i18n/words';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import { Footnote } from '../../ui/Footnote';
import { FootnoteMark } from '../../ui/FootnoteMark';
import { Label } from '../../ui/Label';
import { RoomLayout } from '../../ui/RoomLayout';
import styles from './LibraryRoom.module.css';
import { promptsToThemes, type Theme } from './themes';

const themes = promptsToThemes(promptLibrary);

function ThemeSection({ theme, prompts, sources }: Theme) {
  const openView = useSession((session) => session.openView);
  const id = `theme-${theme}`;
  return (
    <section className={styles.theme} aria-labelledby={id}>
      <h2 id={id} className={styles.heading} tabIndex={-1}>
        {message(`library.theme.${theme}`)}
      </h2>
      <ul>
        {prompts.map(({ prompt, footnote }) => (
          <li key={prompt.id} className={styles.row}>
            <p className={styles.prompt}>
              {prompt.text}
              <FootnoteMark number={footnote} />
            </p>
            <Button
              look="quiet"
              className={styles.write}
              aria-label={message('library.writeOf', { prompt: prompt.text })}
              onClick={() => openView({ room: 'write', entryId: null, promptId: prompt.id })}
            >
              {message('library.write')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.footnotes}>
        {sources.map(({ number, source }) => (
          <Footnote key={number} number={number}>
            {sourceWords(source)}
          </Footnote>
        ))}
      </div>
    </section>
  );
}

function goToTheme({ theme }: Theme): void {
  const heading = document.getElementById(`theme-${theme}`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** Every prompt by theme, with its source at the foot, as in a book. */
export function LibraryRoom() {
  return (
    <RoomLayout
      label={message('library.title')}
      heading={message('library.title')}
      margin={
        <nav aria-labelledby="library-contents">
          <Label id="library-contents">{message('library.contents')}</Label>
          <ul className={styles.contents}>
            {themes.map((theme) => (
              <li key={theme.theme}>
                <button type="button" className={styles.link} onClick={() => goToTheme(theme)}>
                  <span>{message(`library.theme.${theme.theme}`)}</span>
                  <span className={styles.count}>{theme.prompts.length}</span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
      }
    >
      <p className={styles.lead}>{message('library.lead')}</p>
      {themes.map((theme) => (
        <ThemeSection key={theme.theme} {...theme} />
      ))}
    </RoomLayout>
  );
}
