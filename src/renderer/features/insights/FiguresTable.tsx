import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { message } from '../../i18n/i18n';
import { showToast } from '../../session/toastStore';
import { Button } from '../../ui/Button';
import { copyText } from '../../ui/copyText';
import { figuresToCsv, sortRows, type Figures, type FigureRow, type SortedBy } from './figures';
import styles from './FiguresTable.module.css';
import { openDay } from './openDay';

/** What a picture draws, as a real table. Long ones scroll inside their own frame, by keyboard too. */
export function FiguresTable({ figures }: { readonly figures: Figures }) {
  const { caption, heads } = figures;
  const [by, setBy] = useState<SortedBy | null>(null);
  const rows = sortRows(figures.rows, by);
  return (
    <div className={styles.figures}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region takes the focus to be scrolled by keyboard */}
      <section className={styles.frame} aria-label={caption} tabIndex={0}>
        <table className={styles.table}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {heads.map((head, column) => (
                <SortHead
                  key={head}
                  head={head}
                  direction={by?.column === column ? by.direction : null}
                  onSort={() => setBy(nextSort(by, column))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <RowName row={row} />
                </th>
                {row.cells.map((cell, column) => (
                  <td key={heads[column + 1]}>{cell.text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Button
        look="quiet"
        className={styles.copy}
        onClick={() => {
          copyText(figuresToCsv({ heads, rows }));
          showToast({ text: message('insights.csvCopied', { rows: rows.length }) });
        }}
      >
        {message('insights.copyCsv')}
      </Button>
    </div>
  );
}

/** Upwards, then downwards, then as it is drawn. */
function nextSort(by: SortedBy | null, column: number): SortedBy | null {
  if (by?.column !== column) return { column, direction: 'ascending' };
  return by.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

interface SortHeadProps {
  readonly head: string;
  readonly direction: SortedBy['direction'] | null;
  readonly onSort: () => void;
}

function SortHead({ head, direction, onSort }: SortHeadProps) {
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={direction ?? 'none'}>
      <button type="button" className={styles.head} onClick={onSort}>
        {head}
        <Arrow
          aria-hidden
          className={styles.arrow}
          data-shown={direction !== null}
          size={12}
          strokeWidth={2}
        />
      </button>
    </th>
  );
}

/** The name of a row that is a day is the way to it. */
function RowName({ row: { name, opens } }: { readonly row: FigureRow }) {
  if (opens === undefined) return name.text;
  return (
    <button
      type="button"
      className={styles.day}
      aria-label={message(opens.holds === 'entry' ? 'insights.openEntryOf' : 'insights.openDayOf', {
        day: name.text,
      })}
      onClick={() => openDay(opens)}
    >
      {name.text}
    </button>
  );
}
