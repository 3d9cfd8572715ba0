import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { COMMAND_PRIORITY_CRITICAL, defineExtension, KEY_DOWN_COMMAND } from 'lexical';
import { useEffect, useMemo, useState } from 'react';
import { createDocument } from '../../../shared/document/createDocument';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { journalExtension } from './editor/journalExtension';
import pageStyles from './editor/Page.module.css';
import type { OpenedEntry } from './openedEntry';
import styles from './QuickPage.module.css';
import { SaveFailureNotice, SaveLine } from '../../ui/SaveLine';
import { useAutosave } from './useAutosave';

interface QuickPageProps {
  /** Everything on it is in the journal. */
  readonly onDone: () => void;
}

/** A page for a line in between: saved like any other, put away with one key. */
export function QuickPage({ onDone }: QuickPageProps) {
  const [opened] = useState<OpenedEntry>(() => ({ document: createDocument([]), saved: null }));
  const extension = useMemo(
    () =>
      defineExtension({
        name: 'footnote/quick-page',
        namespace: 'footnote',
        dependencies: [journalExtension],
        $initialEditorState: JSON.stringify(opened.document),
      }),
    [opened],
  );
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <QuickBody opened={opened} onDone={onDone} />
    </LexicalExtensionComposer>
  );
}

const isDoneKey = ({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean =>
  !isComposing && (key === 'Escape' || (key === 'Enter' && (ctrlKey || metaKey)));

function QuickBody({ opened, onDone }: QuickPageProps & { readonly opened: OpenedEntry }) {
  const [editor] = useLexicalComposerContext();
  const keeping = useAutosave(editor, opened, 'writing');
  const { close } = keeping;

  useEffect(() => editor.focus(), [editor]);

  // What cannot be saved stays on the screen, and the page says why.
  const putAway = async (): Promise<void> => {
    if ((await close()) === 'saved') onDone();
  };

  useEffect(() =>
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (!isDoneKey(event)) return false;
        event.preventDefault();
        void putAway();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );

  return (
    <div className={styles.sheet}>
      <ContentEditable
        className={pageStyles.page ?? ''}
        aria-label={message('write.quick.page')}
        aria-multiline
        spellCheck={false}
        aria-placeholder={message('write.quick.placeholder')}
        placeholder={<p className={pageStyles.placeholder}>{message('write.quick.placeholder')}</p>}
      />
      <SaveFailureNotice state={keeping.state} onRetry={() => void keeping.flush()} />
      <div className={styles.foot}>
        <SaveLine state={keeping.state} isInJournal={keeping.saved !== null} />
        <Button look="outlined" onClick={() => void putAway()}>
          {message('write.quick.done')}
          <span className={styles.key} aria-hidden>
            {message('write.quick.key')}
          </span>
        </Button>
      </div>
    </div>
  );
}
