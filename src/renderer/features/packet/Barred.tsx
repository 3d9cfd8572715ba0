import { bar } from '../../../shared/packet/bars';
import styles from './Sheet.module.css';

/** A text with its bars, each a box of the same size; the letters in it are those of the text, so that places can be counted. */
export function Barred({ text }: { readonly text: string }) {
  return text.split(bar).map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the parts of one text, in their order
    <span key={index}>
      {index > 0 && <span className={styles.bar}>{bar}</span>}
      {part}
    </span>
  ));
}
