import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { assert } from '../../../shared/assert';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { PassphraseStrength } from '../../ui/passphraseStrength/PassphraseStrength';
import { useStrength } from '../../ui/passphraseStrength/useStrength';
import { SecretField } from '../../ui/SecretField';
import { fieldToSecret, type Secret } from './journalDoor';
import styles from './UnlockRoom.module.css';

interface PassphraseFormProps {
  /** `twice` asks once more and says what it is worth, for a passphrase that is new. */
  readonly ask: 'once' | 'twice';
  readonly submitLabel: string;
  /** Said on the button and beside it while it takes its time. */
  readonly workLabel?: string;
  readonly workWhy?: string;
  readonly progress: 'waiting' | 'opening';
  readonly canSubmit: boolean;
  /** `later` where the form is not what the page is about. */
  readonly focus?: 'now' | 'later';
  /** Words anybody would try first. */
  readonly known?: readonly string[];
  /** What one ought to know before pressing the button. */
  readonly note?: string;
  /** Other ways to do the same, beside the button. */
  readonly besides?: ReactNode;
  /** Says something about what was typed. */
  readonly onProblem: (problem: string) => void;
  /** UTF-8 bytes. What was typed stays in the fields, so that a refusal costs nothing. */
  readonly onPassphrase: (passphrase: Secret) => void;
}

/** The passphrase lives in the fields alone, never in React's state. */
export function PassphraseForm(props: PassphraseFormProps) {
  const { ask, progress, focus = 'now', onProblem } = props;
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const isOpening = progress === 'opening';

  const wasOpening = useRef(false);

  // A passphrase that was refused is marked, ready to be typed over.
  useEffect(() => {
    if (!isOpening && (focus === 'now' || wasOpening.current)) {
      first.current?.focus();
      if (ask === 'once') first.current?.select();
    }
    wasOpening.current = isOpening;
  }, [isOpening, ask, focus]);

  const submit = (): void => {
    assert(first.current, 'the form has a field');
    if (first.current.value.trim() === '') {
      onProblem(message('failure.PassphraseEmpty'));
      first.current.focus();
    } else if (ask === 'twice' && first.current.value !== second.current?.value) {
      onProblem(message('unlock.differ'));
      second.current?.focus();
      second.current?.select();
    } else props.onPassphrase(fieldToSecret(first.current));
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {ask === 'once' ? (
        <SecretField
          ref={first}
          label={message('unlock.passphrase')}
          autoComplete="current-password"
          disabled={isOpening}
        />
      ) : (
        <NewPassphrase first={first} second={second} known={props.known ?? []} isDisabled={isOpening} />
      )}
      {props.note !== undefined && <p>{props.note}</p>}
      <div className={styles.actions}>
        <Button look="primary" type="submit" disabled={isOpening || !props.canSubmit}>
          {isOpening ? (props.workLabel ?? message('unlock.opening')) : props.submitLabel}
        </Button>
        {!isOpening && props.besides}
        <output className={styles.hint}>
          {isOpening && (props.workWhy ?? message('unlock.openingWhy'))}
        </output>
      </div>
    </form>
  );
}

interface NewPassphraseProps {
  readonly first: RefObject<HTMLInputElement | null>;
  readonly second: RefObject<HTMLInputElement | null>;
  readonly known: readonly string[];
  readonly isDisabled: boolean;
}

function NewPassphrase({ first, second, known, isDisabled }: NewPassphraseProps) {
  const { strength, judge } = useStrength(known);
  return (
    <>
      <SecretField
        ref={first}
        label={message('unlock.passphrase')}
        autoComplete="new-password"
        disabled={isDisabled}
        onInput={() => judge(first.current?.value ?? '')}
      />
      <PassphraseStrength strength={strength} footnote={2} />
      <SecretField
        ref={second}
        label={message('unlock.passphraseAgain')}
        autoComplete="new-password"
        disabled={isDisabled}
      />
    </>
  );
}
