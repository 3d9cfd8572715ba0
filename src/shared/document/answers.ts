import { promptIdSchema, type PromptId } from '../id';
import { documentToPlainText } from './plainText';
import type { DocumentNode, JournalDocument } from './schema';

/** Where an answer ends: at the next question, or where the person began something else themselves. */
const endsAnAnswer = new Set(['prompt', 'horizontalrule', 'heading']);

interface Answer {
  /** Null for a question no library could have. */
  readonly promptId: PromptId | null;
  readonly blocks: readonly DocumentNode[];
}

/**
 * The answers in a document, one for every prompt, in order. An answer is the blocks after its prompt, up to the next prompt,
 * divider or heading, or to the end. It may be empty. Blocks before the first prompt answer nothing.
 */
export function documentToAnswers({ root }: JournalDocument): readonly Answer[] {
  const blocks = root.children ?? [];
  return blocks.flatMap((block, index) => {
    if (block.type !== 'prompt') return [];
    const rest = blocks.slice(index + 1);
    const end = rest.findIndex(({ type }) => endsAnAnswer.has(type));
    const id = promptIdSchema.safeParse(block.promptId);
    return [{ promptId: id.success ? id.data : null, blocks: end === -1 ? rest : rest.slice(0, end) }];
  });
}

/** The words of the answer to one prompt, one line a block; empty when there are none. A prompt that stands twice has both. */
export const documentToAnswerText = (document: JournalDocument, promptId: PromptId): string =>
  documentToAnswers(document)
    .filter((answer) => answer.promptId === promptId)
    .map(({ blocks }) => documentToPlainText({ root: { type: 'root', children: blocks } }))
    .filter((text) => text !== '')
    .join('\n');
