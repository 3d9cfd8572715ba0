import { clsx } from 'clsx';
import { useRef, useState } from 'react';
import type { JournalDocument } from '../../../../shared/document/schema';
import type { EntryId } from '../../../../shared/id';
import type { Output } from '../../../../shared/ipc/contract';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { call } from '../../../bridge/client';
import { invalidateJournal, queryClient } from '../../../bridge/queries';

import { failureMessage } from '../../../i18n/failureMessage';
import { formatInstant } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { useSession } from '../../../session/sessionStore';
import { showToast } from '../../../session/toastStore';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { SegmentedControl } from '../../../ui/SegmentedControl';
import type { PageKeeping } from '../useAutosave';
import styles from './EarlierVersions.module.css';
import { TextDifference } from './TextDifference';

type Version = Output<'versions.read'>;

async function restore(id: EntryId, revision: number, kind: 'restore' | 'undo'): Promise<void> {
  const reply = await call('versions.restore', { id, revision });
  if (!reply.ok) {
    showToast({ text: failureMessage(reply.error) });
    return;
  }
  // The page that is shown holds the text of before.
  queryClient.removeQueries({ queryKey: ['entry', id] });
  invalidateJournal();
  useSession
    .getState()
    .openView({ room: 'write', entryId: id, promptId: null, reading: reply.value.revision });
  if (kind === 'undo') return;
  const { before } = reply.value;
  showToast({
    text: message('write.versions.restored'),
    action: { label: message('ui.undo'), run: () => void restore(id, before, 'undo') },
  });
}

interface EarlierVersionsProps {
  readonly id: EntryId;
  readonly keeping: Pick<PageKeeping, 'flushed' | 'close'>;
}

/** What the entry said before: what is different, the whole text, and the way back to it. */
export function EarlierVersions({ id, keeping }: EarlierVersionsProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isReadOnly = useIsReadOnly();
  const [list, setList] = useState<Output<'versions.list'>['versions']>([]);
  const [present, setPresent] = useState<JournalDocument | null>(null);
  const [version, setVersion] = useState<Version | null>(null);
  const [shown, setShown] = useState<'difference' | 'text'>('difference');

  const choose = async (revision: number): Promise<void> => {
    const reply = await call('versions.read', { id, revision });
    if (reply.ok) setVersion(reply.value);
    else showToast({ text: failureMessage(reply.error) });
  };
  const open = async (): Promise<void> => {
    await keeping.flushed();
    const [versions, entry] = await Promise.all([
      call('versions.list', { id }),
      call('entries.read', { id }),
    ]);
    if (!versions.ok || !entry.ok) return;
    setPresent(entry.value.document);
    setList(versions.value.versions);
    const [newest] = versions.value.versions;
    if (newest === undefined) setVersion(null);
    else await choose(newest.revision);
    dialog.current?.showModal();
  };
  const goBack = async (revision: number): Promise<void> => {
    dialog.current?.close();
    if ((await keeping.close()) === 'saved') await restore(id, revision, 'restore');
  };

  return (
    <>
      <Button look="quiet" className={styles.way} onClick={() => void open()}>
        {message('write.versions')}
      </Button>
      <Dialog
        ref={dialog}
        className={clsx(styles.dialog, list.length === 0 && styles.few)}
        heading={message('write.versions')}
      >
        {list.length === 0 && <p className={styles.quiet}>{message('write.versions.none')}</p>}
        {version !== null && present !== null && (
          <div className={styles.parts}>
            <ol className={styles.list}>
              {list.map((one) => (
                <li key={one.revision}>
                  <button
                    type="button"
                    className={styles.version}
                    aria-current={one.revision === version.revision}
                    onClick={() => void choose(one.revision)}
                  >
                    {formatInstant(one.savedAt)}
                    <span className={styles.quiet}>{message('write.words', { words: one.wordCount })}</span>
                  </button>
                </li>
              ))}
            </ol>
            <div className={styles.reading}>
              <SegmentedControl
                label={message('write.versions.show')}
                options={[
                  { value: 'difference', label: message('write.versions.difference') },
                  { value: 'text', label: message('write.versions.text') },
                ]}
                value={shown}
                onChange={setShown}
              />
              <TextDifference
                earlier={version.document}
                later={shown === 'text' ? version.document : present}
              />
            </div>
          </div>
        )}
        <div className={styles.acts}>
          <Button look="quiet" onClick={() => dialog.current?.close()}>
            {message('ui.close')}
          </Button>
          {version !== null && !isReadOnly && (
            <Button look="outlined" onClick={() => void goBack(version.revision)}>
              {message('write.versions.restore')}
            </Button>
          )}
        </div>
      </Dialog>
    </>
  );
}
