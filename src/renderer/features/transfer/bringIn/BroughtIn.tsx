import { useEffect, useRef, useState } from 'react';
import type { CountsByTable } from '../../../../shared/domain/incoming';
import { message } from '../../../i18n/i18n';
import { useSession } from '../../../session/sessionStore';
import { setTransfers, type BringingIn } from '../../../session/transferStore';
import { Button } from '../../../ui/Button';
import { OutcomeWords } from '../OutcomeWords';
import styles from '../Transfer.module.css';
import { leave } from './bringIn';
import { broughtWords } from './incomingWords';
import { TakeBack, takenBackWords } from './TakeBack';

/** Where one goes to look at what came in; null where no room is for it. */
function roomOf(counts: CountsByTable): 'journal' | 'movement' | null {
  const came = (table: string): number => (counts[table]?.new ?? 0) + (counts[table]?.changed ?? 0);
  if (came('entries') > 0) return 'journal';
  return came('movement_sessions') > 0 ? 'movement' : null;
}

/** What came in, where it is now, and the way to take it back. */
export function BroughtIn(state: BringingIn & { readonly is: 'done' }) {
  const { id, counts, takenBack } = state;
  const again = useRef<HTMLButtonElement>(null);
  const openView = useSession((session) => session.openView);
  const [takingBack, setTakingBack] = useState<'no' | 'working' | 'stopped'>('no');
  const isTakenBack = takenBack !== null;
  const room = isTakenBack ? null : roomOf(counts);
  useEffect(() => again.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    // The question it was asked with is gone.
    if (isTakenBack) again.current?.focus();
  }, [isTakenBack]);
  return (
    <>
      <OutcomeWords
        done={
          takenBack !== null
            ? takenBackWords(takenBack)
            : takingBack === 'stopped'
              ? message('transfer.back.stopped')
              : message('transfer.in.brought', { what: broughtWords(counts) })
        }
      />
      <div className={styles.acts}>
        {/* Nowhere else to go while it works: whoever left would not see what becomes of it. */}
        {takingBack !== 'working' && (
          <Button ref={again} look="outlined" onClick={() => void leave()}>
            {message('transfer.in.fine')}
          </Button>
        )}
        {room !== null && takingBack !== 'working' && (
          <Button look="outlined" onClick={() => openView({ room })}>
            {message(`transfer.in.open.${room}`)}
          </Button>
        )}
        {takenBack === null && (
          <TakeBack
            id={id}
            name={message('transfer.back.justNow')}
            onBegun={() => setTakingBack('working')}
            onTakenBack={(report) => {
              setTakingBack('no');
              setTransfers({ bringingIn: { ...state, takenBack: report } });
            }}
            onStopped={() => setTakingBack('stopped')}
            onProblem={(problem) => setTransfers({ bringingIn: { is: 'choosing', problem } })}
          />
        )}
      </div>
    </>
  );
}
