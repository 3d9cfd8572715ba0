import { message } from '../i18n/i18n';
import styles from './FootnoteMark.module.css';
import { VisuallyHidden } from './VisuallyHidden';

interface FootnoteMarkProps {
  readonly number: number;
  /** What it hangs beside; sets how high. */
  readonly beside?: 'text' | 'prompt' | 'title' | 'note';
}

/** The small raised figure in clay that points to a `Footnote` with the same number. */
export function FootnoteMark({ number, beside = 'text' }: FootnoteMarkProps) {
  return (
    <sup className={styles.mark} data-beside={beside}>
      <VisuallyHidden>{message('ui.footnoteMark')} </VisuallyHidden>
      {number}
    </sup>
  );
}
