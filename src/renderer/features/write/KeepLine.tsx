import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect, useState } from 'react';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { KEEP_LINE } from './editor/editorCommands';
import { selectedWords } from './useKeepLine';
import styles from './WriteRoom.module.css';

/** Stands in the margin of a page one can only read while words are selected there. Where one writes, it is a tool beside them. */
export function KeepLine() {
  const [editor] = useLexicalComposerContext();
  const [words, setWords] = useState('');
  useEffect(() => {
    const look = (): void => setWords(selectedWords(editor));
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [editor]);
  if (words === '') return null;
  return (
    <Button
      look="quiet"
      className={styles.bin}
      // The selection stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => editor.dispatchCommand(KEEP_LINE, undefined)}
    >
      {message('write.keepLine')}
    </Button>
  );
}
