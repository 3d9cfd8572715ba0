import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { NodeKey } from 'lexical';
import { useEffect, useState } from 'react';
import type { ShownImage } from '../../../../shared/document/image';
import { $readImage, $selectedPicture } from './pictureExtension';

export interface SelectedPicture {
  readonly key: NodeKey;
  readonly image: ShownImage;
}

function $readSelected(): SelectedPicture | null {
  const node = $selectedPicture();
  const image = node === null ? null : $readImage(node);
  return node === null || image === null ? null : { key: node.getKey(), image };
}

const isSame = (one: SelectedPicture | null, other: SelectedPicture | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export function useSelectedPicture(): SelectedPicture | null {
  const [editor] = useLexicalComposerContext();
  const [selected, setSelected] = useState<SelectedPicture | null>(() => editor.read($readSelected));
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($readSelected);
        setSelected((before) => (isSame(before, next) ? before : next));
      }),
    [editor],
  );
  return selected;
}
