import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $getNodeByKey,
  $setSelection,
  COMMAND_PRIORITY_EDITOR,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
} from 'lexical';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { longestAltText } from '../../../../shared/document/image';
import { $isImageNode, type ImageNode } from '../../../../shared/document/nodes/ImageNode';
import { message } from '../../../i18n/i18n';
import { showToast } from '../../../session/toastStore';
import { Button } from '../../../ui/Button';
import { TextField } from '../../../ui/TextField';
import styles from './PictureCard.module.css';
import { DESCRIBE_PICTURE } from './pictureCommands';
import { $selectBehind, $selectedPicture } from './pictureExtension';
import { takeInPicture } from './takeInPicture';
import type { HeldOriginal } from './usePictureFiles';
import { useSelectedPicture, type SelectedPicture } from './useSelectedPicture';

/** Between the picture and the card, and what the bars at the top and the foot of the page cover. */
const gap = 8;
const covered = { top: 64, foot: 72 } as const;

type CardMode = 'tools' | 'describing';

/**
 * The tools lie on the foot of the picture, where they cover no words. The field is below it while there is room, so that the whole
 * picture can be seen meanwhile. Null when the picture is scrolled away.
 */
function placeBy(
  picture: DOMRect,
  box: HTMLElement,
  mode: CardMode,
): { readonly left: number; readonly top: number } | null {
  if (picture.bottom < covered.top || picture.top > window.innerHeight - covered.foot) return null;
  const lowest = window.innerHeight - covered.foot - box.offsetHeight;
  const wanted = mode === 'tools' ? picture.bottom - box.offsetHeight - gap : picture.bottom + gap;
  return {
    left: mode === 'tools' ? picture.left + gap : picture.left,
    top: Math.max(covered.top, Math.min(wanted, lowest)),
  };
}

function change(
  editor: LexicalEditor,
  { key }: SelectedPicture,
  act: (picture: ImageNode) => void,
  step: typeof HISTORY_PUSH_TAG | typeof HISTORY_MERGE_TAG = HISTORY_PUSH_TAG,
): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if ($isImageNode(node)) act(node);
    },
    // The focus stays in the card.
    { tag: [step, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG], discrete: true },
  );
}

interface OpenCardProps {
  readonly selected: SelectedPicture;
  readonly original: HeldOriginal | undefined;
  readonly mode: CardMode;
  readonly setMode: (mode: CardMode) => void;
}

function OpenCard({ selected, original, mode, setMode }: OpenCardProps) {
  const [editor] = useLexicalComposerContext();
  const box = useRef<HTMLDivElement>(null);
  const [isTaking, setIsTaking] = useState(false);
  /** One step to undo for all that is typed in one go. */
  const hasTyped = useRef(false);
  const { key, image } = selected;
  const otherWidth = image.shown === 'page' ? 'small' : 'page';

  const place = useCallback((): void => {
    const picture = editor.getElementByKey(key)?.querySelector('div')?.getBoundingClientRect();
    if (picture === undefined || box.current === null) return;
    const at = placeBy(picture, box.current, mode);
    box.current.hidden = at === null;
    if (at === null) return;
    box.current.style.left = `${at.left}px`;
    box.current.style.top = `${at.top}px`;
  }, [editor, key, mode]);

  useLayoutEffect(place);

  useEffect(() => {
    const pressed = ({ target }: Event): void => {
      const isInside =
        target instanceof Node &&
        (box.current?.contains(target) || editor.getRootElement()?.contains(target));
      if (isInside !== true) editor.update(() => $setSelection(null), { tag: SKIP_DOM_SELECTION_TAG });
    };
    const card = box.current;
    const keyPressed = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setMode('tools');
      editor.getRootElement()?.focus({ preventScroll: true });
    };
    card?.addEventListener('keydown', keyPressed);
    document.addEventListener('scroll', place, { capture: true, passive: true });
    document.addEventListener('pointerdown', pressed, true);
    window.addEventListener('resize', place);
    return () => {
      card?.removeEventListener('keydown', keyPressed);
      document.removeEventListener('scroll', place, { capture: true });
      document.removeEventListener('pointerdown', pressed, true);
      window.removeEventListener('resize', place);
    };
  }, [editor, place, setMode]);

  useEffect(() => {
    if (mode === 'describing') box.current?.querySelector('input')?.focus();
  }, [mode]);

  const leave = (): void => {
    editor.getRootElement()?.focus({ preventScroll: true });
  };

  const goOn = (): void => {
    leave();
    editor.update(() => {
      const node = $getNodeByKey(key);
      if ($isImageNode(node)) $selectBehind(node);
    });
  };

  const keepOwnSize = async ({ file }: HeldOriginal): Promise<void> => {
    setIsTaking(true);
    const taken = await takeInPicture(file, 'own');
    setIsTaking(false);
    if (taken.ok) change(editor, selected, (picture) => picture.setImage(taken.value));
    else showToast({ text: taken.error.sentence });
  };

  const remove = (): void => {
    leave();
    editor.update(() => {
      const node = $getNodeByKey(key);
      if (!$isImageNode(node)) return;
      $selectBehind(node);
      node.remove();
    });
  };

  return (
    <div
      ref={box}
      className={styles.card}
      data-mode={mode}
      role="group"
      aria-label={message('write.picture.card')}
    >
      {mode === 'describing' && (
        <TextField
          label={message('write.picture.ask')}
          value={image.alt}
          maxLength={longestAltText}
          autoComplete="off"
          spellCheck={false}
          placeholder={message('write.picture.example')}
          onBlur={() => {
            hasTyped.current = false;
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            goOn();
          }}
          onChange={({ target: { value } }) => {
            change(
              editor,
              selected,
              (picture) => picture.setAlt(value),
              hasTyped.current ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG,
            );
            hasTyped.current = true;
          }}
        />
      )}
      <div className={styles.row}>
        {mode === 'tools' && (
          <Button look="quiet" onClick={() => setMode('describing')}>
            {message('write.picture.describe')}
          </Button>
        )}
        <Button
          look="quiet"
          onClick={() => change(editor, selected, (picture) => picture.setShown(otherWidth))}
        >
          {message(`write.picture.width.${otherWidth}`)}
        </Button>
        {original !== undefined && (
          <Button look="quiet" disabled={isTaking} onClick={() => void keepOwnSize(original)}>
            {message('write.picture.keepOwn', original.own)}
          </Button>
        )}
        <Button look="quiet" onClick={remove}>
          {message('write.picture.remove')}
        </Button>
      </div>
    </div>
  );
}

interface PictureCardProps {
  readonly originalOf: (id: SelectedPicture['image']['id']) => HeldOriginal | undefined;
}

/** What can be done with the selected picture. Enter on it asks for words, Escape goes back to it, Enter there goes on behind it. */
export function PictureCard({ originalOf }: PictureCardProps) {
  const [editor] = useLexicalComposerContext();
  const selected = useSelectedPicture();
  /** Of which picture: another one that is selected begins with its tools. */
  const [described, setDescribed] = useState<SelectedPicture['key'] | null>(null);
  const key = selected?.key ?? null;
  if (described !== null && described !== key) setDescribed(null);

  useEffect(
    () =>
      editor.registerCommand(
        DESCRIBE_PICTURE,
        () => {
          setDescribed(editor.read(() => $selectedPicture()?.getKey() ?? null));
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  );

  if (selected === null) return null;
  return createPortal(
    <OpenCard
      key={selected.key}
      selected={selected}
      original={originalOf(selected.image.id)}
      mode={described === selected.key ? 'describing' : 'tools'}
      setMode={(mode) => setDescribed(mode === 'describing' ? selected.key : null)}
    />,
    document.body,
  );
}
