import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import {
  ownPromptTextLimit,
  promptMoments,
  promptThemes,
  type OwnPrompt,
  type PromptMoment,
  type PromptTheme,
} from '../../../shared/domain/prompt';
import { message } from '../../i18n/i18n';
import { newOwnPromptId } from '../../session/newIds';
import { Button } from '../../ui/Button';
import { Label } from '../../ui/Label';
import { TextArea } from '../../ui/TextField';
import { AnyWords, OneWord } from '../../ui/WordChoice';
import styles from './LibraryRoom.module.css';
import { saveOwnPrompt } from './promptActs';

const themeWords = promptThemes.map((theme) => ({ value: theme, label: message(`library.theme.${theme}`) }));
const momentWords = promptMoments.map((moment) => ({
  value: moment,
  label: message(`library.momentWord.${moment}`),
}));

interface OwnPromptFormProps {
  /** Null to write a new one. */
  readonly prompt: OwnPrompt | null;
  readonly onClose: () => void;
}

/** A question of one's own: its words, what it is about, and when it may come. */
export function OwnPromptForm({ prompt, onClose }: OwnPromptFormProps) {
  const [id] = useState(() => prompt?.id ?? newOwnPromptId());
  const [text, setText] = useState(prompt?.text ?? '');
  const [theme, setTheme] = useState<PromptTheme>(prompt?.theme ?? 'identity');
  const [moments, setMoments] = useState<readonly PromptMoment[]>(prompt?.moments ?? ['any']);
  const field = useRef<HTMLTextAreaElement>(null);
  // It was asked for just now.
  useEffect(() => field.current?.focus(), []);
  const isReady = text.trim() !== '' && moments.length > 0;

  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (isReady && (await saveOwnPrompt({ id, text, theme, moments }))) onClose();
  };

  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <TextArea
        label={message('library.own.text')}
        value={text}
        rows={2}
        maxLength={ownPromptTextLimit}
        ref={field}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.choice}>
        <Label as="p">{message('library.own.about')}</Label>
        <OneWord label={message('library.own.about')} words={themeWords} value={theme} onChange={setTheme} />
      </div>
      <div className={styles.choice}>
        <Label as="p">{message('library.own.when')}</Label>
        <AnyWords
          label={message('library.own.when')}
          words={momentWords}
          values={moments}
          onChange={(values) => setMoments(promptMoments.filter((moment) => values.includes(moment)))}
        />
      </div>
      <div className={styles.formActs}>
        <Button look="primary" type="submit" disabled={!isReady}>
          {message('library.own.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {message('library.cancel')}
        </Button>
      </div>
    </form>
  );
}
