import { NodeSelectionDataSelectedExtension } from '@lexical/extension';
import {
  $createNodeSelection,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $setSelection,
  $getNearestNodeFromDOMNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  configExtension,
  defineExtension,
  isDOMNode,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import type { ShownImage } from '../../../../shared/document/image';
import { $isImageNode, ImageNode } from '../../../../shared/document/nodes/ImageNode';
import { fillFigure } from './fillFigure';
import { DESCRIBE_PICTURE } from './pictureCommands';
import { $pictureMet } from './stepOntoPicture';

/** Null for a node that names no picture. */
export function $readImage(node: ImageNode): ShownImage | null {
  const id = node.getImageId();
  if (id === null) return null;
  return { id, alt: node.getAlt(), ...node.getMeasures(), shown: node.getShown() };
}

/** The picture that is selected, if nothing else is. */
export function $selectedPicture(): ImageNode | null {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return null;
  const [node, ...others] = selection.getNodes();
  return others.length === 0 && $isImageNode(node) ? node : null;
}

function $selectPicture(picture: ImageNode): void {
  const selection = $createNodeSelection();
  selection.add(picture.getKey());
  $setSelection(selection);
}

function fill(editor: LexicalEditor, key: NodeKey): void {
  const figure = editor.getElementByKey(key);
  const node = editor.read(() => $getNodeByKey(key));
  if (figure === null || !$isImageNode(node)) return;
  const shown = editor.read(() => $readImage(node));
  fillFigure(figure, shown, editor.isEditable() ? 'asks' : 'only shows');
}

function $pictureAt(target: EventTarget | null): ImageNode | null {
  const node = isDOMNode(target) ? $getNearestNodeFromDOMNode(target) : null;
  return $isImageNode(node) ? node : null;
}

function listenForDoubleClicks(editor: LexicalEditor): () => void {
  const describe = ({ target }: MouseEvent): void => {
    if (editor.read(() => $pictureAt(target)) !== null) editor.dispatchCommand(DESCRIBE_PICTURE, undefined);
  };
  return editor.registerRootListener((root, former) => {
    former?.removeEventListener('dblclick', describe);
    root?.addEventListener('dblclick', describe);
  });
}

/** Pictures on a page: what is seen of them, and how they are selected, described and left. */
export const pictureExtension = defineExtension({
  name: 'footnote/picture',
  nodes: () => [ImageNode],
  dependencies: [configExtension(NodeSelectionDataSelectedExtension, { nodes: [ImageNode] })],
  register: (editor) =>
    mergeRegister(
      editor.registerMutationListener(ImageNode, (changes) => {
        for (const [key, change] of changes) if (change !== 'destroyed') fill(editor, key);
      }),
      editor.registerCommand(
        CLICK_COMMAND,
        ({ target }) => {
          const picture = $pictureAt(target);
          // The caret of this click is on its way; letting go of the picture here would take it along.
          if (picture === null) return $selectedPicture() !== null;
          $selectPicture(picture);
          // The words under it, or the place for them.
          if (target instanceof HTMLElement && target.matches('figcaption'))
            editor.dispatchCommand(DESCRIBE_PICTURE, undefined);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if ($selectedPicture() === null) return false;
          event?.preventDefault();
          return editor.dispatchCommand(DESCRIBE_PICTURE, undefined);
        },
        COMMAND_PRIORITY_HIGH,
      ),
      ...(
        [
          [KEY_ARROW_UP_COMMAND, 'up'],
          [KEY_ARROW_DOWN_COMMAND, 'down'],
        ] as const
      ).map(([command, towards]) =>
        editor.registerCommand(
          command,
          (event) => {
            const isPlain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
            const picture = isPlain ? $pictureMet(editor, towards) : null;
            if (picture === null) return false;
            event.preventDefault();
            $selectPicture(picture);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
      listenForDoubleClicks(editor),
    ),
});

/** The caret to the beginning of what follows a picture. */
export function $selectBehind(picture: ImageNode): void {
  const next = picture.getNextSibling();
  if ($isElementNode(next)) next.selectStart();
  else picture.selectNext();
}
