import { CircleQuestionMark, Link2, type LucideIcon } from 'lucide-react';
import type { LexicalEditor } from 'lexical';
import type { MessageKey } from '../../../i18n/i18n';
import { OPEN_LINK_FIELD, OPEN_PROMPT_CHOOSER, linkKeys } from './editorCommands';
import { blocks, type BlockKeys } from './blocks';

/** A row of the slash menu. */
export interface InsertItem {
  readonly id: string;
  readonly label: MessageKey;
  /** Other words it is looked for by, in one message with spaces between them. */
  readonly alsoCalled: MessageKey | null;
  readonly icon: LucideIcon;
  /** Null for what has no keys of its own. */
  readonly keys: BlockKeys | null;
  /**
   * Inside an update, on an empty stretch: the slash and what was typed after it are gone and the caret is where they
   * were. Something that asks first dispatches a command of its own here, and inserts when it has its answer.
   */
  readonly run: (editor: LexicalEditor) => void;
}

/** Marks are for words that are there already: the toolbar over a selection has them. */
const shapes = blocks
  .filter(({ group }) => group !== 'mark')
  .map(({ id, label, icon, keys, run }): InsertItem => {
    const alsoCalled = id === 'picture' ? 'write.insert.pictureAlso' : null;
    return { id, label, alsoCalled, icon, keys, run };
  });

const link: InsertItem = {
  id: 'link',
  label: 'write.link',
  alsoCalled: 'write.insert.linkAlso',
  icon: Link2,
  keys: linkKeys,
  run: (editor) => {
    editor.dispatchCommand(OPEN_LINK_FIELD, undefined);
  },
};

const question: InsertItem = {
  id: 'question',
  label: 'write.insert.question',
  alsoCalled: 'write.insert.questionAlso',
  icon: CircleQuestionMark,
  keys: null,
  run: (editor) => {
    editor.dispatchCommand(OPEN_PROMPT_CHOOSER, undefined);
  },
};

/** What can be put into a page with "/", in the order of the menu. A feature with something to insert adds a row here. */
export const insertItems: readonly InsertItem[] = [...shapes, question, link];
