import { useState } from 'react';
import type { PastImport } from '../../../../shared/domain/incoming';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { usePastImports } from '../../../bridge/transferQueries';
import { formatInstant, formatInstantDate } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { Label } from '../../../ui/Label';
import { OutcomeWords } from '../OutcomeWords';
import styles from './BringIn.module.css';
import { broughtWords, sourceWord } from './incomingWords';
import { TakeBack, takenBackWords } from './TakeBack';

/** Rows that are shown; nobody brings in more often, and a list of years says nothing. */
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
  if (list.length === 0) return null;
  return (
    <section className={styles.pasts} aria-labelledby="past-imports">
      <Label id="past-imports">{message('transfer.past.heading')}</Label>
      <ol>
        {list.slice(0, mostShown).map((past) => (
          <PastRow key={past.id} past={past} onSaid={setSaid} />
        ))}
      </ol>
      <OutcomeWords {...said} />
    </section>
  );
}
