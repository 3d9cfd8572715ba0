import { CodeExtension, CodeIndentExtension } from '@lexical/code-core';
import {
  ClickAfterLastBlockExtension,
  HorizontalRuleExtension,
  $defaultShouldInsertAfter,
} from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { CheckListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import { configExtension, defineExtension } from 'lexical';
import { $isPromptNode } from '../../../../shared/document/nodes/PromptNode';
import { pictureExtension } from '../pictures/pictureExtension';
import { blockKeysExtension } from './blockKeysExtension';
import { caretInSightExtension } from './caretInSightExtension';
import { journalLinkExtension } from './journalLinkExtension';
import { keptExtension } from './keptExtension';
import { listKeysExtension } from './listKeysExtension';
import { markdownShortcutsExtension } from './markdownShortcutsExtension';
import { moveBlocksExtension } from '../moving/moveBlocksExtension';
import { tableExtension } from '../tables/tableExtension';
import { pageTheme } from './pageTheme';
import { pasteExtension } from './pasteExtension';
import { promptExtension } from './promptExtension';
import { tidyExtension } from './tidyExtension';
import { typedTaskExtension } from './typedTaskExtension';
import { unbrokenTextExtension } from './unbrokenTextExtension';

const undoDepth = 500;

/** All the editor is. One for the app; a page adds the text it opens with. */
export const journalExtension = defineExtension({
  name: 'footnote/journal',
  namespace: 'footnote',
  dependencies: [
    RichTextExtension,
    configExtension(HistoryExtension, { maxDepth: undoDepth }),
    CheckListExtension,
    HorizontalRuleExtension,
    CodeExtension,
    CodeIndentExtension,
    tableExtension,
    configExtension(ClickAfterLastBlockExtension, {
      $shouldInsertAfter: (node) => $defaultShouldInsertAfter(node) || $isPromptNode(node),
    }),
    journalLinkExtension,
    promptExtension,
    pictureExtension,
    keptExtension,
    markdownShortcutsExtension,
    typedTaskExtension,
    blockKeysExtension,
    listKeysExtension,
    pasteExtension,
    tidyExtension,
    moveBlocksExtension,
    caretInSightExtension,
    unbrokenTextExtension,
  ],
  theme: pageTheme,
  onError: (error) => {
    // A bug in the editor reaches the top, as every bug does; the text is saved up to the last pause.
    throw error;
  },
});
