import { NodeSelectionDataSelectedExtension } from '@lexical/extension';
import {
  $createNodeSelection,
  $getNearestNodeFromDOMNode,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  configExtension,
  defineExtension,
  isDOMNode,
  mergeRegister,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { KeptBlockNode, KeptInlineNode } from '../../../../shared/document/nodes/KeptNode';
import { message } from '../../../i18n/i18n';
import styles from './Page.module.css';

const kinds = [KeptBlockNode, KeptInlineNode] as const;

function label(editor: LexicalEditor, key: NodeKey): void {
  const element = editor.getElementByKey(key);
  if (element === null) return;
  element.className = styles.kept ?? '';
  element.title = message('write.kept');
  element.setAttribute('aria-description', message('write.kept'));
}

/** What a later Footnote put on the page: seen, selected and removed as a whole; nothing inside it can be changed here. */
export const keptExtension = defineExtension({
  name: 'footnote/kept',
  nodes: () => [...kinds],
  dependencies: [configExtension(NodeSelectionDataSelectedExtension, { nodes: [...kinds] })],
  register: (editor) =>
    mergeRegister(
      ...kinds.map((kind) =>
        editor.registerMutationListener(kind, (changes) => {
          for (const [key, change] of changes) if (change !== 'destroyed') label(editor, key);
        }),
      ),
      editor.registerCommand(
        CLICK_COMMAND,
        ({ target }) => {
          const node = isDOMNode(target) ? $getNearestNodeFromDOMNode(target) : null;
          if (!kinds.some((kind) => node instanceof kind) || node === null) return false;
          const selection = $createNodeSelection();
          selection.add(node.getKey());
          $setSelection(selection);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    ),
});
