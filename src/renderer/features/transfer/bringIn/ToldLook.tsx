import { useEffect, useRef } from 'react';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { setTransfers, type BringingIn } from '../../../session/transferStore';
import { Button } from '../../../ui/Button';
import { OutcomeWords } from '../OutcomeWords';
import shared from '../Transfer.module.css';
import { TransferProgress } from '../TransferProgress';
import { AlikeEntries } from './AlikeEntries';
import { AlikePairs } from './AlikePairs';
import { bringIn, bringsSomething, leave, leftOut } from './bringIn';
import styles from './BringIn.module.css';
import { CountsTable } from './CountsTable';
import { Doubts } from './Doubts';
import { countRows, sourceWord } from './incomingWords';
import { RefusedPlaces } from './RefusedPlaces';

/** A dry run: what the file is, what would become of everything in it, and what only the person knows. */
export function ToldLook(state: BringingIn & { readonly is: 'told' | 'merging' }) {
  const { picked, report, wanted } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const doubtful = report.doubtful.length;
  const wereDoubtful = useRef(doubtful);
  useEffect(() => {
    if (wereDoubtful.current === doubtful) return;
    wereDoubtful.current = doubtful;
    // Minutes were said: the field they stood in is gone, and the button with it or off.
    const at = document.activeElement;
    if (at === document.body || at?.matches(':disabled') === true)
      heading.current?.focus({ preventScroll: true });
  }, [doubtful]);
  const isMerging = state.is === 'merging';
  const left = leftOut(report, state);
  const rows = countRows(report.counts, left);
  const isAnything = bringsSomething(report, left);
  const { days, refusedInAll, refused, alike, alikeEntries, picturesOutside } = report;
  const open = alike.length + alikeEntries.inAll + report.doubtful.length;
  return (
    <div className={styles.told} aria-busy={isMerging}>
      <div>
        <h2 ref={heading} className={styles.source} tabIndex={-1}>
          {sourceWord(report.source)}
        </h2>
        <p className={styles.place}>{picked.place}</p>
        {days !== null && (
          <p className={styles.note}>
            {message(days.from === days.to ? 'transfer.in.oneDay' : 'transfer.in.days', {
              from: formatDay(days.from, 'date'),
              to: formatDay(days.to, 'date'),
            })}
          </p>
        )}
      </div>
      {rows.length > 0 && <CountsTable rows={rows} />}
      {refusedInAll > 0 && <RefusedPlaces refused={refused} refusedInAll={refusedInAll} />}
      {alikeEntries.inAll > 0 && state.is === 'told' && (
        <AlikeEntries
          entries={alikeEntries}
          choice={state.alikeEntries}
          onChange={(choice) => setTransfers({ bringingIn: { ...state, alikeEntries: choice } })}
        />
      )}
      {alike.length > 0 && state.is === 'told' && (
        <AlikePairs
          pairs={alike}
          wanted={wanted}
          onChange={(next) => setTransfers({ bringingIn: { ...state, wanted: next } })}
        />
      )}
      {report.doubtful.length > 0 && !isMerging && <Doubts doubts={report.doubtful} />}
      {picturesOutside > 0 && (
        <p className={styles.note}>{message('transfer.in.picturesOutside', { count: picturesOutside })}</p>
      )}
      <div className={shared.foot}>
        {state.is === 'merging' ? (
          <TransferProgress label={message('transfer.in.merging')} what="apply" />
        ) : (
          <>
            <div className={shared.acts}>
              {isAnything && (
                <Button look="primary" onClick={() => void bringIn()}>
                  {message('transfer.in.bring')}
                </Button>
              )}
              <Button look={isAnything ? 'quiet' : 'outlined'} onClick={() => void leave()}>
                {message('transfer.in.leave')}
              </Button>
            </div>
            {state.problem === null && (
              <p className={shared.note}>
                {message(
                  isAnything
                    ? 'transfer.in.unchangedYet'
                    : open > 0
                      ? 'transfer.in.nothingUnlessSaid'
                      : 'transfer.in.nothingNew',
                )}
              </p>
            )}
            <OutcomeWords problem={state.problem} />
          </>
        )}
      </div>
    </div>
  );
}
