import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { COMMAND_PRIORITY_EDITOR, defineExtension } from 'lexical';
import { useEffect, useMemo } from 'react';
import { wrapUnknownNodes } from '../../../shared/document/keptNodes';
import { knownNodeTypes } from '../../../shared/document/nodes';
import type { AnyPrompt } from '../../../shared/domain/prompt';
import type { Moment } from '../../../shared/time';
import { useIsReadOnly } from '../../bridge/careQueries';
import { useWriting } from '../../bridge/writingQueries';
import { formatClock, formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { RoomLayout } from '../../ui/RoomLayout';
import { SaveFailureNotice, SaveLine } from '../../ui/SaveLine';
import { showToast } from '../../session/toastStore';
import { FoundOnPage } from './found/FoundOnPage';
import { journalExtension } from './editor/journalExtension';
import pageStyles from './editor/Page.module.css';
import { PASTE_TOO_LONG } from './editor/pasteExtension';
import { SelectionToolbar } from './editor/SelectionToolbar';
import { Toolbar } from './editor/Toolbar';
import { usePageFacts } from './editor/usePageFacts';
import { PageFind } from './find/PageFind';
import { Announcer } from './moving/Announcer';
import { BlockHandle } from './moving/BlockHandle';
import { BinNotice } from './BinNotice';
import type { OpenedEntry } from './openedEntry';
import { PromptChooser } from './PromptChooser';
import { Pictures } from './pictures/Pictures';
import { TitleField } from './facts/TitleField';
import titleStyles from './facts/TitleField.module.css';
import { FocusMode } from './FocusMode';
import { LinkOpener } from './link/LinkOpener';
import { LinkPopover } from './link/LinkPopover';
import { SlashMenu } from './slash/SlashMenu';
import { usePageSpelling } from './spelling/usePageSpelling';
import { useAskedPrompt } from './useAskedPrompt';
import { TableTools } from './tables/TableTools';
import { useAutosave } from './useAutosave';
import { useKeepLine } from './useKeepLine';
import { useNoteWriting } from './useNoteWriting';
import { WriteMargin } from './WriteMargin';
import styles from './WriteRoom.module.css';

interface EntryPageProps {
  /** The same object for as long as the page is shown. */
  readonly opened: OpenedEntry;
  readonly moment: Moment;
  /** A prompt to put at the end, for which the entry was opened. */
  readonly asked?: AnyPrompt | undefined;
  /** What was looked for in the journal; it is marked. */
  readonly find?: string | null;
  /** A page in the bin is only read. */
  readonly place?: 'journal' | 'bin';
}

/** One entry with the editor under it. The text comes in once; from then on the page is the truth. */
export function EntryPage({ opened, moment, asked, find = null, place = 'journal' }: EntryPageProps) {
  const isReadOnly = useIsReadOnly();
  const access = isReadOnly || place === 'bin' ? 'reading' : 'writing';
  const extension = useMemo(
    () =>
      defineExtension({
        name: 'footnote/page',
        namespace: 'footnote',
        dependencies: [journalExtension],
        $initialEditorState: JSON.stringify(wrapUnknownNodes(opened.document, knownNodeTypes)),
        editable: access === 'writing',
      }),
    [opened, access],
  );
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <PageBody opened={opened} moment={moment} asked={asked} access={access} find={find} place={place} />
    </LexicalExtensionComposer>
  );
}

interface PageBodyProps extends EntryPageProps {
  readonly access: 'writing' | 'reading';
}

function PageBody({ opened, moment, asked, access, find = null, place = 'journal' }: PageBodyProps) {
  const [editor] = useLexicalComposerContext();
  const keeping = useAutosave(editor, opened, access);
  const facts = usePageFacts(editor);
  const writing = useWriting();
  const spellingMenu = usePageSpelling(editor, access);
  const isInJournal = keeping.saved !== null;
  const { said, say } = keeping;
  const shown = said.moment ?? moment;

  useAskedPrompt(editor, access === 'writing' ? asked : undefined);
  useKeepLine(editor, keeping.flushed);
  useNoteWriting(access === 'writing' ? keeping.saved : null, moment.day);

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
    <RoomLayout
      label={message('write.label')}
      margin={<WriteMargin facts={facts} keeping={keeping} place={place} moment={shown} />}
    >
      <div className={styles.desk}>
        <div className={styles.head}>
          <p className={styles.top}>
            <time dateTime={shown.day}>
              {formatDay(shown.day, 'full')}, {formatClock(shown)}
            </time>
            {access === 'writing' && <SaveLine state={keeping.state} isInJournal={isInJournal} />}
          </p>
          <PageFind access={access} />
          {find !== null && <FoundOnPage words={find} />}
          <SaveFailureNotice state={keeping.state} onRetry={() => void keeping.flush()} />
        </div>
        {place === 'bin' && opened.saved !== null && (
          <BinNotice id={opened.saved.id} title={said.title ?? facts.firstLine} day={shown.day} />
        )}
        {place === 'journal' && access === 'reading' && (
          <p className={styles.notice}>{message('write.readOnly')}</p>
        )}
        <div className={styles.paper} data-typewriter={writing.typewriter}>
          {access === 'writing' ? (
            <TitleField
              key={opened.saved?.id}
              title={said.title}
              firstLine={facts.firstLine}
              onChange={(title) => say({ title })}
            />
          ) : (
            said.title !== null && <h2 className={titleStyles.title}>{said.title}</h2>
          )}
          <div className={styles.sheet}>
            {access === 'writing' && <BlockHandle />}
            <ContentEditable
              className={pageStyles.page ?? ''}
              aria-label={message('write.page')}
              aria-multiline
              data-takes-pictures={access === 'writing'}
              data-typewriter={writing.typewriter}
              spellCheck={false}
              aria-placeholder={message('write.placeholder')}
              placeholder={<p className={pageStyles.placeholder}>{message('write.placeholder')}</p>}
            />
          </div>
        </div>
        {access === 'writing' && <Pictures flush={keeping.flush} />}
        {access === 'writing' && <TableTools />}
        {access === 'writing' && <Toolbar />}
        {access === 'writing' && <SlashMenu />}
        {access === 'writing' && <PromptChooser />}
        {access === 'writing' && <SelectionToolbar />}
        {access === 'writing' && <LinkPopover />}
        <LinkOpener />
        <Announcer />
        <FocusMode />
        {spellingMenu}
      </div>
    </RoomLayout>
  );
}
