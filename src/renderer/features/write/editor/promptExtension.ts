import {
  $createNodeSelection,
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  defineExtension,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
  SELECTION_CHANGE_COMMAND,
  TextNode,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { $isPromptNode, PromptNode } from '../../../../shared/document/nodes/PromptNode';

function $promptAround(node: LexicalNode): PromptNode | null {
  const block = node.getTopLevelElement();
  return $isPromptNode(block) ? block : null;
}

/** The prompt that is selected as a block, if nothing else is. */
function $selectedPrompt(): PromptNode | null {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return null;
  const [node, ...others] = selection.getNodes();
  return others.length === 0 && $isPromptNode(node) ? node : null;
}

function $selectPrompt(prompt: PromptNode): void {
  const selection = $createNodeSelection();
  selection.add(prompt.getKey());
  $setSelection(selection);
}

/** The caret to the beginning of what follows: the answer, made where there is none. */
function $selectAnswer(prompt: PromptNode): void {
  const next = prompt.getNextSibling();
  if ($isElementNode(next) && !$isPromptNode(next)) next.selectStart();
  else {
    const answer = $createParagraphNode();
    prompt.insertAfter(answer);
    answer.select();
  }
}

function $isAtEdge(selection: RangeSelection, edge: 'start' | 'end'): boolean {
  const { anchor } = selection;
  const block = anchor.getNode().getTopLevelElement();
  if (!selection.isCollapsed() || !$isElementNode(block)) return false;
  const wanted = block.isEmpty()
    ? null
    : edge === 'start'
      ? block.getFirstDescendant()
      : block.getLastDescendant();
  const length = $isTextNode(wanted) ? wanted.getTextContentSize() : 0;
  if (anchor.type === 'element') {
    return (
      anchor.key === block.getKey() && anchor.offset === (edge === 'start' ? 0 : block.getChildrenSize())
    );
  }
  return wanted?.getKey() === anchor.key && anchor.offset === (edge === 'start' ? 0 : length);
}

/** A prompt is deleted whole: the first key selects it, the second takes it away. */
function $stepOntoPrompt(isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !$isAtEdge(selection, isBackward ? 'start' : 'end')) return false;
  const block = selection.anchor.getNode().getTopLevelElement();
  // Lists, quotes and headings become paragraphs first, as they do everywhere.
  if (block === null || (isBackward && block.getType() !== 'paragraph')) return false;
  const neighbour = isBackward ? block.getPreviousSibling() : block.getNextSibling();
  if (!$isPromptNode(neighbour)) return false;
  $selectPrompt(neighbour);
  return true;
}

function $leaveQuestion(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const prompt = $promptAround(selection.anchor.getNode());
  if (prompt === null) return false;
  $selectAnswer(prompt);
  return true;
}

/** Up and left from a prompt at the top of the page go nowhere. */
function $stayBelowTop(event: KeyboardEvent | null): boolean {
  const prompt = $selectedPrompt();
  if (prompt === null || prompt.getPreviousSibling() !== null) return false;
  event?.preventDefault();
  return true;
}

function markSelectedPrompts(editor: LexicalEditor): () => void {
  let marked: HTMLElement | null = null;
  return editor.registerUpdateListener(({ editorState }) => {
    const key = editorState.read(() => $selectedPrompt()?.getKey() ?? null);
    const element = key === null ? null : editor.getElementByKey(key);
    if (element === marked) return;
    marked?.removeAttribute('data-selected');
    element?.setAttribute('data-selected', 'true');
    marked = element;
  });
}

/** What makes the question of a prompt something one answers and does not edit. */
export const promptExtension = defineExtension({
  name: 'footnote/prompt',
  nodes: () => [PromptNode],
  register: (editor) =>
    mergeRegister(
      editor.registerMutationListener(PromptNode, (changes) => {
        for (const [key, change] of changes) {
          const element = change === 'created' ? editor.getElementByKey(key) : null;
          if (element === null) continue;
          element.contentEditable = 'false';
          element.dataset.block = 'prompt';
        }
      }),
      markSelectedPrompts(editor),
      editor.registerNodeTransform(PromptNode, (prompt) => {
        if (prompt.getNextSibling() === null) prompt.insertAfter($createParagraphNode());
      }),
      editor.registerNodeTransform(TextNode, (text) => {
        if (!$isPromptNode(text.getParent())) return;
        if (text.getMode() !== 'token') text.setMode('token');
        if (text.getFormat() !== 0) text.setFormat(0);
      }),
      ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
        editor.registerCommand(command, $stepOntoPrompt, COMMAND_PRIORITY_HIGH),
      ),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          const prompt = $selectedPrompt();
          if (prompt === null) return false;
          event?.preventDefault();
          $selectAnswer(prompt);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(KEY_ARROW_UP_COMMAND, $stayBelowTop, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_ARROW_LEFT_COMMAND, $stayBelowTop, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(SELECTION_CHANGE_COMMAND, $leaveQuestion, COMMAND_PRIORITY_LOW),
    ),
});
