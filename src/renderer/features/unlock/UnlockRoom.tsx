import { useEffect } from 'react';
import { message, type MessageKey } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { Footnote } from '../../ui/Footnote';
import { Landscape } from '../../ui/Landscape';
import { WordMark } from '../../ui/WordMark';
import { DoorPanel } from './DoorPanel';
import type { Trouble, Way } from './doorTrouble';
import type { JournalPlace } from './journalDoor';
import { RepairPage } from './repair/RepairPage';
import { TroubleNote } from './TroubleNote';
import styles from './UnlockRoom.module.css';
import { WaitingWords } from './WaitingWords';
import { useDoor, type DoorForm } from './useDoor';

interface UnlockRoomProps {
  /** The journal that was open last, if any. */
  readonly latest: JournalPlace | null;
  /** Whether this computer's login opens it. */
  readonly login: 'on' | 'off';
}

/** The first page, laid out like the title page of a book. */
export function UnlockRoom({ latest, login }: UnlockRoomProps) {
  const door = useDoor(latest);
  const { form, trouble } = door;
  const isOpening = door.progress === 'opening';

  const { beginNew } = door;
  const needsPlace = form.kind === 'create' && form.place === null;
  useEffect(() => {
    if (needsPlace) void beginNew();
    // oxlint-disable-next-line react/exhaustive-deps -- asked once, when the form that needs a place appears
  }, [needsPlace]);

  if (form.kind === 'repair') {
    return (
      <RepairPage
        place={form.place}
        part={form.part}
        onAnother={() => door.go('openAnother')}
        onBack={() => door.go('usePassphrase')}
        onMended={(said) => door.openMended(form.place, said)}
      />
    );
  }

  const isNew = form.kind === 'create' || form.kind === 'newPassphrase';
  return (
    <div className={styles.page}>
      <main className={styles.text}>
        <header>
          <h1 className={styles.title}>
            <WordMark />
          </h1>
          <p className={styles.lead}>{message('unlock.lead')}</p>
        </header>

        <section className={styles.door} aria-labelledby="door-heading">
          <h2 id="door-heading" className={styles.heading}>
            {message(trouble?.heading ?? headingOf(form, latest))}
          </h2>
          {form.place && (
            <p className={styles.place}>
              <span>{message('unlock.place', { name: form.place.name, place: form.place.place })}</span>
              {form.kind === 'create' && (
                <Button look="quiet" disabled={isOpening} onClick={() => void door.chooseNew()}>
                  {message('unlock.choosePlace')}
                </Button>
              )}
            </p>
          )}
          {trouble?.form !== 'gone' && (
            <DoorPanel door={door} form={form} login={form.place?.token === latest?.token ? login : 'off'} />
          )}
          <WaitingWords />
          <TroubleNote said={door.said} trouble={trouble} onWay={door.go} />
        </section>

        <nav className={styles.ways} aria-label={message('unlock.otherWays')}>
          {otherWays(form, latest, trouble).map((way) => (
            <Button key={way} look="quiet" disabled={isOpening} onClick={() => door.go(way)}>
              {message(
                way === 'openAnother' && form.kind === 'create' ? 'unlock.openExisting' : `unlock.way.${way}`,
              )}
            </Button>
          ))}
          <Button look="quiet" disabled={isOpening} onClick={() => void door.openSample()}>
            {message('unlock.sample')}
          </Button>
        </nav>

        <footer className={styles.footer}>
          <Footnote number={1}>{message('unlock.footnote')}</Footnote>
          {isNew && trouble?.form !== 'gone' && (
            <Footnote number={2}>{message('unlock.strengthNote')}</Footnote>
          )}
        </footer>
      </main>
      <div className={styles.view}>
        <Landscape />
      </div>
    </div>
  );
}

/** Only to the journal that was open here before is anybody welcomed back. */
function headingOf(form: DoorForm, latest: JournalPlace | null): MessageKey {
  switch (form.kind) {
    case 'create':
      return 'unlock.newHeading';
    case 'code':
      return 'unlock.codeHeading';
    case 'newPassphrase':
      return 'unlock.newPassphraseHeading';
    default:
      return form.place?.token === latest?.token ? 'unlock.backHeading' : 'unlock.openHeading';
  }
}

/** What else one can do, besides what stands in the form and in the note of what went wrong. */
function otherWays(form: DoorForm, latest: JournalPlace | null, trouble: Trouble | null): readonly Way[] {
  const ways: readonly Way[] =
    form.kind === 'create'
      ? latest
        ? ['backToLatest', 'openAnother']
        : ['openAnother']
      : form.kind === 'unlock'
        ? ['useCode', 'openAnother', 'beginNew']
        : ['openAnother'];
  const isUseful = (way: Way): boolean =>
    !trouble?.ways.includes(way) && !(trouble?.form === 'gone' && way !== 'beginNew');
  return ways.filter(isUseful);
}
