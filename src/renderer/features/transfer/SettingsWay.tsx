import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import styles from './Transfer.module.css';

/** Back to where these pages are opened from. */
export function SettingsWay() {
  const openView = useSession((session) => session.openView);
  return (
    <Button
      look="quiet"
      className={styles.way}
      onClick={() => openView({ room: 'settings', part: 'export' })}
    >
      {message('transfer.back')}
    </Button>
  );
}
