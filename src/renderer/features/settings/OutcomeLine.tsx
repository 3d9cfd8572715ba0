import type { Outcome } from './useAct';
import styles from './SettingsRoom.module.css';

/** How something went, where it was asked for; read aloud when it appears. */
export function OutcomeLine({ outcome }: { readonly outcome: Outcome | null }) {
  return (
    <div className={styles.said}>
      <output className={styles.outcome}>{outcome?.kind === 'done' ? outcome.text : null}</output>
      <p className={styles.outcome} role="alert">
        {outcome?.kind === 'problem' ? outcome.text : null}
      </p>
    </div>
  );
}
