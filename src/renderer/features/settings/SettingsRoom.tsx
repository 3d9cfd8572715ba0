import { useEffect, useMemo, type ReactNode } from 'react';
import { useIsReadOnly } from '../../bridge/careQueries';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { settingsParts, type SettingsPart as PartName } from '../../session/view';
import { Button } from '../../ui/Button';
import { RoomLayout } from '../../ui/RoomLayout';
import { AppearanceSetting } from './AppearanceSetting';
import { BackupsSection } from './BackupsSection';
import { Contents, goToPart } from './Contents';
import { DaySettings } from './DaySettings';
import { ExportSection } from './ExportSection';
import { FeelingsSection } from './FeelingsSection';
import { LockingSection } from './LockingSection';
import { LoginSection } from './LoginSection';
import { MovementSection } from './MovementSection';
import { OfflineSection } from './OfflineSection';
import { PassphraseSection } from './PassphraseSection';
import { QuickSection } from './QuickSection';
import { RecoverySection } from './RecoverySection';
import { RemindersSection } from './RemindersSection';
import { SettingsPart } from './SettingsPart';
import styles from './SettingsRoom.module.css';
import { SpellingSection } from './SpellingSection';
import { StoredSection } from './StoredSection';
import { TagsSection } from './TagsSection';
import { TemplatesSection } from './TemplatesSection';

/** What a sample journal does not have: nobody knows its passphrase, and it leaves with the visit. */
const notInSample: ReadonlySet<PartName> = new Set(['passphrase', 'kit', 'login', 'backups']);

function Keyboard() {
  const setKeyboardList = useSession((session) => session.setKeyboardList);
  return (
    <div className={styles.row}>
      <p>{message('settings.keysText')}</p>
      <Button look="outlined" onClick={() => setKeyboardList('open')}>
        {message('settings.keysShow')}
      </Button>
    </div>
  );
}

function Days() {
  const isReadOnly = useIsReadOnly();
  return (
    <fieldset className={styles.fields} disabled={isReadOnly}>
      <DaySettings />
    </fieldset>
  );
}

const bodies: Readonly<Record<PartName, (() => ReactNode) | null>> = {
  appearance: AppearanceSetting,
  days: Days,
  feelings: FeelingsSection,
  passphrase: PassphraseSection,
  kit: RecoverySection,
  login: LoginSection,
  locking: LockingSection,
  quick: QuickSection,
  reminders: RemindersSection,
  backups: BackupsSection,
  offline: OfflineSection,
  spelling: SpellingSection,
  movement: MovementSection,
  templates: TemplatesSection,
  tags: TagsSection,
  export: ExportSection,
  stored: StoredSection,
  keyboard: Keyboard,
};

/** One page, with its contents in the margin. `part` is the one to begin at. */
export function SettingsRoom({ part }: { readonly part: PartName | null }) {
  const isSample = useSession((session) => session.journal?.isSample ?? false);
  const parts = useMemo(
    () => settingsParts.filter((each) => bodies[each] !== null && !(isSample && notInSample.has(each))),
    [isSample],
  );

  useEffect(() => {
    if (part !== null) goToPart(part);
  }, [part]);

  return (
    <RoomLayout
      label={message('settings.title')}
      heading={message('settings.title')}
      margin={<Contents parts={parts} />}
    >
      {isSample && <p className={styles.note}>{message('settings.sample')}</p>}
      {parts.map((each) => {
        const Body = bodies[each];
        return (
          Body && (
            <SettingsPart key={each} part={each}>
              <Body />
            </SettingsPart>
          )
        );
      })}
    </RoomLayout>
  );
}
