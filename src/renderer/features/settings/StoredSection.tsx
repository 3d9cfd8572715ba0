import { useAppInfo } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import styles from './SettingsRoom.module.css';

interface Fact {
  readonly what: string;
  readonly text: string;
  readonly place: string | null;
}

/** Everything Footnote writes, and where: the short of `docs/privacy.md`. */
export function StoredSection() {
  const info = useAppInfo().data;
  const isSample = useSession((session) => session.journal?.isSample ?? false);
  if (!info) return null;
  const { journal, places, version } = info;
  const facts: readonly Fact[] = [
    {
      what: message('settings.stored.journal'),
      text: message(isSample ? 'settings.stored.journalSample' : 'settings.stored.journalText'),
      place:
        isSample || !journal
          ? null
          : message('settings.stored.journalPlace', { name: journal.name, place: journal.place }),
    },
    {
      what: message('settings.stored.app'),
      text: message('settings.stored.appText'),
      place: places.app,
    },
    {
      what: message('settings.stored.second'),
      text: message('settings.stored.secondText'),
      place: places.secondBackups ?? message('settings.stored.secondNone'),
    },
    { what: message('settings.stored.asked'), text: message('settings.stored.askedText'), place: null },
    { what: message('settings.stored.memory'), text: message('settings.stored.memoryText'), place: null },
  ];
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(({ what, text, place }) => (
          <div key={what} className={styles.fact}>
            <dt>{what}</dt>
            <dd>
              <p>{text}</p>
              {place !== null && <p className={styles.place}>{place}</p>}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{message('settings.version', { version })}</p>
    </>
  );
}
