import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_EDITOR } from 'lexical';
import { useEffect, useRef } from 'react';
import { message } from '../../../i18n/i18n';
import type { FlushOutcome } from '../../../session/pendingWork';
import { PictureCard } from './PictureCard';
import styles from './PictureCard.module.css';
import { CHOOSE_PICTURE } from './pictureCommands';
import { usePictureFiles } from './usePictureFiles';

/** What the system's dialog shows first; every file is looked at all the same. */
const accepted = 'image/jpeg,image/png,image/webp,image/gif,image/avif';

/** Everything about pictures on a page that can be written on. */
export function Pictures({ flush }: { readonly flush: () => Promise<FlushOutcome> }) {
  const [editor] = useLexicalComposerContext();
  const { underWay, takeIn, originalOf } = usePictureFiles(flush);
  const picker = useRef<HTMLInputElement>(null);

  useEffect(
    () =>
      editor.registerCommand(
        CHOOSE_PICTURE,
        () => {
          picker.current?.click();
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  );

  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={accepted}
        aria-label={message('write.picture.choose')}
        onChange={({ target }) => {
          takeIn([...(target.files ?? [])]);
          // The same file may be chosen again.
          target.value = '';
          editor.focus();
        }}
      />
      <output className={styles.underWay}>
        {underWay > 0 ? message('write.picture.underWay', { count: underWay }) : ''}
      </output>
      <PictureCard originalOf={originalOf} />
    </>
  );
}
