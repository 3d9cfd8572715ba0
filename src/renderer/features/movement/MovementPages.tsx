import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import type { MovementPage } from '../../session/view';
import styles from './MovementPages.module.css';

const pages: readonly { readonly page: MovementPage; readonly label: 'rituals.link' | 'steps.link' }[] = [
  { page: 'steps', label: 'steps.link' },
  { page: 'rituals', label: 'rituals.link' },
];

/** The ways to the pages of this room, for its margin. */
export function MovementPages() {
  const openView = useSession((session) => session.openView);
  return (
    <ul className={styles.pages}>
      {pages.map(({ page, label }) => (
        <li key={page}>
          <button type="button" className={styles.link} onClick={() => openView({ room: 'movement', page })}>
            {message(label)}
          </button>
        </li>
      ))}
    </ul>
  );
}
