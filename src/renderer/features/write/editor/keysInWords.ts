import { IS_APPLE } from 'lexical';
import { message } from '../../../i18n/i18n';
import type { BlockKeys } from './blocks';

/** "Ctrl Alt 1", on a Mac "⌥⌘1". */
export const keysInWords = (keys: BlockKeys): string =>
  message(IS_APPLE ? `write.keys.${keys.with}Mac` : `write.keys.${keys.with}`, { key: keys.shown });
