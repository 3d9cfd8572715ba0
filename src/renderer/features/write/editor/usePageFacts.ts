import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { countWords, documentToOwnText, documentToPromptIds } from '../../../../shared/document/plainText';
import type { JournalDocument } from '../../../../shared/document/schema';
import type { PromptId } from '../../../../shared/id';
import { readPage } from './readPage';

export interface PageFacts {
  readonly words: number;
  readonly promptIds: readonly PromptId[];
}

const restMs = 500;

const documentToFacts = (document: JournalDocument): PageFacts => ({
  words: countWords(documentToOwnText(document)),
  promptIds: documentToPromptIds(document),
});

/** What the margin says of the page, once the keys have rested a moment. */
export function usePageFacts(editor: LexicalEditor): PageFacts {
  const [facts, setFacts] = useState(() => documentToFacts(readPage(editor.getEditorState())));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => setFacts(documentToFacts(readPage(editorState))), restMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor]);
  return facts;
}
