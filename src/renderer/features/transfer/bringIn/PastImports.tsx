import { useRef, useState } from 'react';
import type { PastImport } from '../../../../shared/domain/incoming';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { usePastImports } from '../../../bridge/transferQueries';
import { formatInstant, formatInstantDate } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import { changeAndFocusRow } from '../../../ui/focusRow';
import { Label } from '../../../ui/Label';
import { OutcomeWords } from '../OutcomeWords';
import styles from './BringIn.module.css';
import { broughtWords, sourceWord } from './incomingWords';
import { TakeBack, takenBackWords } from './TakeBack';

/** Rows that are shown at first; what was brought in last is what one takes back. */
const fewest = 3;
/** Nobody brings in more often, and a list of years says nothing. */
const mostShown = 30;

function PastRow({ past, onSaid }: { readonly past: PastImport; readonly onSaid: (said: Said) => void }) {
  const isReadOnly = useIsReadOnly();
  const { id, at, source, counts, takenBackAt } = past;
  return (
    <li className={styles.past} data-back={takenBackAt === null ? 'no' : 'yes'}>
      <div>
        <p className={styles.pastName}>{sourceWord(source)}</p>
        <p className={styles.note}>
          {message('transfer.past.told', { at: formatInstant(at), what: broughtWords(counts) })}{' '}
          {takenBackAt !== null && message('transfer.past.takenBack', { at: formatInstantDate(takenBackAt) })}
        </p>
      </div>
      {takenBackAt === null && !isReadOnly && (
        <TakeBack
          id={id}
          name={message('transfer.past.name', { source: sourceWord(source), at: formatInstantDate(at) })}
          onTakenBack={(report) => onSaid({ done: takenBackWords(report) })}
          onBegun={() => onSaid({})}
          onStopped={() => onSaid({ done: message('transfer.back.stopped') })}
          onProblem={(problem) => onSaid({ problem })}
        />
      )}
    </li>
  );
}

interface Said {
  readonly done?: string;
  readonly problem?: string;
}

/** What was brought in before, newest first, each with a way to take it back. Without any, nothing. */
export function PastImports() {
  const list = usePastImports().data ?? [];
  const [said, setSaid] = useState<Said>({});
  const [shown, setShown] = useState(fewest);
  const rows = useRef<HTMLOListElement>(null);
  if (list.length === 0) return null;
  return (
    <section className={styles.pasts} aria-labelledby="past-imports">
      <Label id="past-imports">{message('transfer.past.heading')}</Label>
      <ol ref={rows}>
        {list.slice(0, shown).map((past) => (
          <PastRow key={past.id} past={past} onSaid={setSaid} />
        ))}
      </ol>
      {list.length > shown && shown < mostShown && (
        <Button
          look="quiet"
          className={styles.showAll}
          onClick={() => changeAndFocusRow(rows.current, shown, () => setShown(mostShown))}
        >
          {message('transfer.past.all')}
        </Button>
      )}
      <OutcomeWords {...said} />
    </section>
  );
}
