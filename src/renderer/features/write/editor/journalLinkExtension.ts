import { $isLinkNode, LinkExtension, LinkNode } from '@lexical/link';
import {
  $getNearestNodeFromDOMNode,
  $findMatchingParent,
  $getNodeByKey,
  COMMAND_PRIORITY_HIGH,
  configExtension,
  defineExtension,
  IS_APPLE,
  KEY_DOWN_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { isLinkAddress } from '../../../../shared/document/linkAddress';
import { $linkAtCaret } from '../link/linkAtCaret';
import { ASK_TO_OPEN_LINK } from './editorCommands';

/** Of the link that was clicked, from the document and not from the page. */
const addressAt = (editor: LexicalEditor, target: Element): string | null =>
  editor.read(() => {
    const node = $getNearestNodeFromDOMNode(target);
    const link = node === null ? null : $findMatchingParent(node, $isLinkNode);
    return link?.getURL() ?? null;
  });

/** Asks with the key that opens links elsewhere; on a page that is only read, a click is enough. */
function ask(editor: LexicalEditor, event: MouseEvent, link: Element): void {
  const isMeant = !editor.isEditable() || (IS_APPLE ? event.metaKey : event.ctrlKey);
  const address = event.type === 'click' && isMeant ? addressAt(editor, link) : null;
  if (address !== null) editor.dispatchCommand(ASK_TO_OPEN_LINK, address);
}

/** Links are text with an address: shown in a hint, never followed, by no button of the mouse. To open one is asked first. */
export const journalLinkExtension = defineExtension({
  name: 'footnote/link',
  dependencies: [configExtension(LinkExtension, { validateUrl: isLinkAddress })],
  register: (editor) => {
    const clicked = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null) return;
      event.preventDefault();
      ask(editor, event, link);
    };
    return mergeRegister(
      editor.registerMutationListener(LinkNode, (changes) => {
        for (const [key, change] of changes) {
          const element = change === 'destroyed' ? null : editor.getElementByKey(key);
          if (element === null) continue;
          element.title = editor.read(() => {
            const link = $getNodeByKey(key);
            return $isLinkNode(link) ? link.getURL() : '';
          });
        }
      }),
      editor.registerRootListener((root, previous) => {
        for (const name of ['click', 'auxclick', 'dragstart'] as const) {
          previous?.removeEventListener(name, clicked);
          root?.addEventListener(name, clicked);
        }
      }),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (event.key !== 'Enter' || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
            return false;
          const link = $linkAtCaret();
          if (link === null) return false;
          event.preventDefault();
          return editor.dispatchCommand(ASK_TO_OPEN_LINK, link.address);
        },
        COMMAND_PRIORITY_HIGH,
      ),
    );
  },
});
