import { message } from '../i18n/i18n';
import styles from './FeltDot.module.css';
import { VisuallyHidden } from './VisuallyHidden';

/** A feeling as a dot: full, or hollow when it was noted from memory. Words beside it say which feeling. */
export function FeltDot({ kind }: { readonly kind: 'noted' | 'remembered' }) {
  return (
    <>
      <span className={styles.dot} data-kind={kind} aria-hidden />
      {kind === 'remembered' && <VisuallyHidden>{message('feeling.remembered')}</VisuallyHidden>}
    </>
  );
}
