import { useEffect, useRef } from 'react';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import styles from './KitPage.module.css';
import type { useKit } from './useKit';

interface ProveKitProps {
  readonly page: ReturnType<typeof useKit>;
  /** Counted from 0. */
  readonly asked: readonly [number, number];
}

/** Two groups are typed back, which shows that what was printed or saved can be read. */
export function ProveKit({ page, asked }: ProveKitProps) {
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const { wrong } = page;
  const isBusy = page.busy !== null;

  useEffect(() => first.current?.focus(), []);

  // The group that differs, ready to be typed over.
  useEffect(() => {
    const field = wrong.includes(asked[0]) ? first.current : wrong.length > 0 ? second.current : null;
    field?.focus();
    field?.select();
  }, [wrong, asked]);

  const fields = [
    { group: asked[0], ref: first },
    { group: asked[1], ref: second },
  ] as const;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void page.prove([first.current?.value ?? '', second.current?.value ?? '']);
      }}
    >
      <p className={styles.why}>{message('recovery.proveWhy')}</p>
      <div className={styles.groups}>
        {fields.map(({ group, ref }) => (
          <TextField
            key={group}
            ref={ref}
            className={styles.group}
            label={message('recovery.group', { number: group + 1 })}
            aria-invalid={wrong.includes(group)}
            aria-describedby="kit-said"
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            maxLength={12}
            disabled={isBusy}
          />
        ))}
      </div>
      <p id="kit-said" className={styles.said} role="alert">
        {page.said}
      </p>
      <div className={styles.actions}>
        <Button look="primary" type="submit" disabled={isBusy}>
          {message(isBusy ? 'recovery.proving' : 'recovery.prove')}
        </Button>
        <Button look="quiet" disabled={isBusy} onClick={() => page.goTo('read')}>
          {message('recovery.lookAgain')}
        </Button>
      </div>
    </form>
  );
}
