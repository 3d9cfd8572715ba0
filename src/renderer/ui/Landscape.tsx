import drawing from './landscape.json';
import styles from './Landscape.module.css';

/** A footpath over drawn hills, from the ring of before to the disc of after. Decoration: hidden from assistive tools. */
export function Landscape() {
  return (
    <svg className={styles.landscape} viewBox="0 0 900 900" preserveAspectRatio="xMidYMid slice" aria-hidden>
      <g className={styles.contours}>
        {drawing.contours.map((contour) => (
          <path key={contour} d={contour} />
        ))}
      </g>
      <path className={styles.path} d={drawing.path} />
      <circle className={styles.before} cx={drawing.before.x} cy={drawing.before.y} r={7} />
      <circle className={styles.after} cx={drawing.after.x} cy={drawing.after.y} r={7.5} />
    </svg>
  );
}
