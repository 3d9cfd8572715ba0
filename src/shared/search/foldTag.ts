import { tagNameLimit } from '../domain/entry';
import { foldText } from './foldText';

/** Which spellings are one tag: case, accents and the width of blanks make no other. */
export const foldTag = (name: string): string =>
  foldText(name)
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, 2 * tagNameLimit);
