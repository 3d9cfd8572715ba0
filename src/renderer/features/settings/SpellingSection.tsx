import { X } from 'lucide-react';
import { useState } from 'react';
import { spellingSchema, type Spelling } from '../../../shared/domain/settings';
import { useIsReadOnly } from '../../bridge/careQueries';
import { call } from '../../bridge/client';
import { invalidateJournal, useSettings } from '../../bridge/queries';
import { invalidateOwnWords, useOwnWords, useSpelling } from '../../bridge/spellingQueries';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { TextField } from '../../ui/TextField';
import { OutcomeLine } from './OutcomeLine';
import styles from './SettingsRoom.module.css';
import wordStyles from './SpellingSection.module.css';
import { useAct } from './useAct';

const options = spellingSchema.options.map((value) => ({
  value,
  label: message(`settings.spelling.${value}`),
}));

const longestWord = 64;

/** The language, chosen for this journal; until then by the computer's region. */
function LanguageChoice() {
  const settings = useSettings().data;
  const spelling = useSpelling();
  const { outcome, run } = useAct();
  if (!settings || spelling === undefined) return null;
  const choose = async (next: Spelling): Promise<void> => {
    await run(
      async () => call('settings.save', { ...settings, spelling: next }),
      () => null,
    );
    invalidateJournal();
  };
  return (
    <div className={styles.stack}>
      <SegmentedControl
        label={message('settings.spelling.language')}
        options={options}
        value={spelling}
        onChange={(next) => void choose(next)}
      />
      <p className={styles.note}>{message('settings.spelling.note')}</p>
      <OutcomeLine outcome={outcome} />
    </div>
  );
}

/** The words the person taught it: in the journal and nowhere else. */
function OwnWords() {
  const words = useOwnWords().data?.words ?? [];
  const { isBusy, outcome, run } = useAct();
  const [typed, setTyped] = useState('');
  const isSeveral = /\s/.test(typed.trim());

  const add = async (): Promise<void> => {
    const word = typed.trim().replace(/[’ʼ]/g, "'");
    if (word === '' || /\s/.test(word)) return;
    const reply = await run(
      async () => call('spelling.add', { word }),
      () => message('settings.spelling.added', { word }),
    );
    if (reply.ok) setTyped('');
    invalidateOwnWords();
  };

  const remove = async (word: string): Promise<void> => {
    await run(
      async () => call('spelling.remove', { word }),
      () => message('settings.spelling.removed', { word }),
    );
    invalidateOwnWords();
  };

  return (
    <div className={styles.block}>
      <h3 className={styles.subheading}>{message('settings.spelling.words')}</h3>
      <p className={styles.note}>
        {message(words.length === 0 ? 'settings.spelling.none' : 'settings.spelling.wordsNote')}
      </p>
      {words.length > 0 && (
        <ul className={wordStyles.words}>
          {words.map((word) => (
            <li key={word} className={wordStyles.word}>
              {word}
              <button
                type="button"
                className={wordStyles.remove}
                disabled={isBusy}
                aria-label={message('settings.spelling.removeOf', { word })}
                onClick={() => void remove(word)}
              >
                <X aria-hidden size={14} strokeWidth={1.75} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        className={wordStyles.add}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField
          label={message('settings.spelling.word')}
          value={typed}
          maxLength={longestWord}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button look="outlined" type="submit" disabled={isBusy || typed.trim() === '' || isSeveral}>
          {message('settings.spelling.add')}
        </Button>
      </form>
      <output className={styles.note}>{isSeveral && message('settings.spelling.oneWord')}</output>
      <OutcomeLine outcome={outcome} />
    </div>
  );
}

/** Which English the text is checked in, and the person's own words. */
export function SpellingSection() {
  const isReadOnly = useIsReadOnly();
  return (
    <fieldset className={styles.fields} disabled={isReadOnly}>
      <LanguageChoice />
      <OwnWords />
    </fieldset>
  );
}
