import { message } from '../../../i18n/i18n';
import { FootnoteMark } from '../../../ui/FootnoteMark';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import styles from './BringIn.module.css';
import type { CountRow } from './incomingWords';

const verdicts = ['new', 'same', 'alike', 'changed', 'older', 'refused'] as const;
type Verdict = (typeof verdicts)[number];

export const countNotes: Partial<Record<Verdict, number>> = { changed: 1, older: 2 };

const number = (of: CountRow['of'], verdict: Verdict): string =>
  of[verdict] === 0 ? '–' : message('transfer.number', { count: of[verdict] });

interface CountsTableProps {
  readonly rows: readonly CountRow[];
}

/** What would become of everything in it: how many are new, here already, and so on. */
export function CountsTable({ rows }: CountsTableProps) {
  const shown = verdicts.filter(
    (verdict) => verdict === 'new' || verdict === 'same' || rows.some(({ of }) => of[verdict] > 0),
  );
  return (
    <table className={styles.counts}>
      <caption className={styles.caption}>{message('transfer.in.counts')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>{message('transfer.in.what')}</VisuallyHidden>
          </th>
          {shown.map((verdict) => (
            <th key={verdict} scope="col">
              {message(`transfer.verdict.${verdict}`)}
              {countNotes[verdict] !== undefined && (
                <FootnoteMark number={countNotes[verdict]} beside="note" />
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ table, of }) => (
          <tr key={table}>
            <th scope="row">{message(`transfer.table.${table}`)}</th>
            {shown.map((verdict) => (
              <td key={verdict} data-none={of[verdict] === 0 ? 'yes' : 'no'}>
                {number(of, verdict)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
