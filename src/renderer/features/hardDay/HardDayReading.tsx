import { isHardDayPageEmpty, textToLines, type HardDayPage } from '../../../shared/domain/hardDay';
import { message } from '../../i18n/i18n';
import styles from './HardDayRoom.module.css';

function Lines({ title, text }: { readonly title: string; readonly text: string }) {
  const lines = textToLines(text);
  if (lines.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.lines}>
        {lines.map((line, index) => (
          // Two lines may say the same.
          <li key={`${index} ${line}`} className={styles.line}>
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The page as it is read: large, short, nothing to do on it. */
export function HardDayReading({ page }: { readonly page: HardDayPage }) {
  const people = page.people.filter(({ name, number }) => `${name}${number}`.trim() !== '');
  const words = page.words.trim();
  return (
    <div className={styles.page}>
      {isHardDayPageEmpty(page) && <p className={styles.empty}>{message('hardDay.empty')}</p>}
      {people.length > 0 && (
        <section className={styles.part}>
          <h2 className={styles.title}>{message('hardDay.people')}</h2>
          <dl className={styles.people}>
            {people.map(({ name, number }, index) => (
              <div key={`${index} ${name}`} className={styles.person}>
                <dt>{name}</dt>
                <dd className={styles.number}>{number}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <Lines title={message('hardDay.steps')} text={page.steps} />
      <Lines title={message('hardDay.places')} text={page.places} />
      {words !== '' && (
        <section className={styles.part}>
          <h2 className={styles.title}>{message('hardDay.words')}</h2>
          <p className={styles.words}>{words}</p>
        </section>
      )}
    </div>
  );
}
