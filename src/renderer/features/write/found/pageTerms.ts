import { findTerms } from '../../../../shared/search/findTerms';
import type { SearchTerm } from '../../../../shared/search/parseSearch';

/** Blocks whose words belong together; an editor's page is made of them. */
const blocks = 'p, h1, h2, h3, h4, li, blockquote, td, th, pre, [data-prompt]';

interface Piece {
  readonly node: Text;
  readonly start: number;
}

function textOf(block: Element): { readonly text: string; readonly pieces: readonly Piece[] } {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(blocks) === block ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
  );
  const pieces: Piece[] = [];
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    pieces.push({ node, start: text.length });
    text += node.data;
  }
  return { text, pieces };
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  return pieces.findLast(({ start }) => start <= offset);
}

/** Where the terms stand on a page, in its order. The document is not touched. */
export function findOnPage(page: Element, wanted: readonly SearchTerm[]): readonly Range[] {
  if (wanted.length === 0) return [];
  return [...page.querySelectorAll(blocks)].flatMap((block) => {
    const { text, pieces } = textOf(block);
    return findTerms(text, wanted).flatMap(({ start, end }) => {
      const first = pieceAt(pieces, start);
      const last = pieceAt(pieces, end - 1);
      if (first === undefined || last === undefined) return [];
      const range = document.createRange();
      range.setStart(first.node, start - first.start);
      range.setEnd(last.node, end - last.start);
      return [range];
    });
  });
}
