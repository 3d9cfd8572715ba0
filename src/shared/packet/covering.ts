import { bar, joinStretches, putBars, type Stretch } from './bars';
import { findNames, type Name } from './findNames';

/** A text of a record that a passage can be covered in: "entry/…/text/3". */
export type Place = string;

export interface Passage extends Stretch {
  readonly place: Place;
}

/** All that is covered. It lives as long as the screen, and nowhere else. */
export interface Covering {
  /** Covered wherever they stand. */
  readonly names: readonly Name[];
  readonly passages: readonly Passage[];
}

/**
 * What is covered of one text, which may stand in several pieces, as a word of which a letter is bold does; `place` null where
 * only names are. A name that is a whole piece is found too, whatever the next piece goes on with: rather too much is covered.
 */
export function stretchesOf(
  pieces: readonly string[],
  place: Place | null,
  { names, passages }: Covering,
): readonly Stretch[] {
  const text = pieces.join('');
  const found = [...findNames(text, names), ...passages.filter((passage) => passage.place === place)];
  let begins = 0;
  for (const piece of pieces.length > 1 ? pieces : []) {
    const before = begins;
    found.push(...findNames(piece, names).map(({ from, to }) => ({ from: from + before, to: to + before })));
    begins += piece.length;
  }
  return joinStretches(found, text.length);
}

export const coverText = (text: string, place: Place | null, covering: Covering): string =>
  putBars(text, stretchesOf([text], place, covering));

/** The same for each of the pieces of a text. A bar stands in the first of the pieces it covers something of. */
export function coverPieces(
  pieces: readonly string[],
  place: Place | null,
  covering: Covering,
): readonly string[] {
  const stretches = stretchesOf(pieces, place, covering);
  let begins = 0;
  return pieces.map((piece) => {
    const ends = begins + piece.length;
    let covered = '';
    let at = begins;
    for (const { from, to } of stretches) {
      if (to <= begins || from >= ends) continue;
      covered += piece.slice(at - begins, Math.max(0, from - begins));
      if (from >= begins) covered += bar;
      at = Math.min(to, ends);
    }
    covered += piece.slice(at - begins);
    begins = ends;
    return covered;
  });
}
