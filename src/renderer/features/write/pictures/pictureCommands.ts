import { createCommand, type LexicalCommand } from 'lexical';

/** Asks for a file. */
export const CHOOSE_PICTURE: LexicalCommand<void> = createCommand('CHOOSE_PICTURE');

/** Puts the focus where the selected picture is described. */
export const DESCRIBE_PICTURE: LexicalCommand<void> = createCommand('DESCRIBE_PICTURE');
