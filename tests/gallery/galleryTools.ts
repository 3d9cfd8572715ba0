import { cardToDrawing } from '../../src/renderer/features/insights/saving/cardToDrawing';
import { drawingToPng } from '../../src/renderer/features/insights/saving/drawingToPng';
import { drawingToSvg } from '../../src/renderer/features/insights/saving/drawingToSvg';

/** What a test asks of the page: the files a card would become. */
interface GalleryTools {
  readonly svgOf: (card: HTMLElement) => string;
  /** Length of the file, in bytes. */
  readonly pngOf: (card: HTMLElement) => Promise<number>;
}

declare global {
  var galleryTools: GalleryTools;
}

globalThis.galleryTools = {
  svgOf: (card) => drawingToSvg(cardToDrawing(card), { title: 'a card', description: 'as it is' }),
  pngOf: async (card) => (await drawingToPng(cardToDrawing(card))).length,
};
