import { coveredToOriginal, type Stretch } from '../../../shared/packet/bars';
import { stretchesOf, type Covering, type Passage } from '../../../shared/packet/covering';
import { piecesAt, type PacketRecords } from '../../../shared/packet/packetRecords';

/** A stretch of what is shown at a place of the pages. */
export interface ShownStretch extends Stretch {
  readonly place: string;
  readonly text: string;
}

const placed = '[data-place]';

/** As many characters as they are in the text: an end of a line is one. */
function lengthOf(node: Node): number {
  if (node instanceof Text) return node.data.length;
  if (node instanceof HTMLBRElement) return 1;
  return [...node.childNodes].reduce((sum, child) => sum + lengthOf(child), 0);
}

/** Characters of `element` before a boundary of a range inside it. */
function offsetIn(element: Element, container: Node, offset: number): number {
  const before = new Range();
  before.selectNodeContents(element);
  before.setEnd(container, offset);
  return lengthOf(before.cloneContents());
}

/** What is selected on the pages, text by text. Only a person's own words can be: the rest says nothing of them. */
export function selectedStretches(sheet: Element): readonly ShownStretch[] {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  if (!sheet.contains(range.commonAncestorContainer)) return [];
  return [...sheet.querySelectorAll<HTMLElement>(placed)].flatMap((element) => {
    const { place } = element.dataset;
    if (place === undefined || !range.intersectsNode(element)) return [];
    const from = element.contains(range.startContainer)
      ? offsetIn(element, range.startContainer, range.startOffset)
      : 0;
    const to = element.contains(range.endContainer)
      ? offsetIn(element, range.endContainer, range.endOffset)
      : lengthOf(element);
    if (from >= to) return [];
    return [{ place, from, to, text: shownText(element).slice(from, to) }];
  });
}

/** A text as its places are counted. */
export function shownText(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLBRElement) return '\n';
  return [...node.childNodes].map(shownText).join('');
}

/** The passages of the records themselves that were chosen in their covered form. */
export const toPassages = (
  stretches: readonly ShownStretch[],
  records: PacketRecords,
  covering: Covering,
): readonly Passage[] =>
  stretches.map((shown) => ({
    place: shown.place,
    ...coveredToOriginal(shown, stretchesOf(piecesAt(records, shown.place), shown.place, covering)),
  }));
