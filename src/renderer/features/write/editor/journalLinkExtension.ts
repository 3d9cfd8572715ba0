import { $isLinkNode, LinkExtension, LinkNode } from '@lexical/link';
import { $getNodeByKey, configExtension, defineExtension, mergeRegister } from 'lexical';
import { isLinkAddress } from '../../../../shared/document/linkAddress';

const stopOpening = (event: MouseEvent): void => {
  if (event.target instanceof Element && event.target.closest('a') !== null) event.preventDefault();
};

/** Links are text with an address: shown in a hint, never followed, by no button of the mouse. */
export const journalLinkExtension = defineExtension({
  name: 'footnote/link',
  dependencies: [configExtension(LinkExtension, { validateUrl: isLinkAddress })],
  register: (editor) =>
    mergeRegister(
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
          previous?.removeEventListener(name, stopOpening);
          root?.addEventListener(name, stopOpening);
        }
      }),
    ),
});
