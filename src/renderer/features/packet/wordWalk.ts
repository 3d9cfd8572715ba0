import { shownText } from './chosenPassages';

/** Where a character of an element stands in its nodes. */
function boundaryOf(element: Element, offset: number): readonly [Node, number] {
  let left = offset;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof HTMLBRElement) left -= 1;
    if (!(node instanceof Text)) continue;
    if (left <= node.data.length) return [node, Math.max(0, left)];
    left -= node.data.length;
  }
  return [element, element.childNodes.length];
}

interface Word {
  readonly element: Element;
  readonly from: number;
  readonly to: number;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

function wordsIn(element: Element | undefined): readonly Word[] {
  if (!element) return [];
  return [...segmenter.segment(shownText(element))]
    .filter(({ isWordLike, segment }) => isWordLike === true || segment.includes('█'))
    .map(({ index, segment }) => ({ element, from: index, to: index + segment.length }));
}

function firstIn(elements: readonly Element[], way: 1 | -1): Word | null {
  for (const element of elements) {
    const found = wordsIn(element).at(way === 1 ? 0 : -1);
    if (found) return found;
  }
  return null;
}

export interface WordWalk {
  /** Answers with the text it came to. Takes one word forwards or backwards, or the first of the next or the last text; `more` adds to what is chosen. */
  readonly move: (step: 'word' | 'text', way: 1 | -1, chosen: 'only' | 'more') => Element | null;
}

/** Choosing words on the pages with keys: there is no caret in what cannot be edited. */
export function createWordWalk(sheet: () => Element | null): WordWalk {
  let anchor: Word | null = null;
  let focus: Word | null = null;

  const places = (): readonly Element[] => [...(sheet()?.querySelectorAll('[data-place]') ?? [])];
  const from = (word: Word, way: 1 | -1): readonly Element[] => {
    const all = places();
    const at = all.indexOf(word.element);
    return way === 1 ? all.slice(at + 1) : all.slice(0, Math.max(0, at)).toReversed();
  };
  const next = (word: Word, step: 'word' | 'text', way: 1 | -1): Word | null => {
    if (step === 'text') return firstIn(from(word, way), 1);
    const words = wordsIn(word.element);
    const at = words.findIndex((each) => each.from === word.from);
    return words[at + way] ?? firstIn(from(word, way), way);
  };

  return {
    move: (step, way, chosen) => {
      // What was covered meanwhile is drawn anew.
      if (focus !== null && !focus.element.isConnected) [anchor, focus] = [null, null];
      const found = focus === null ? firstIn(places(), 1) : next(focus, step, way);
      if (found === null) return null;
      focus = found;
      if (chosen === 'only' || anchor === null || !anchor.element.isConnected) anchor = found;
      select(anchor, focus);
      return focus.element;
    },
  };
}

function select(anchor: Word, focus: Word): void {
  const isForward =
    anchor.element === focus.element
      ? anchor.from <= focus.from
      : (anchor.element.compareDocumentPosition(focus.element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const [first, last] = isForward ? [anchor, focus] : [focus, anchor];
  const [start, end] = [boundaryOf(first.element, first.from), boundaryOf(last.element, last.to)];
  document.getSelection()?.setBaseAndExtent(...start, ...end);
}
