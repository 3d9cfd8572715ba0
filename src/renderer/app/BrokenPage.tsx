import type { FallbackProps } from 'react-error-boundary';
import { message } from '../i18n/i18n';
import { Button } from '../ui/Button';
import styles from './BrokenPage.module.css';

/** Shown in place of a page that threw. The error itself is not shown: it may hold words of the journal. */
export function BrokenPage({ resetErrorBoundary }: Pick<FallbackProps, 'resetErrorBoundary'>) {
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{message('app.broken.title')}</h1>
      <p className={styles.text}>{message('app.broken.text')}</p>
      <Button look="outlined" onClick={() => resetErrorBoundary()}>
        {message('app.broken.again')}
      </Button>
    </main>
  );
}
