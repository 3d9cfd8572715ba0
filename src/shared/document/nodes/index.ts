import { CodeNode } from '@lexical/code-core';
import { HorizontalRuleNode } from '@lexical/extension';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import {
  LineBreakNode,
  ParagraphNode,
  RootNode,
  TabNode,
  TextNode,
  type Klass,
  type LexicalNode,
} from 'lexical';
import { ImageNode } from './ImageNode';
import { KeptBlockNode, KeptInlineNode } from './KeptNode';
import { PromptNode } from './PromptNode';

/** What an open page may hold besides: envelopes for nodes of a later version (see keptNodes.ts). */
export const envelopeNodes: readonly Klass<LexicalNode>[] = [KeptBlockNode, KeptInlineNode];

/** Every node an entry is made of, besides those Lexical always has. All of them work without a DOM. */
export const documentNodes: readonly Klass<LexicalNode>[] = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  LinkNode,
  HorizontalRuleNode,
  CodeNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  PromptNode,
  ImageNode,
];

export const knownNodeTypes: ReadonlySet<string> = new Set(
  [...documentNodes, RootNode, ParagraphNode, TextNode, TabNode, LineBreakNode].map((node) => node.getType()),
);
