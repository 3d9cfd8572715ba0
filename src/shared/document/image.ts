import { imageIdSchema, type ImageId } from '../id';
import type { DocumentNode } from './schema';

/** As wide as the text, or a third of it. */
export type ImageWidth = 'page' | 'small';

/** A picture on a page. */
export interface ShownImage {
  readonly id: ImageId;
  /** What is to be seen, in the person's words; empty when they gave none. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly shown: ImageWidth;
}

/** In UTF-16 code units. */
export const longestAltText = 1000;

const pixelsOf = (value: unknown): number => (typeof value === 'number' ? value : 1);

/** Null for another node, and for one that names no picture. */
export function nodeToImage(node: DocumentNode): ShownImage | null {
  // Most nodes are none, and every page is asked for its pictures.
  if (node.type !== 'image') return null;
  const id = imageIdSchema.safeParse(node.imageId);
  if (!id.success) return null;
  return {
    id: id.data,
    alt: imageWords(node),
    width: pixelsOf(node.width),
    height: pixelsOf(node.height),
    shown: node.shown === 'small' ? 'small' : 'page',
  };
}

export const imageWords = (node: DocumentNode): string => (typeof node.alt === 'string' ? node.alt : '');

/** What has its default is left out, as the editor leaves it out. */
export const createImage = ({ id, alt, width, height, shown }: ShownImage): DocumentNode => ({
  imageId: id,
  ...(alt === '' ? {} : { alt }),
  ...(width === 1 ? {} : { width }),
  ...(height === 1 ? {} : { height }),
  ...(shown === 'page' ? {} : { shown }),
  type: 'image',
  version: 1,
});
