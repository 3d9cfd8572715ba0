import { useAppInfo } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import { Label } from '../../ui/Label';
import { RoomLayout } from '../../ui/RoomLayout';
import { AppearanceSetting } from './AppearanceSetting';
import { DaySettings } from './DaySettings';
import { ExportSection } from './ExportSection';
import styles from './SettingsRoom.module.css';

function WhereItLies() {
  const info = useAppInfo().data;
  const isSample = useSession((session) => session.journal?.isSample ?? false);
  if (!info) return null;
  return (
    <section className={styles.facts}>
      <Label>{message('settings.where')}</Label>
      {isSample || !info.journal ? (
        <p>{message('settings.whereSample')}</p>
      ) : (
        <>
          <p>{message('settings.whereText', { name: info.journal.name, place: info.journal.place })}</p>
          <p className={styles.note}>{message('settings.whereNote')}</p>
        </>
      )}
      <p className={styles.note}>{message('settings.version', { version: info.version })}</p>
    </section>
  );
}

/** Few things, each of which works. */
export function SettingsRoom() {
  const setKeyboardList = useSession((session) => session.setKeyboardList);
  return (
    <RoomLayout
      label={message('settings.title')}
      heading={message('settings.title')}
      margin={<WhereItLies />}
    >
      <section className={styles.part}>
        <h2 className={styles.heading}>{message('settings.appearance')}</h2>
        <div className={styles.body}>
          <AppearanceSetting />
        </div>
      </section>
      <section className={styles.part}>
        <h2 className={styles.heading}>{message('settings.days')}</h2>
        <div className={styles.body}>
          <DaySettings />
        </div>
      </section>
      <section className={styles.part}>
        <h2 className={styles.heading}>{message('settings.export')}</h2>
        <div className={styles.body}>
          <ExportSection />
        </div>
      </section>
      <section className={styles.part}>
        <h2 className={styles.heading}>{message('settings.keys')}</h2>
        <div className={styles.body}>
          <div className={styles.row}>
            <p>{message('settings.keysText')}</p>
            <Button look="outlined" onClick={() => setKeyboardList('open')}>
              {message('settings.keysShow')}
            </Button>
          </div>
        </div>
      </section>
    </RoomLayout>
  );
}
