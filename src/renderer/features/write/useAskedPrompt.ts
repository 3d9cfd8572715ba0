import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import type { AnyPrompt } from '../../../shared/domain/prompt';
import { $insertPrompt } from './editor/insertPrompt';

/** Puts a prompt chosen elsewhere at the end of a page, as a change like any other. Putting it twice is going to it. */
export function useAskedPrompt(editor: LexicalEditor, asked: AnyPrompt | undefined): void {
  // What the page was opened for; the prompt may be changed or hidden while it is written on.
  const [prompt] = useState(asked);
  useEffect(() => {
    if (prompt === undefined) return;
    editor.update(() => $insertPrompt(prompt, 'end'));
    editor.focus();
  }, [editor, prompt]);
}
