import { $isListItemNode, $isListNode, type ListItemNode } from '@lexical/list';
import {
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  type BaseSelection,
  type LexicalNode,
} from 'lexical';
import { $isPromptNode } from '../../../../shared/document/nodes/PromptNode';

/** Neighbours that are moved together, in the order of the page. */
export type Run = readonly LexicalNode[];

export type Moved =
  | {
      readonly kind: 'moved';
      readonly place: number;
      readonly places: number;
      readonly what: 'block' | 'line' | 'prompt';
    }
  | { readonly kind: 'edge'; readonly edge: 'top' | 'foot'; readonly what: 'block' | 'line' | 'prompt' };

/**
 * A question and all that stands under it up to the next question: its answer. A question is never moved without it, since
 * the words left behind would then answer whatever question stands before them, and this one would be asked of words that
 * were written about something else. For the same reason an answered question changes places with another answered question
 * only, and never with a block of its answer or with the words before the first question, which answer none.
 */
function $answeredPrompt(prompt: LexicalNode): Run {
  const after = prompt.getNextSiblings();
  const end = after.findIndex($isPromptNode);
  return [prompt, ...(end === -1 ? after : after.slice(0, end))];
}

/** The whole of what is moved with a block: the block, or a question with its answer. */
export const $runOf = (block: LexicalNode): Run => ($isPromptNode(block) ? $answeredPrompt(block) : [block]);

/** A line of a list stands for itself and for the lines nested under it, which Lexical keeps in a line of their own. */
function $lineRun(line: ListItemNode): Run {
  const nested = line.getNextSibling();
  return nested !== null && $isNestHolder(nested) ? [line, nested] : [line];
}

const $isNestHolder = (node: LexicalNode): boolean =>
  $isListItemNode(node) && $isListNode(node.getFirstChild());

/** A single line of a list, if the selection is in one; otherwise every block it touches. */
function $selectedRun(
  selection: BaseSelection,
): { readonly run: Run; readonly what: 'block' | 'line' | 'prompt' } | null {
  const nodes = selection.getNodes();
  const lines = new Set(nodes.map((node) => $findMatchingParent(node, $isListItemNode)));
  const [line] = lines;
  if (lines.size === 1 && line) return { run: $lineRun(line), what: 'line' };
  const blocks = [...new Set(nodes.map((node) => node.getTopLevelElement() ?? node))].filter(
    (block) => block.getParent() === $getRoot(),
  );
  const inOrder = blocks.toSorted((one, other) => one.getIndexWithinParent() - other.getIndexWithinParent());
  const [first] = inOrder;
  const last = inOrder.at(-1);
  if (first === undefined || last === undefined) return null;
  const what = $isPromptNode(first) ? 'prompt' : 'block';
  // A selection that ends in a question takes that question's answer along, and everything between.
  const end = $runOf(last).at(-1) ?? last;
  const siblings = $getRoot().getChildren();
  const to = what === 'prompt' ? ($answerEnd(siblings, end) ?? end) : end;
  return { run: siblings.slice(first.getIndexWithinParent(), to.getIndexWithinParent() + 1), what };
}

/** The last block of the answer that `node` is part of. */
function $answerEnd(siblings: readonly LexicalNode[], node: LexicalNode): LexicalNode | undefined {
  const next = siblings.findIndex(
    (sibling, index) => index > node.getIndexWithinParent() && $isPromptNode(sibling),
  );
  return next === -1 ? siblings.at(-1) : siblings[next - 1];
}

/** What the run changes places with; null at the edge. */
function $neighbour(run: Run, what: 'block' | 'line' | 'prompt', direction: 'up' | 'down'): Run | null {
  const edge = direction === 'up' ? run[0] : run.at(-1);
  const next = direction === 'up' ? edge?.getPreviousSibling() : edge?.getNextSibling();
  if (!next) return null;
  if (what === 'line') {
    const line = direction === 'up' && $isNestHolder(next) ? next.getPreviousSibling() : next;
    return $isListItemNode(line) ? $lineRun(line) : null;
  }
  if (what === 'block') return [next];
  if (direction === 'down') return $answeredPrompt(next);
  const prompt = [next, ...next.getPreviousSiblings().toReversed()].find($isPromptNode);
  return prompt === undefined ? null : $answeredPrompt(prompt);
}

function $placeOf(
  run: Run,
  what: 'block' | 'line' | 'prompt',
): { readonly place: number; readonly places: number } {
  const [first] = run;
  const all = first?.getParent()?.getChildren() ?? [];
  const counted = all.filter(
    (node) => what === 'block' || (what === 'prompt' ? $isPromptNode(node) : !$isNestHolder(node)),
  );
  return { place: counted.findIndex((node) => node.is(first)) + 1, places: counted.length };
}

/** Puts `run` before `target`, or at the end of the page for null. Keeps the selection, which stays with its words. */
export function $moveRunBefore(run: Run, target: LexicalNode | null): void {
  if (target === null) $getRoot().append(...run);
  else for (const node of run) target.insertBefore(node, false);
}

/** Moves what is selected past its neighbour. Inside an update; null when nothing is selected that could be moved. */
export function $moveSelected(direction: 'up' | 'down'): Moved | null {
  const selection = $getSelection();
  if (selection === null) return null;
  const chosen = $selectedRun(selection);
  if (chosen === null) return null;
  const { run, what } = chosen;
  const neighbour = $neighbour(run, what, direction);
  const [first] = run;
  const [target] = neighbour ?? [];
  if (neighbour === null || first === undefined || target === undefined)
    return { kind: 'edge', edge: direction === 'up' ? 'top' : 'foot', what };
  const before = $isRangeSelection(selection) ? selection.clone() : null;
  if (direction === 'up') $moveRunBefore(run, target);
  else for (const node of neighbour) first.insertBefore(node, false);
  if (before !== null && $isRangeSelection(selection)) {
    selection.anchor.set(before.anchor.key, before.anchor.offset, before.anchor.type);
    selection.focus.set(before.focus.key, before.focus.offset, before.focus.type);
  }
  return { kind: 'moved', what, ...$placeOf(run, what) };
}
