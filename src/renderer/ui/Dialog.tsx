import { clsx } from 'clsx';
import { useId, type ComponentProps, type ReactNode } from 'react';
import styles from './Dialog.module.css';

export interface DialogProps extends ComponentProps<'dialog'> {
  readonly heading: string;
  /** At the other end of the line the heading is on. */
  readonly beside?: ReactNode;
}

/** The browser's own dialog keeps the focus inside and gives it back. Opened through its `ref`; its width is its caller's. */
export function Dialog({ heading, beside, className, children, ...rest }: DialogProps) {
  const headingId = useId();
  return (
    <dialog {...rest} className={clsx(styles.dialog, className)} aria-labelledby={headingId}>
      <div className={styles.header}>
        <h2 id={headingId} className={styles.heading}>
          {heading}
        </h2>
        {beside}
      </div>
      {children}
    </dialog>
  );
}
