import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { DRAG_DROP_PASTE, eventFiles } from '@lexical/rich-text';
import {
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  HISTORY_PUSH_TAG,
  mergeRegister,
  PASTE_COMMAND,
  SKIP_SELECTION_FOCUS_TAG,
  type NodeKey,
} from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImageId } from '../../../../shared/id';
import { message } from '../../../i18n/i18n';
import { registerPendingWork, type FlushOutcome } from '../../../session/pendingWork';
import { showToast } from '../../../session/toastStore';
import { $blockAtCaret, $insertPicture } from './insertPicture';
import { TAKE_IN_PICTURES, type PlacedPicture } from './pictureCommands';
import { takeInPicture, type TakenPicture } from './takeInPicture';

/** A file as it came, for as long as the page is open: its own size may still be wanted. */
export interface HeldOriginal {
  readonly file: Blob;
  readonly own: NonNullable<TakenPicture['own']>;
}

export interface PictureFiles {
  /** How many are being taken in. */
  readonly underWay: number;
  readonly takeIn: (files: readonly Blob[]) => void;
  readonly originalOf: (id: ImageId) => HeldOriginal | undefined;
}

/** A browser copies a picture as a file and as HTML that holds nothing but its address. */
function isOnlyPicture({ clipboardData }: ClipboardEvent): boolean {
  const html = clipboardData?.getData('text/html') ?? '';
  return html !== '' && html.replaceAll(/<[^>]*>|&nbsp;|\s/g, '') === '';
}

/** Takes in what is pasted, dropped or chosen, one after the other, and puts it where the caret was. */
export function usePictureFiles(flush: () => Promise<FlushOutcome>): PictureFiles {
  const [editor] = useLexicalComposerContext();
  const [underWay, setUnderWay] = useState(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const isShown = useRef(true);
  const originals = useRef(new Map<ImageId, HeldOriginal>());

  const takeInPlaced = useCallback(
    (pictures: readonly PlacedPicture[]): void => {
      /** The last picture behind a block; the next one goes behind that. */
      const lastBehind = new Map<NodeKey | null, NodeKey>();
      const takeOne = async ({ file: open, alt, block }: PlacedPicture): Promise<void> => {
        const file = open();
        const taken = await takeInPicture(file, 'page');
        if (!taken.ok) {
          showToast({ text: taken.error.sentence });
          return;
        }
        if (!isShown.current) {
          showToast({ text: message('write.picture.pageLeft') });
          return;
        }
        const { own, ...image } = taken.value;
        if (own !== null) originals.current.set(image.id, { file, own });
        editor.update(
          () => {
            const behind = lastBehind.get(block) ?? block;
            lastBehind.set(block, $insertPicture({ ...image, alt, shown: 'page' }, behind).getKey());
          },
          { tag: [HISTORY_PUSH_TAG, SKIP_SELECTION_FOCUS_TAG], discrete: true },
        );
      };
      setUnderWay((count) => count + pictures.length);
      // A lock waits until they are on the page, and the page is saved with them.
      const forget = registerPendingWork(async () => {
        await queue.current;
        return flush();
      });
      for (const picture of pictures) {
        queue.current = queue.current
          .then(() => takeOne(picture))
          .finally(() => setUnderWay((count) => count - 1));
      }
      void queue.current.finally(forget);
    },
    [editor, flush],
  );

  const takeIn = useCallback(
    (files: readonly Blob[]): void => {
      const block = editor.read($blockAtCaret);
      takeInPlaced(files.map((file) => ({ file: () => file, alt: '', block })));
    },
    [editor, takeInPlaced],
  );

  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          DRAG_DROP_PASTE,
          (files) => {
            takeIn(files);
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(
          TAKE_IN_PICTURES,
          (pictures) => {
            takeInPlaced(pictures);
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(
          PASTE_COMMAND,
          (event) => {
            if (!(event instanceof ClipboardEvent)) return false;
            const [, files] = eventFiles(event);
            const pictures = files.filter(({ type }) => type.startsWith('image/'));
            if (pictures.length === 0 || !isOnlyPicture(event)) return false;
            event.preventDefault();
            takeIn(pictures);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor, takeIn, takeInPlaced],
  );

  const originalOf = useCallback((id: ImageId) => originals.current.get(id), []);
  return { underWay, takeIn, originalOf };
}
