import { message } from '../../i18n/i18n';
import type { ShownKit } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import { Footnote } from '../../ui/Footnote';
import { FootnoteMark } from '../../ui/FootnoteMark';
import styles from './KitPage.module.css';
import type { useKit } from './useKit';

interface ReadKitProps {
  readonly page: ReturnType<typeof useKit>;
  readonly journal: ShownKit['journal'];
  readonly because: ShownKit['because'];
}

/** Why there is a kit and how to take it along. */
export function ReadKit({ page, journal, because }: ReadKitProps) {
  const isBusy = page.busy !== null;
  return (
    <>
      <p className={styles.lead}>{message('recovery.lead', { name: journal.name })}</p>
      <p className={styles.why}>{message('recovery.why')}</p>
      {because !== 'begun' && <p className={styles.why}>{message(`recovery.why.${because}`)}</p>}
      <div className={styles.actions}>
        <Button look="outlined" disabled={isBusy} onClick={() => void page.print()}>
          {message(page.busy === 'print' ? 'recovery.printing' : 'recovery.print')}
        </Button>
        <Button look="outlined" disabled={isBusy} onClick={() => void page.savePdf()}>
          {message(page.busy === 'pdf' ? 'recovery.saving' : 'recovery.savePdf')}
        </Button>
        <span className={styles.byHand}>
          {message('recovery.byHand')}
          <FootnoteMark number={1} />
        </span>
      </div>
      <output className={styles.said}>{page.said}</output>
      <div className={styles.actions}>
        <Button look="primary" disabled={isBusy} onClick={() => page.goTo('prove')}>
          {message('recovery.goOn')}
        </Button>
        {because === 'begun' ? (
          <Button look="quiet" disabled={isBusy} onClick={() => void page.lock()}>
            {message('recovery.lock')}
          </Button>
        ) : (
          <Button look="quiet" disabled={isBusy} onClick={page.leave}>
            {message('recovery.notNow')}
          </Button>
        )}
      </div>
      <div className={styles.note}>
        <Footnote number={1}>{message('recovery.plainNote')}</Footnote>
      </div>
    </>
  );
}
