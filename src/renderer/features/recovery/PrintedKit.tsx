import { createPortal } from 'react-dom';
import type { ComponentProps } from 'react';
import { KitSheet } from './KitSheet';
import styles from './PrintedKit.module.css';

/** Not on the screen; on paper it is all there is. Beside the app, so that the app can be left out whole. */
export function PrintedKit(sheet: ComponentProps<typeof KitSheet>) {
  return createPortal(
    <div className={styles.printed} aria-hidden>
      <KitSheet {...sheet} />
    </div>,
    document.body,
  );
}
