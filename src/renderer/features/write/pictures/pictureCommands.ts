import { createCommand, type LexicalCommand, type NodeKey } from 'lexical';

/** Asks for a file. */
export const CHOOSE_PICTURE: LexicalCommand<void> = createCommand('CHOOSE_PICTURE');

/** Puts the focus where the selected picture is described. */
export const DESCRIBE_PICTURE: LexicalCommand<void> = createCommand('DESCRIBE_PICTURE');

/** A picture on its way onto the page. */
export interface PlacedPicture {
  readonly file: () => Blob;
  readonly alt: string;
  /** Behind which block; null for the end of the page. */
  readonly block: NodeKey | null;
}

/** Takes them in one after the other. Only where a page can hold pictures. */
export const TAKE_IN_PICTURES: LexicalCommand<readonly PlacedPicture[]> = createCommand('TAKE_IN_PICTURES');
