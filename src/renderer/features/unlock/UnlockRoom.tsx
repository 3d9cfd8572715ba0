import { useEffect } from 'react';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { Footnote } from '../../ui/Footnote';
import { Landscape } from '../../ui/Landscape';
import { WordMark } from '../../ui/WordMark';
import type { JournalPlace } from './journalDoor';
import { PassphraseForm } from './PassphraseForm';
import styles from './UnlockRoom.module.css';
import { useDoor } from './useDoor';

/** The first page, laid out like the title page of a book. `latest` is the journal that was open last, if any. */
export function UnlockRoom({ latest }: { readonly latest: JournalPlace | null }) {
  const door = useDoor(latest);
  const { form, progress } = door;
  const isOpening = progress === 'opening';

  const { beginNew } = door;
  const needsPlace = form.kind === 'create' && form.place === null;
  useEffect(() => {
    if (needsPlace) void beginNew();
    // oxlint-disable-next-line react/exhaustive-deps -- asked once, when the form that needs a place appears
  }, [needsPlace]);

  return (
    <div className={styles.page}>
      <main className={styles.text}>
        <header>
          <h1 className={styles.title}>
            <WordMark />
          </h1>
          <p className={styles.lead}>{message('unlock.lead')}</p>
        </header>

        <section className={styles.door} aria-labelledby="door-heading">
          <h2 id="door-heading" className={styles.heading}>
            {message(form.kind === 'unlock' ? 'unlock.backHeading' : 'unlock.newHeading')}
          </h2>
          {form.place && (
            <p className={styles.place}>
              <span>{message('unlock.place', { name: form.place.name, place: form.place.place })}</span>
              {form.kind === 'create' && (
                <Button look="quiet" disabled={isOpening} onClick={() => void door.chooseNew()}>
                  {message('unlock.choosePlace')}
                </Button>
              )}
            </p>
          )}
          <PassphraseForm
            key={form.kind}
            ask={form.kind === 'unlock' ? 'once' : 'twice'}
            submitLabel={message(form.kind === 'unlock' ? 'unlock.open' : 'unlock.create')}
            progress={progress}
            canSubmit={form.place !== null}
            onProblem={door.say}
            onPassphrase={(passphrase) => {
              if (form.kind === 'unlock') void door.unlock(form.place, passphrase);
              else if (form.place) void door.create(form.place, passphrase);
            }}
          />
          <p className={styles.problem} role="alert">
            {door.problem}
          </p>
        </section>

        <nav className={styles.ways} aria-label={message('unlock.otherWays')}>
          <Button look="quiet" disabled={isOpening} onClick={() => void door.openSample()}>
            {message('unlock.sample')}
          </Button>
          <Button look="quiet" disabled={isOpening} onClick={() => void door.chooseExisting()}>
            {message(form.kind === 'unlock' ? 'unlock.openAnother' : 'unlock.openExisting')}
          </Button>
          {form.kind === 'unlock' && (
            <Button look="quiet" disabled={isOpening} onClick={() => void door.beginNew()}>
              {message('unlock.beginNew')}
            </Button>
          )}
        </nav>

        <footer className={styles.footer}>
          <Footnote number={1}>{message('unlock.footnote')}</Footnote>
        </footer>
      </main>
      <div className={styles.view}>
        <Landscape />
      </div>
    </div>
  );
}
