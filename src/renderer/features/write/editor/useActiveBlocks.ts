import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { $readActiveBlocks, type ActiveBlocks } from './blocks';

const isSame = (one: ActiveBlocks, other: ActiveBlocks): boolean =>
  one.linkAddress === other.linkAddress &&
  one.ids.size === other.ids.size &&
  [...one.ids].every((id) => other.ids.has(id));

/** What holds where the caret is. The same object until something else holds, so that a key draws no buttons anew. */
export function useActiveBlocks(editor: LexicalEditor): ActiveBlocks {
  const [active, setActive] = useState<ActiveBlocks>(() => editor.read($readActiveBlocks));
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($readActiveBlocks);
        setActive((before) => (isSame(before, next) ? before : next));
      }),
    [editor],
  );
  return active;
}
