import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, $getRoot, HISTORY_PUSH_TAG, type LexicalEditor, type NodeKey } from 'lexical';
import { GripVertical } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, type PointerEvent } from 'react';
import { message } from '../../../i18n/i18n';
import styles from './BlockHandle.module.css';
import { $moveRunBefore, $runOf } from './moveBlocks';

interface Spot {
  readonly key: NodeKey;
  readonly element: HTMLElement;
}

interface Drop {
  /** The block it would go before; null for the end of the page. */
  readonly before: NodeKey | null;
  /** In the sheet. */
  readonly top: number;
}

/** The blocks of the page with their boxes, from the top to the foot. */
function spotsOf(editor: LexicalEditor): readonly Spot[] {
  return editor.getEditorState().read(() =>
    $getRoot()
      .getChildrenKeys()
      .flatMap((key) => {
        const element = editor.getElementByKey(key);
        return element === null ? [] : [{ key, element }];
      }),
  );
}

/** Which block is beside the pointer, the gap under it included. Looks by halves: a long page has many. */
function spotAt(spots: readonly Spot[], y: number): Spot | null {
  let [from, to] = [0, spots.length - 1];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if ((spots[middle]?.element.getBoundingClientRect().top ?? 0) <= y) from = middle;
    else to = middle - 1;
  }
  return spots[from] ?? null;
}

const runKeys = (editor: LexicalEditor, key: NodeKey): readonly NodeKey[] =>
  editor.getEditorState().read(() => {
    const node = $getNodeByKey(key);
    return node === null ? [] : $runOf(node).map((one) => one.getKey());
  });

/** Between which blocks it would be dropped. A question with its answer goes before another question or to the end. */
function dropAt(editor: LexicalEditor, moved: readonly NodeKey[], y: number, sheetTop: number): Drop | null {
  const spots = spotsOf(editor);
  const isSection = moved.length > 1;
  const isTarget = ({ element }: Spot): boolean => !isSection || element.dataset.block === 'prompt';
  const gaps = [
    ...spots
      .filter(isTarget)
      .map(({ key, element }) => ({ before: key, top: element.getBoundingClientRect().top })),
    { before: null, top: spots.at(-1)?.element.getBoundingClientRect().bottom ?? 0 },
  ];
  const [first] = gaps;
  if (first === undefined) return null;
  const nearest = gaps.reduce(
    (best, gap) => (Math.abs(gap.top - y) < Math.abs(best.top - y) ? gap : best),
    first,
  );
  return { before: nearest.before, top: nearest.top - sheetTop };
}

function move(editor: LexicalEditor, keys: readonly NodeKey[], { before }: Drop): void {
  if (before !== null && keys.includes(before)) return;
  editor.update(
    () => {
      const run = keys.map((key) => $getNodeByKey(key)).filter((node) => node !== null);
      $moveRunBefore(run, before === null ? null : $getNodeByKey(before));
    },
    { tag: HISTORY_PUSH_TAG },
  );
}

/**
 * In the margin beside the block under the pointer, to drag it elsewhere. For the mouse only, and hidden from everything
 * else: the keys (Alt+Shift+Up and Down) and the rows of the menu do the same.
 */
export function BlockHandle() {
  const [editor] = useLexicalComposerContext();
  const handle = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState<{ readonly key: NodeKey; readonly top: number } | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const dragged = useRef<readonly NodeKey[] | null>(null);

  useEffect(() => {
    const sheet = handle.current?.parentElement;
    const follow = ({ clientY, pointerType }: globalThis.PointerEvent): void => {
      if (dragged.current !== null || pointerType !== 'mouse') return;
      const found = spotAt(spotsOf(editor), clientY);
      if (found === null) return;
      const style = getComputedStyle(found.element);
      const lineHeight = Number.parseFloat(style.lineHeight) || 24;
      const top =
        found.element.getBoundingClientRect().top -
        (sheet?.getBoundingClientRect().top ?? 0) +
        (Math.min(lineHeight, found.element.offsetHeight) - 24) / 2;
      setSpot((now) => (now?.key === found.key && now.top === top ? now : { key: found.key, top }));
    };
    const leave = (): void => {
      if (dragged.current === null) setSpot(null);
    };
    sheet?.addEventListener('pointermove', follow);
    sheet?.addEventListener('pointerleave', leave);
    // A key means that the mouse is not meant, and the line it stands beside may be another.
    const stop = editor.registerUpdateListener(({ dirtyElements }) => {
      if (dirtyElements.size > 0 && dragged.current === null) setSpot(null);
    });
    return () => {
      stop();
      sheet?.removeEventListener('pointermove', follow);
      sheet?.removeEventListener('pointerleave', leave);
    };
  }, [editor]);

  const end = (how: 'drop' | 'cancel'): void => {
    const keys = dragged.current;
    for (const key of keys ?? []) editor.getElementByKey(key)?.removeAttribute('data-dragged');
    dragged.current = null;
    setDrop(null);
    setSpot(null);
    if (how === 'drop' && keys !== null && drop !== null) move(editor, keys, drop);
  };
  const escape = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || dragged.current === null) return;
    event.preventDefault();
    event.stopPropagation();
    end('cancel');
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => escape(event);
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);

  const begin = (event: PointerEvent): void => {
    if (spot === null || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = runKeys(editor, spot.key);
    for (const key of dragged.current) editor.getElementByKey(key)?.setAttribute('data-dragged', 'true');
  };

  return (
    <>
      <div
        ref={handle}
        className={styles.handle}
        data-shown={spot !== null}
        style={{ insetBlockStart: spot?.top ?? 0 }}
        title={message('write.move.drag')}
        aria-hidden
        onPointerDown={begin}
        onPointerMove={({ clientY }) => {
          const sheet = handle.current?.parentElement;
          if (dragged.current !== null && sheet)
            setDrop(dropAt(editor, dragged.current, clientY, sheet.getBoundingClientRect().top));
        }}
        onPointerUp={() => end('drop')}
        onPointerCancel={() => end('cancel')}
      >
        <GripVertical size={16} strokeWidth={1.75} />
      </div>
      {drop !== null && <div className={styles.drop} style={{ insetBlockStart: drop.top }} aria-hidden />}
    </>
  );
}
