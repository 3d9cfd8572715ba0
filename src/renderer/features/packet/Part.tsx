import { useId, type ReactNode } from 'react';
import styles from './ChoosePart.module.css';

/** One part of what goes in, under its name. */
export function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {name}
      </h2>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
