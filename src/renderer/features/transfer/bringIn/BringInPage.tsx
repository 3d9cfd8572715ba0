import { useEffect, useRef } from 'react';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { message } from '../../../i18n/i18n';
import { useTransfers, type BringingIn } from '../../../session/transferStore';
import { Button } from '../../../ui/Button';
import { Footnote } from '../../../ui/Footnote';
import { Label } from '../../../ui/Label';
import { RoomLayout } from '../../../ui/RoomLayout';
import { OutcomeWords } from '../OutcomeWords';
import { SettingsWay } from '../SettingsWay';
import styles from '../Transfer.module.css';
import { TransferProgress } from '../TransferProgress';
import { pick } from './bringIn';
import own from './BringIn.module.css';
import { BroughtIn } from './BroughtIn';
import { CanRead } from './CanRead';
import { countNotes } from './CountsTable';
import { assumedWord, countRows } from './incomingWords';
import { PastImports } from './PastImports';
import { SealedAsk } from './SealedAsk';
import { ToldLook } from './ToldLook';

function Choosing({ problem }: { readonly problem: string | null }) {
  const isReadOnly = useIsReadOnly();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <p className={styles.lead}>{message('transfer.in.lead')}</p>
      {isReadOnly ? (
        <p className={styles.note}>{message('transfer.in.readOnly')}</p>
      ) : (
        <div className={styles.acts}>
          <Button ref={first} look="primary" onClick={() => void pick('file')}>
            {message('transfer.in.file')}
          </Button>
          <Button look="outlined" onClick={() => void pick('folder')}>
            {message('transfer.in.folder')}
          </Button>
        </div>
      )}
      <OutcomeWords problem={problem} />
      <PastImports />
      {!isReadOnly && <CanRead />}
    </>
  );
}

function Step({ state }: { readonly state: BringingIn }) {
  switch (state.is) {
    case 'choosing':
      return <Choosing problem={state.problem} />;
    case 'looking':
      return (
        <>
          <p className={own.place}>{state.picked.place}</p>
          <TransferProgress label={message('transfer.in.looking')} what="look" />
        </>
      );
    case 'sealed':
      return <SealedAsk {...state} />;
    case 'told':
    case 'merging':
      return <ToldLook {...state} />;
    case 'done':
      return <BroughtIn {...state} />;
  }
}

/** Sources whose times of moving were noted in Footnote: with what was felt, and nothing of a watch's left outside. */
const ownMovement: ReadonlySet<string> = new Set(['archive', 'tables', 'markdown', 'obsidian']);

/** What to know before something is chosen; then what stands behind the numbers. */
function Margin({ state }: { readonly state: BringingIn }) {
  if (state.is === 'done' && state.takenBack === null)
    return <p className={styles.note}>{message('transfer.in.note.done')}</p>;
  if (state.is !== 'told' && state.is !== 'merging')
    return (
      <>
        <p className={styles.note}>{message('transfer.in.whole')}</p>
        <p className={styles.note}>{message('transfer.in.notRead')}</p>
      </>
    );
  const { counts, source, assumed, unratedSessions } = state.report;
  const isOwnMovement = ownMovement.has(source);
  const rows = countRows(counts);
  return (
    <>
      {(['changed', 'older'] as const)
        .filter((verdict) => rows.some(({ of }) => of[verdict] > 0))
        .map((verdict) => (
          <Footnote key={verdict} number={countNotes[verdict] ?? 0}>
            {message(`transfer.in.note.${verdict}`)}
          </Footnote>
        ))}
      {assumed.length > 0 && (
        <div className={own.margin}>
          <Label>{message('transfer.in.assumed')}</Label>
          {assumed.map((one) => (
            <p key={one} className={styles.note}>
              {assumedWord(one)}
            </p>
          ))}
        </div>
      )}
      {unratedSessions > 0 && !isOwnMovement && (
        <p className={styles.note}>{message('transfer.in.unrated', { count: unratedSessions })}</p>
      )}
      {rows.some(({ table }) => table === 'movement_sessions') && !isOwnMovement && (
        <p className={styles.note}>{message('transfer.in.notRead')}</p>
      )}
      <p className={styles.note}>{message('transfer.in.note.after')}</p>
    </>
  );
}

/** The way in: a file or folder, what is in it and what would become of it, and only then a yes. */
export function BringInPage() {
  const state = useTransfers(({ bringingIn }) => bringingIn);
  return (
    <RoomLayout
      label={message('transfer.in.title')}
      heading={message('transfer.in.title')}
      tools={<SettingsWay />}
      margin={<Margin state={state} />}
    >
      <div className={own.page} data-step={state.is}>
        <Step state={state} />
      </div>
    </RoomLayout>
  );
}
