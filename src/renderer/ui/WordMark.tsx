import { message } from '../i18n/i18n';
import styles from './WordMark.module.css';

/** The mark: the word with a superscript one. */
export function WordMark() {
  return (
    <span className={styles.word}>
      {message('app.name')}
      <sup className={styles.one} aria-hidden>
        1
      </sup>
    </span>
  );
}
