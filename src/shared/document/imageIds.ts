import type { ImageId } from '../id';
import { nodeToImage } from './image';
import type { DocumentNode, JournalDocument } from './schema';

/** Pictures a document shows, in order, each once. */
export function documentToImageIds(document: JournalDocument): readonly ImageId[] {
  const found = new Set<ImageId>();
  const walk = (node: DocumentNode): void => {
    const image = nodeToImage(node);
    if (image !== null) found.add(image.id);
    for (const child of node.children ?? []) walk(child);
  };
  walk(document.root);
  return [...found];
}
