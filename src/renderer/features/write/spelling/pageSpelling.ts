import { $getNodeByKey, $getRoot, $isElementNode, type LexicalEditor, type NodeKey } from 'lexical';
import { $blockOf, $blocksBelow, $readBlock, rangeInPage, type BlockText } from './blockText';
import type { Speller } from './speller';
import type { Misspelled } from './spellingMessages';

/** A misspelled word on the page. Its range follows it while the text around it changes. */
export interface SpellingMark {
  readonly word: string;
  readonly range: Range;
}

/** Milliseconds of rest after the last key, and after scrolling. */
const restMs = 350;
/** Blocks asked about at a time, and marks painted in one of them. */
const mostBlocks = 40;
const mostMarks = 400;

const highlightName = 'spelling';

/**
 * Marks misspelled words of a page without touching its document: the browser paints them from a list of ranges. Nothing is
 * done while keys are pressed but noting which blocks have changed; only those in sight are looked at.
 */
export class PageSpelling {
  readonly #editor: LexicalEditor;
  readonly #speller: Speller;
  readonly #highlight = new Highlight();
  /** Texts and blocks as the editor names them. */
  readonly #changed = new Set<NodeKey>();
  /** Blocks the dictionary has not seen as they are. */
  readonly #unchecked = new Set<NodeKey>();
  readonly #marks = new Map<NodeKey, readonly SpellingMark[]>();
  readonly #ignored = new Set<string>();
  /** The block that is being written in: the word at the caret is not done yet. */
  #typedIn: NodeKey | null = null;
  #withheld: { readonly mark: SpellingMark; readonly caret: Caret } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isAsking = false;

  constructor(editor: LexicalEditor, speller: Speller) {
    this.#editor = editor;
    this.#speller = speller;
    // So that screen readers say it too.
    this.#highlight.type = 'spelling-error';
  }

  /** Answers with how to stop; the speller is the caller's to stop. */
  start(): () => void {
    CSS.highlights.set(highlightName, this.#highlight);
    const stopListening = this.#editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) {
        this.#caretMoved();
        return;
      }
      for (const key of dirtyLeaves) this.#changed.add(key);
      for (const [key, isIntended] of dirtyElements) if (isIntended) this.#changed.add(key);
      this.#rest();
    });
    const scrolled = (): void => {
      if (this.#timer === null) this.#rest();
    };
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    window.addEventListener('resize', scrolled);
    this.checkEverything();
    return () => {
      stopListening();
      document.removeEventListener('scroll', scrolled, { capture: true });
      window.removeEventListener('resize', scrolled);
      if (this.#timer !== null) clearTimeout(this.#timer);
      this.#highlight.clear();
      if (CSS.highlights.get(highlightName) === this.#highlight) CSS.highlights.delete(highlightName);
    };
  }

  checkEverything(): void {
    this.#editor.getEditorState().read(() => {
      for (const block of $blocksBelow($getRoot())) this.#unchecked.add(block.getKey());
    });
    this.#typedIn = null;
    this.#rest();
  }

  /** The marked word at this place of the page, if it still says what was checked. */
  markAt(node: Node, offset: number): SpellingMark | null {
    return this.#shown().find(({ range }) => range.isPointInRange(node, offset)) ?? null;
  }

  markAtCaret(): SpellingMark | null {
    const { focusNode, focusOffset } = window.getSelection() ?? { focusNode: null, focusOffset: 0 };
    return focusNode === null ? null : this.markAt(focusNode, focusOffset);
  }

  /** The one at the caret, or the next after it, or the first. */
  nextMark(): SpellingMark | null {
    const { focusNode, focusOffset } = window.getSelection() ?? { focusNode: null, focusOffset: 0 };
    const inOrder = this.#shown().toSorted((left, right) =>
      left.range.compareBoundaryPoints(Range.START_TO_START, right.range),
    );
    const next =
      focusNode === null
        ? undefined
        : inOrder.find(({ range }) => range.comparePoint(focusNode, focusOffset) <= 0);
    return next ?? inOrder[0] ?? null;
  }

  /** Until the page is left. */
  ignore(word: string): void {
    this.#ignored.add(word);
    this.forget(word);
  }

  /** Takes its marks away at once, before the page is checked again. */
  forget(word: string): void {
    for (const [key, marks] of this.#marks) {
      this.#marks.set(
        key,
        marks.filter((mark) => mark.word !== word),
      );
    }
    this.#paint();
  }

  #shown(): readonly SpellingMark[] {
    return [...this.#marks.values()].flat().filter(({ word, range }) => range.toString() === word);
  }

  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      requestIdleCallback(() => void this.#check(), { timeout: restMs });
    }, restMs);
  }

  async #check(): Promise<void> {
    if (this.#isAsking) return;
    const blocks = this.#takeBlocks();
    if (blocks.size > 0) {
      this.#isAsking = true;
      const misspelled = await this.#speller.check([...blocks.values()].map(({ text }) => text));
      this.#isAsking = false;
      [...blocks].forEach(([key, block], index) => this.#mark(key, block, misspelled[index] ?? []));
    }
    this.#paint();
    if (this.#changed.size > 0 || blocks.size === mostBlocks) this.#rest();
  }

  #mark(key: NodeKey, block: BlockText, misspelled: readonly Misspelled[]): void {
    const marks = misspelled.slice(0, mostMarks).flatMap(({ from, to }) => {
      const word = block.text.slice(from, to);
      const range = this.#ignored.has(word) ? null : rangeInPage(this.#editor, block, from, to);
      // Changed while the dictionary looked: it is asked about again.
      return range === null || range.toString() !== word ? [] : [{ word, range }];
    });
    this.#marks.set(key, marks);
  }

  /** The changed blocks that are in sight; the others wait until they come into it. */
  #takeBlocks(): ReadonlyMap<NodeKey, BlockText> {
    return this.#editor.getEditorState().read(() => {
      for (const key of this.#changed) {
        const node = $getNodeByKey(key);
        const block = node === null ? null : $blockOf(node);
        if (block === null) {
          this.#marks.delete(key);
          continue;
        }
        this.#unchecked.add(block.getKey());
        if (node !== block) this.#typedIn = block.getKey();
      }
      this.#changed.clear();
      const taken = new Map<NodeKey, BlockText>();
      for (const key of this.#unchecked) {
        if (taken.size === mostBlocks) break;
        const block = $getNodeByKey(key);
        if ($isElementNode(block) && !this.#isInSight(key)) continue;
        this.#unchecked.delete(key);
        if ($isElementNode(block)) taken.set(key, $readBlock(block));
      }
      return taken;
    });
  }

  #isInSight(key: NodeKey): boolean {
    const box = this.#editor.getElementByKey(key)?.getBoundingClientRect();
    return box !== undefined && isNearSight(box);
  }

  #paint(): void {
    const caret = this.#caret();
    this.#withheld = null;
    this.#highlight.clear();
    for (const [key, marks] of this.#marks) {
      const box = this.#editor.getElementByKey(key)?.getBoundingClientRect();
      if (box === undefined) this.#marks.delete(key);
      if (box === undefined || marks.length === 0 || !isNearSight(box)) continue;
      // Every painted range costs a little at every key, so of a paragraph of many screens only those in sight are.
      const isLong = box.height > 2 * window.innerHeight;
      for (const mark of marks) {
        if (isLong && !isNearSight(mark.range.getBoundingClientRect())) continue;
        if (key === this.#typedIn && caret !== null && isWrittenIn(mark.range, caret))
          this.#withheld = { mark, caret };
        else this.#highlight.add(mark.range);
      }
    }
  }

  #caretMoved(): void {
    if (this.#withheld === null) return;
    const { mark, caret: before } = this.#withheld;
    const caret = this.#caret();
    if (caret?.node === before.node && caret.offset === before.offset) return;
    this.#typedIn = null;
    this.#withheld = null;
    // Since then it may have become another word, which is looked at in a moment.
    if (mark.range.toString() === mark.word) this.#highlight.add(mark.range);
  }

  #caret(): Caret | null {
    const selection = window.getSelection();
    if (selection === null || !selection.isCollapsed || selection.focusNode === null) return null;
    return { node: selection.focusNode, offset: selection.focusOffset };
  }
}

/** In the window, or less than half of one away from it. */
const isNearSight = ({ top, bottom }: DOMRect): boolean =>
  bottom > -window.innerHeight / 2 && top < window.innerHeight * 1.5;

interface Caret {
  readonly node: Node;
  readonly offset: number;
}

/** In the word or at its end. In front of it, another one is begun. */
const isWrittenIn = (range: Range, { node, offset }: Caret): boolean =>
  range.isPointInRange(node, offset) && !(range.startContainer === node && range.startOffset === offset);
