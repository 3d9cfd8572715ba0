import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { countWords } from '../../../../shared/document/countWords';
import {
  documentToOwnText,
  documentToPromptIds,
  textToTitleAndExcerpt,
} from '../../../../shared/document/plainText';
import type { JournalDocument } from '../../../../shared/document/schema';
import type { PromptId } from '../../../../shared/id';
import { readPage } from './readPage';

export interface PageFacts {
  readonly words: number;
  /** Of what the person wrote; empty where there is none. */
  readonly firstLine: string;
  /** Of what is selected; null while nothing is. */
  readonly selectedWords: number | null;
  readonly promptIds: readonly PromptId[];
}

const restMs = 500;
/** Far more than is shown of it. */
const longestFirstLine = 2000;

const documentToFacts = (document: JournalDocument): Omit<PageFacts, 'selectedWords'> => ({
  words: countWords(documentToOwnText(document)),
  firstLine: textToTitleAndExcerpt(documentToOwnText(document).slice(0, longestFirstLine)).title,
  promptIds: documentToPromptIds(document),
});

function $countSelected(): number | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  return countWords(selection.getTextContent());
}

/** What the margin says of the page, once the keys have rested a moment. */
export function usePageFacts(editor: LexicalEditor): PageFacts {
  const [facts, setFacts] = useState(() => documentToFacts(readPage(editor.getEditorState())));
  const [selectedWords, setSelectedWords] = useState<number | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let idle = 0;
    const stop = editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      clearTimeout(timer);
      cancelIdleCallback(idle);
      timer = setTimeout(() => {
        idle = requestIdleCallback(() => setFacts(documentToFacts(readPage(editorState))), {
          timeout: restMs,
        });
      }, restMs);
    });
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
      stop();
    };
  }, [editor]);
  useEffect(() => {
    let frame = 0;
    const stop = editor.registerUpdateListener(({ editorState, dirtyLeaves }) => {
      cancelAnimationFrame(frame);
      // Whoever types has nothing selected any more.
      if (dirtyLeaves.size > 0) {
        setSelectedWords(null);
        return;
      }
      frame = requestAnimationFrame(() => setSelectedWords(editorState.read($countSelected)));
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [editor]);
  return { ...facts, selectedWords };
}
