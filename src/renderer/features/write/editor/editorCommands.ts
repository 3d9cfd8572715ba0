import { createCommand, type LexicalCommand } from 'lexical';
import type { BlockKeys } from './blocks';

/** Asks the toolbar for its address field. */
export const OPEN_LINK_FIELD: LexicalCommand<void> = createCommand('OPEN_LINK_FIELD');

/** Asks for the focus to go to the toolbar; Escape there brings it back. */
export const FOCUS_TOOLBAR: LexicalCommand<void> = createCommand('FOCUS_TOOLBAR');

/** Opens the list of questions; one of them is put where the caret is. */
export const OPEN_PROMPT_CHOOSER: LexicalCommand<void> = createCommand('OPEN_PROMPT_CHOOSER');

export const linkKeys: BlockKeys = { code: 'KeyK', shown: 'K', with: 'nothing' };
