import { $createHorizontalRuleNode, $isHorizontalRuleNode } from '@lexical/extension';
import { $isHeadingNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  type LexicalNode,
} from 'lexical';
import type { AnyPrompt } from '../../../../shared/domain/prompt';
import {
  $createPromptNode,
  $isPromptNode,
  type PromptNode,
} from '../../../../shared/document/nodes/PromptNode';
import type { PromptId } from '../../../../shared/id';

const $isBlank = (block: LexicalNode | null): boolean =>
  $isParagraphNode(block) && block.getTextContentSize() === 0 && block.getChildrenSize() === 0;

const $findPrompt = (id: PromptId): PromptNode | undefined =>
  $getRoot()
    .getChildren()
    .filter($isPromptNode)
    .find((prompt) => prompt.getPromptId() === id);

/** The block the caret is in, or the last one of the page. */
function $blockAt(place: 'caret' | 'end'): LexicalNode | null {
  const selection = place === 'caret' ? $getSelection() : null;
  const block = $isRangeSelection(selection) ? selection.focus.getNode().getTopLevelElement() : null;
  return block ?? $getRoot().getLastChild();
}

/** Words that stand after a new question are not its answer: a divider keeps them apart. */
const $needsDivider = (next: LexicalNode | null): boolean =>
  next !== null &&
  !$isBlank(next) &&
  !$isPromptNode(next) &&
  !$isHorizontalRuleNode(next) &&
  !$isHeadingNode(next);

/**
 * Puts a question into the page, with a place to answer it and the caret there. On an empty line it takes its place. A
 * question that is there already is gone to instead. Inside an update.
 */
export function $insertPrompt({ id, text }: Pick<AnyPrompt, 'id' | 'text'>, place: 'caret' | 'end'): void {
  const known = $findPrompt(id);
  if (known !== undefined) {
    const answer = known.getNextSibling();
    if ($isElementNode(answer) && !$isPromptNode(answer)) answer.selectEnd();
    return;
  }
  const prompt = $createPromptNode(id, text);
  const answer = $createParagraphNode();
  const block = $blockAt(place);
  if (block === null) $getRoot().append(prompt);
  else if ($isBlank(block)) block.replace(prompt);
  else block.insertAfter(prompt);
  const next = prompt.getNextSibling();
  prompt.insertAfter(answer);
  if ($needsDivider(next)) answer.insertAfter($createHorizontalRuleNode());
  answer.select();
}
