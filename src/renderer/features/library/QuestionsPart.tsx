import { useDeferredValue, useState } from 'react';
import { isOwnPrompt, promptMoments, type AnyPrompt, type Prompt } from '../../../shared/domain/prompt';
import { promptLibrary } from '../../../shared/prompts/promptLibrary';
import { usePromptShelf } from '../../bridge/promptQueries';
import { message } from '../../i18n/i18n';
import { sourceWords } from '../../i18n/words';
import { Footnote } from '../../ui/Footnote';
import { FootnoteMark } from '../../ui/FootnoteMark';
import { OneWord } from '../../ui/WordChoice';
import { findPrompts, isWish, type PromptWish } from './findPrompts';
import styles from './LibraryRoom.module.css';
import { OwnQuestions } from './OwnQuestions';
import { Question } from './Question';
import { promptsToThemes, themeNumber, type Theme } from './themes';

const momentWords = [
  { value: 'all', label: message('library.momentWord.all') },
  ...promptMoments.map((moment) => ({ value: moment, label: message(`library.momentWord.${moment}`) })),
] as const;

const isOfLibrary = (prompt: AnyPrompt): prompt is Prompt => !isOwnPrompt(prompt);

function ThemeSection({ theme, prompts, sources }: Theme) {
  const id = `theme-${theme}`;
  return (
    <section className={styles.theme} aria-labelledby={id}>
      <h2 id={id} className={styles.heading} tabIndex={-1}>
        <span className={styles.numeral} aria-hidden>
          {themeNumber(theme)}
        </span>
        {message(`library.theme.${theme}`)}
      </h2>
      <ul className={styles.questions}>
        {prompts.map(({ prompt, footnote }) => (
          <Question key={prompt.id} prompt={prompt} state="shown" mark={<FootnoteMark number={footnote} />} />
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

interface FinderProps {
  readonly wish: PromptWish;
  readonly found: number;
  readonly onChange: (wish: PromptWish) => void;
}

function Finder({ wish, found, onChange }: FinderProps) {
  return (
    <search className={styles.finder}>
      <input
        type="search"
        className={styles.field}
        aria-label={message('library.find')}
        placeholder={message('library.find')}
        maxLength={200}
        value={wish.words}
        onChange={(event) => onChange({ ...wish, words: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onChange({ ...wish, words: '' });
        }}
      />
      <OneWord
        label={message('library.forMoment')}
        words={momentWords}
        value={wish.moment}
        onChange={(moment) => onChange({ ...wish, moment })}
      />
      <output className={styles.found}>{isWish(wish) && message('library.found', { found })}</output>
    </search>
  );
}

/** Every question by theme, with its source at the foot, as in a book; the person's own first, hidden ones last. */
export function QuestionsPart() {
  const [typed, setTyped] = useState<PromptWish>({ words: '', moment: 'all' });
  const wish = useDeferredValue(typed);
  const shelf = usePromptShelf().data;
  if (shelf === undefined) return null;
  const hiddenIds = new Set<string>(shelf.hidden);
  const all = findPrompts<AnyPrompt>([...shelf.own, ...promptLibrary], wish);
  const shown = all.filter(({ id }) => !hiddenIds.has(id));
  const hidden = all.filter(({ id }) => hiddenIds.has(id));
  const own = shown.filter(isOwnPrompt);
  const themes = promptsToThemes(shown.filter(isOfLibrary));
  return (
    <>
      <p className={styles.lead}>{message('library.lead')}</p>
      <Finder wish={typed} found={all.length} onChange={setTyped} />
      <OwnQuestions own={own} state={isWish(wish) ? 'found' : 'all'} />
      {themes.map((theme) => (
        <ThemeSection key={theme.theme} {...theme} />
      ))}
      {hidden.length > 0 && (
        <section className={styles.theme} aria-labelledby="hidden-questions">
          <h2 id="hidden-questions" className={styles.heading} tabIndex={-1}>
            {message('library.hiddenTitle')}
          </h2>
          <p className={styles.quiet}>{message('library.hiddenText')}</p>
          <ul className={styles.questions}>
            {hidden.map((prompt) => (
              <Question key={prompt.id} prompt={prompt} state="hidden" />
            ))}
          </ul>
        </section>
      )}
      {all.length === 0 && <p className={styles.nothing}>{message('library.nothingFound')}</p>}
    </>
  );
}
