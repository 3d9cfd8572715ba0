import { useEffect, useRef, type ReactNode } from 'react';
import { message } from '../../../i18n/i18n';
import { formatInstant } from '../../../i18n/formats';
import { Button } from '../../../ui/Button';
import { Footnote } from '../../../ui/Footnote';
import { FootnoteMark } from '../../../ui/FootnoteMark';
import { Label } from '../../../ui/Label';
import { WordMark } from '../../../ui/WordMark';
import type { JournalPlace } from '../journalDoor';
import { BackupChoice } from './BackupChoice';
import { MendedReport } from './MendedReport';
import styles from './RepairPage.module.css';
import { SalvagePart } from './SalvagePart';
import { useRepair, type Repair } from './useRepair';

interface RepairPageProps {
  readonly place: JournalPlace;
  /** What can't be read: the file with the keys, or the database. */
  readonly part: 'vault' | 'database';
  readonly onAnother: () => void;
  /** To the door, with the same journal. */
  readonly onBack: () => void;
  /** To the door, with something to say there. */
  readonly onMended: (said: string) => void;
}

/** For a journal that can't be read whole: what is known, and every way there is to get the words back. */
export function RepairPage({ place, part, onAnother, onBack, onMended }: RepairPageProps) {
  const repair = useRepair(place);
  const { restored, salvaged } = repair;

  if (restored) {
    const date = formatInstant(restored.backup.createdAt);
    return (
      <Frame key="restored" heading={message('unlock.restored.heading')} place={place}>
        <MendedReport
          sentences={[
            message('unlock.restored.done', { date }),
            message('unlock.restored.setAside', { folder: restored.setAside }),
            message('unlock.restored.passphrase'),
          ]}
          onOpen={() => onMended(message('unlock.restored.said', { date }))}
        />
      </Frame>
    );
  }
  if (salvaged) {
    const { entries, checkIns, sessions } = salvaged;
    return (
      <Frame key="salvaged" heading={message('unlock.salvaged.heading')} place={place}>
        <MendedReport
          sentences={[
            message('unlock.salvaged.found', { entries, checkIns, sessions }),
            ...(salvaged.mayBeAltered > 0
              ? [message('unlock.salvaged.altered', { count: salvaged.mayBeAltered })]
              : []),
            salvaged.hadBackup
              ? message('unlock.salvaged.fromBackup', { count: salvaged.fromBackup })
              : message('unlock.salvaged.noBackup'),
            message('unlock.salvaged.setAside', { folder: salvaged.setAside }),
          ]}
          onOpen={() => onMended(message('unlock.salvaged.said'))}
        />
      </Frame>
    );
  }
  return (
    <Frame
      key="damaged"
      heading={message(`unlock.repair.heading.${part}`)}
      place={place}
      tools={
        <>
          <Button look="quiet" onClick={onBack}>
            {message('unlock.repair.back')}
          </Button>
          <Button look="quiet" onClick={onAnother}>
            {message('unlock.way.openAnother')}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>
        {message(`unlock.repair.known.${part}`)} <strong>{message('unlock.repair.unchanged')}</strong>
        <FootnoteMark number={1} />
      </p>
      <BackupChoice repair={repair} part={part} onAnother={onAnother} />
      {canSalvage(repair, part) && <SalvagePart repair={repair} part={part} />}
    </Frame>
  );
}

/** Without a key file, here or in a backup, no page of the database can be read. */
const canSalvage = ({ list }: Repair, part: 'vault' | 'database'): boolean =>
  part === 'database' || (list !== null && list !== 'looking' && list.backups.length > 0);

interface FrameProps {
  readonly heading: string;
  readonly place: JournalPlace;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** The middle column, and the facts in the margin. The title takes the focus: what was there before is gone. */
function Frame({ heading, place, tools, children }: FrameProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className={styles.page}>
      <main className={styles.middle} aria-labelledby="repair-heading">
        <header className={styles.header}>
          <p className={styles.mark}>
            <WordMark />
          </p>
          {tools && (
            <nav className={styles.tools} aria-label={message('unlock.otherWays')}>
              {tools}
            </nav>
          )}
        </header>
        <h1 id="repair-heading" ref={title} className={styles.heading} tabIndex={-1}>
          {heading}
        </h1>
        {children}
      </main>
      <aside className={styles.margin} aria-label={message('ui.margin')}>
        <div className={styles.fact}>
          <Label>{message('unlock.repair.where')}</Label>
          <p className={styles.where}>{message('unlock.place', { name: place.name, place: place.place })}</p>
          {tools && <p className={styles.note}>{message('unlock.repair.keep')}</p>}
        </div>
        {tools && <Footnote number={1}>{message('unlock.repair.unchangedNote')}</Footnote>}
      </aside>
    </div>
  );
}
