import { useVaultStatus } from '../../bridge/careQueries';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { Footnote } from '../../ui/Footnote';
import styles from './TodayMargin.module.css';

/** A quiet word in the margin while no recovery kit has been proved; it asks for nothing today. */
export function KitFootnote({ number }: { readonly number: number }) {
  const status = useVaultStatus().data;
  const { journal, openView } = useSession();
  if (!status || journal?.isSample !== false) return null;
  if (status.recovery === 'proved' || status.mode === 'readOnly') return null;
  return (
    <Footnote number={number}>
      {message(`today.kit.${status.recovery}`)}{' '}
      <button
        type="button"
        className={styles.inText}
        onClick={() => openView({ room: 'settings', part: 'kit' })}
      >
        {message(status.recovery === 'unproved' ? 'today.kit.prove' : 'today.kit.make')}
      </button>
    </Footnote>
  );
}
