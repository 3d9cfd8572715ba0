import { message } from '../../../i18n/i18n';
import { useSession } from '../../../session/sessionStore';
import styles from './ReadingLink.module.css';

/** The way to the page that says what is compared, and what is not. */
export function ReadingLink() {
  const openView = useSession((session) => session.openView);
  return (
    <button
      type="button"
      className={styles.link}
      data-saved="not"
      onClick={() => openView({ room: 'insights', page: 'reading' })}
    >
      {message('reading.title')}
    </button>
  );
}
