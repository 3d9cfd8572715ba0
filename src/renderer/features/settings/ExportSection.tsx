import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import styles from './SettingsRoom.module.css';

const ways = ['takeOut', 'bringIn'] as const;

/** The ways out and in; each is a page of its own. */
export function ExportSection() {
  const openView = useSession((session) => session.openView);
  return (
    <ul className={styles.rows}>
      {ways.map((page) => (
        <li key={page} className={styles.row}>
          <div>
            <p>{message(`settings.way.${page}`)}</p>
            <p className={styles.note}>{message(`settings.way.${page}Text`)}</p>
          </div>
          <Button look="outlined" onClick={() => openView({ room: 'settings', page })}>
            {message(`settings.way.${page}Open`)}
          </Button>
        </li>
      ))}
      <li className={styles.row}>
        <div>
          <p>{message('settings.packet')}</p>
          <p className={styles.note}>{message('settings.packetText')}</p>
        </div>
        <Button
          look="outlined"
          aria-label={message('settings.packetOpenOf')}
          onClick={() => openView({ room: 'packet' })}
        >
          {message('settings.packetOpen')}
        </Button>
      </li>
    </ul>
  );
}
