import { $createHorizontalRuleNode, HorizontalRuleNode } from '@lexical/extension';
import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  CHECK_LIST,
  HEADING,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  ORDERED_LIST,
  QUOTE,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  UNORDERED_LIST,
  type ElementTransformer,
  type Transformer,
} from '@lexical/markdown';
import { defineExtension } from 'lexical';

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

/** What turns into a block or a mark while it is typed. */
const typedMarkdown: readonly Transformer[] = [
  divider,
  heading,
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
];

export const markdownShortcutsExtension = defineExtension({
  name: 'footnote/markdown-shortcuts',
  register: (editor) => registerMarkdownShortcuts(editor, [...typedMarkdown]),
});
