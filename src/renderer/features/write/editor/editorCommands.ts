import { createCommand, type LexicalCommand } from 'lexical';
import type { BlockKeys } from './blocks';

/** Asks the toolbar for its address field. */
export const OPEN_LINK_FIELD: LexicalCommand<void> = createCommand('OPEN_LINK_FIELD');

/** Asks whether an address is to be opened, with all of it before one's eyes. */
export const ASK_TO_OPEN_LINK: LexicalCommand<string> = createCommand('ASK_TO_OPEN_LINK');

/** Asks for the focus to go to the tools: those beside the selection if there are any, or those at the foot. Escape brings it back. */
export const FOCUS_TOOLBAR: LexicalCommand<'nearest' | 'foot'> = createCommand('FOCUS_TOOLBAR');

/** Opens the search in this entry. */
export const OPEN_FIND: LexicalCommand<void> = createCommand('OPEN_FIND');

/** Moves the blocks of the selection past their neighbour. */
export const MOVE_BLOCKS: LexicalCommand<'up' | 'down'> = createCommand('MOVE_BLOCKS');

/** Says something to people who do not see the page; it is in words already. */
export const ANNOUNCE: LexicalCommand<string> = createCommand('ANNOUNCE');

/** Keeps the selected words, to be met again on Today. */
export const KEEP_LINE: LexicalCommand<void> = createCommand('KEEP_LINE');

/** Opens the list of questions; one of them is put where the caret is. */
export const OPEN_PROMPT_CHOOSER: LexicalCommand<void> = createCommand('OPEN_PROMPT_CHOOSER');

export const linkKeys: BlockKeys = { code: 'KeyK', shown: 'K', with: 'nothing' };
