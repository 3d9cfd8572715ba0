import { useEffect, useRef, useState } from 'react';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { fieldToSecret, type Secret } from './journalDoor';
import styles from './UnlockRoom.module.css';

/** Characters of a code, dashes left out. */
const codeLength = 29;

interface CodeFormProps {
  readonly progress: 'waiting' | 'opening';
  readonly onProblem: (problem: string) => void;
  readonly onCode: (code: Secret) => void;
  readonly onBack: () => void;
}

/** One field for the whole code; spaces, dashes and small letters are all the same to it. */
export function CodeForm({ progress, onProblem, onCode, onBack }: CodeFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(0);
  const isOpening = progress === 'opening';

  useEffect(() => {
    if (!isOpening) field.current?.focus();
  }, [isOpening]);

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!field.current || typed === 0) onProblem(message('unlock.codeEmpty'));
        else onCode(fieldToSecret(field.current));
      }}
    >
      <TextField
        ref={field}
        className={styles.code}
        label={message('unlock.code')}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={80}
        disabled={isOpening}
        aria-describedby="code-count"
        onInput={({ currentTarget }) => setTyped(currentTarget.value.replaceAll(/[^0-9a-z]/gi, '').length)}
      />
      <p id="code-count" className={styles.hint}>
        {message('unlock.codeCount', { typed, all: codeLength })}
      </p>
      <div className={styles.actions}>
        <Button look="primary" type="submit" disabled={isOpening}>
          {message(isOpening ? 'unlock.codeTrying' : 'unlock.codeTry')}
        </Button>
        <Button look="quiet" disabled={isOpening} onClick={onBack}>
          {message('unlock.way.usePassphrase')}
        </Button>
      </div>
    </form>
  );
}
