import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { COMMAND_PRIORITY_EDITOR, defineExtension } from 'lexical';
import { useEffect, useMemo } from 'react';
import { hasOnlyKnownNodes, toKnownNodes } from '../../../shared/document/migrate';
import { knownNodeTypes } from '../../../shared/document/nodes';
import type { JournalDocument } from '../../../shared/document/schema';
import type { Moment } from '../../../shared/time';
import { formatClock, formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { RoomLayout } from '../../ui/RoomLayout';
import { showToast } from '../../session/toastStore';
import type { SavedEntry } from './autosave';
import { journalExtension } from './editor/journalExtension';
import pageStyles from './editor/Page.module.css';
import { PASTE_TOO_LONG } from './editor/pasteExtension';
import { Toolbar } from './editor/Toolbar';
import { usePageFacts } from './editor/usePageFacts';
import { SaveFailureNotice, SaveLine } from './SaveLine';
import { useAutosave } from './useAutosave';
import { WriteMargin } from './WriteMargin';
import styles from './WriteRoom.module.css';

export interface OpenedEntry {
  readonly document: JournalDocument;
  /** Null for a new entry. */
  readonly saved: SavedEntry | null;
}

interface EntryPageProps {
  /** The same object for as long as the page is shown. */
  readonly opened: OpenedEntry;
  readonly moment: Moment;
}

/** One entry with the editor under it. The text comes in once; from then on the page is the truth. */
export function EntryPage({ opened, moment }: EntryPageProps) {
  const access = hasOnlyKnownNodes(opened.document, knownNodeTypes) ? 'writing' : 'reading';
  const extension = useMemo(
    () =>
      defineExtension({
        name: 'footnote/page',
        namespace: 'footnote',
        dependencies: [journalExtension],
        $initialEditorState: JSON.stringify(toKnownNodes(opened.document, knownNodeTypes)),
        editable: access === 'writing',
      }),
    [opened, access],
  );
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <PageBody opened={opened} moment={moment} access={access} />
    </LexicalExtensionComposer>
  );
}

function PageBody({ opened, moment, access }: EntryPageProps & { readonly access: 'writing' | 'reading' }) {
  const [editor] = useLexicalComposerContext();
  const keeping = useAutosave(editor, opened.saved, access);
  const facts = usePageFacts(editor);
  const isInJournal = keeping.saved !== null;

  useEffect(() => {
    if (opened.saved === null) editor.focus(undefined, { defaultSelection: 'rootEnd' });
  }, [editor, opened]);

  useEffect(
    () =>
      editor.registerCommand(
        PASTE_TOO_LONG,
        () => {
          showToast({ text: message('write.pasteTooLong') });
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  );

  return (
    <RoomLayout label={message('write.label')} margin={<WriteMargin facts={facts} keeping={keeping} />}>
      <div className={styles.desk}>
        <div className={styles.head}>
          <p className={styles.top}>
            <time dateTime={moment.day}>
              {formatDay(moment.day, 'full')}, {formatClock(moment)}
            </time>
            {access === 'writing' && <SaveLine state={keeping.state} isInJournal={isInJournal} />}
          </p>
          <SaveFailureNotice state={keeping.state} onRetry={() => void keeping.flush()} />
        </div>
        {access === 'reading' && <p className={styles.notice}>{message('write.laterVersion')}</p>}
        <div className={styles.sheet}>
          <ContentEditable
            className={pageStyles.page ?? ''}
            aria-label={message('write.page')}
            aria-multiline
            spellCheck
            aria-placeholder={message('write.placeholder')}
            placeholder={<p className={pageStyles.placeholder}>{message('write.placeholder')}</p>}
          />
        </div>
        {access === 'writing' && <Toolbar />}
      </div>
    </RoomLayout>
  );
}
