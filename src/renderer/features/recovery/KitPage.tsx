import { useEffect, useRef, useState } from 'react';
import { tinykeys } from 'tinykeys';
import { call } from '../../bridge/client';
import { message } from '../../i18n/i18n';
import type { ShownKit } from '../../session/sessionStore';
import { recoveryCodeGroups } from '../../../shared/domain/vault';
import { BeginningEffects } from './BeginningEffects';
import styles from './KitPage.module.css';
import { KitSheet } from './KitSheet';
import { PrintedKit } from './PrintedKit';
import { ProveKit } from './ProveKit';
import { ReadKit } from './ReadKit';
import { useKit } from './useKit';

/** The recovery kit, to be read, taken along and proved: before the rooms of a new journal, or over them later. */
export function KitPage({ shown }: { readonly shown: ShownKit }) {
  const place = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [madeAt] = useState(() => Date.now());
  const page = useKit(shown);
  const { step } = page;

  // Modal also where nothing is behind it, so that the keys of rooms and the focus stay out of the way.
  useEffect(() => {
    place.current?.showModal();
  }, []);

  useEffect(() => {
    if (step === 'read') heading.current?.focus({ preventScroll: true });
  }, [step]);

  // Behind an open dialog the keys of the rooms wait; this one is for leaving the table, also out of a field.
  useEffect(
    () =>
      tinykeys(
        window,
        {
          '$mod+l': (event) => {
            event.preventDefault();
            void call('journal.lock', {});
          },
        },
        { ignore: () => false },
      ),
    [],
  );

  const { kit, journal } = shown;
  const sheet = { name: journal.name, madeAt, asked: kit.asked, groupCount: recoveryCodeGroups };
  return (
    <dialog
      ref={place}
      className={styles.page}
      data-step={step}
      aria-labelledby="kit-heading"
      // Escape would throw the code away unread.
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.preventDefault();
      }}
    >
      {shown.because === 'begun' && <BeginningEffects />}
      <div className={styles.text}>
        <h1 id="kit-heading" ref={heading} className={styles.heading} tabIndex={-1}>
          {message(step === 'read' ? 'recovery.heading' : 'recovery.proveHeading')}
        </h1>
        {step === 'read' ? (
          <ReadKit page={page} journal={journal} because={shown.because} />
        ) : (
          <ProveKit page={page} asked={kit.asked} />
        )}
      </div>
      <div className={styles.desk}>
        <KitSheet {...sheet} code={step === 'read' ? kit.code : null} />
      </div>
      {step === 'read' && <PrintedKit {...sheet} code={kit.code} />}
    </dialog>
  );
}
