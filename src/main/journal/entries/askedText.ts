import { documentToPlainText } from '../../../shared/document/plainText';
import type { DocumentNode, JournalDocument } from '../../../shared/document/schema';

const promptsIn = (node: DocumentNode): readonly DocumentNode[] =>
  node.type === 'prompt' ? [node] : (node.children ?? []).flatMap(promptsIn);

/** The words of the prompts in a document, one line a prompt. */
export const documentToAskedText = (document: JournalDocument): string =>
  documentToPlainText({ root: { type: 'root', children: promptsIn(document.root) } });
