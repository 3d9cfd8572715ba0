import { $createHorizontalRuleNode, HorizontalRuleNode } from '@lexical/extension';
import { $createLinkNode, $isLinkNode, LinkNode } from '@lexical/link';
import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  CHECK_LIST,
  CODE,
  HEADING,
  HIGHLIGHT,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  ORDERED_LIST,
  QUOTE,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  UNORDERED_LIST,
  type ElementTransformer,
  type TextMatchTransformer,
  type Transformer,
} from '@lexical/markdown';
import { $createTextNode, $findMatchingParent, defineExtension } from 'lexical';
import { parseLinkAddress } from '../../../../shared/document/linkAddress';

const heading: ElementTransformer = { ...HEADING, regExp: /^(#{1,3})\s/ };

const divider: ElementTransformer = {
  dependencies: [HorizontalRuleNode],
  export: () => null,
  regExp: /^(---|\*\*\*|___)\s?$/,
  replace: (paragraph) => {
    const line = $createHorizontalRuleNode();
    paragraph.insertBefore(line);
    paragraph.clear();
    paragraph.selectStart();
  },
  triggerOnEnter: true,
  type: 'element',
};

/** `[text](address)`. An address that the journal would not keep leaves everything as it was typed. */
const link: TextMatchTransformer = {
  dependencies: [LinkNode],
  regExp: /(?<!!)\[([^[\]]+)\]\(([^()\s]+)\)$/,
  replace: (typed, [, text = '', typedAddress = '']) => {
    const address = parseLinkAddress(typedAddress);
    if (address === null || $findMatchingParent(typed, $isLinkNode) !== null) return;
    const words = $createTextNode(text).setFormat(typed.getFormat());
    typed.replace($createLinkNode(address).append(words));
  },
  trigger: ')',
  type: 'text-match',
};

/** What turns into a block or a mark while it is typed. */
const typedMarkdown: readonly Transformer[] = [
  divider,
  heading,
  link,
  QUOTE,
  CHECK_LIST,
  UNORDERED_LIST,
  ORDERED_LIST,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  STRIKETHROUGH,
  HIGHLIGHT,
  INLINE_CODE,
  CODE,
];

export const markdownShortcutsExtension = defineExtension({
  name: 'footnote/markdown-shortcuts',
  register: (editor) => registerMarkdownShortcuts(editor, [...typedMarkdown]),
});
