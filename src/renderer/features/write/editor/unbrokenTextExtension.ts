import { $getNodeByKey, $isTextNode, defineExtension, TextNode } from 'lexical';

/** A key, a certificate, a picture as text: nothing anybody reads letter by letter. */
const unbroken = /\S{2000}/;

/**
 * Text without a space is shaped by the browser as one word, again at every key: 50,000 letters of our serif took 10 ms, a third
 * of that without its ligatures and kerning. Such a text is marked, and its looks are simpler (Page.module.css).
 */
export const unbrokenTextExtension = defineExtension({
  name: 'footnote/unbroken-text',
  register: (editor) =>
    editor.registerMutationListener(TextNode, (changes) => {
      for (const [key, change] of changes) {
        const element = change === 'destroyed' ? null : editor.getElementByKey(key);
        if (element === null) continue;
        const isUnbroken = editor.getEditorState().read(() => {
          const text = $getNodeByKey(key);
          return $isTextNode(text) && unbroken.test(text.getTextContent());
        });
        if (isUnbroken !== element.hasAttribute('data-unbroken')) {
          element.toggleAttribute('data-unbroken', isUnbroken);
        }
      }
    }),
});
