import type { ShownImage } from '../../../../shared/document/image';
import { imageAddress } from '../../../../shared/domain/image';
import { message } from '../../../i18n/i18n';
import styles from './Picture.module.css';

function partOf<Name extends 'div' | 'img' | 'figcaption'>(
  parent: HTMLElement,
  name: Name,
): HTMLElementTagNameMap[Name] {
  const found = parent.querySelector(name);
  if (found !== null) return found;
  const made = document.createElement(name);
  parent.append(made);
  return made;
}

const watched = new WeakSet<HTMLImageElement>();

/** Where the file is not, the words are; the place stays. */
function noteMissing(image: HTMLImageElement, figure: HTMLElement): void {
  if (watched.has(image)) return;
  watched.add(image);
  image.addEventListener('error', () => {
    figure.dataset.missing = message('write.picture.missing');
  });
  image.addEventListener('load', () => {
    delete figure.dataset.missing;
  });
}

/**
 * The element of a picture. Its width and height are known before the file is there, so that nothing moves when it comes. `asks`:
 * where words are missing it says what they would be for.
 */
export function fillFigure(figure: HTMLElement, shown: ShownImage | null, asks: 'asks' | 'only shows'): void {
  figure.className = styles.picture ?? '';
  figure.dataset.block = 'picture';
  // A picture that fails to come, without words, would take no room at all.
  const image = partOf(partOf(figure, 'div'), 'img');
  const caption = partOf(figure, 'figcaption');
  noteMissing(image, figure);
  if (shown === null) {
    figure.dataset.missing = message('write.picture.missing');
    return;
  }
  const { id, alt, width, height } = shown;
  figure.dataset.shown = shown.shown;
  figure.style.setProperty('--own-width', `${width}px`);
  figure.style.setProperty('--ratio', String(width / height));
  image.draggable = false;
  image.decoding = 'async';
  image.loading = 'lazy';
  image.width = width;
  image.height = height;
  image.alt = alt;
  const address = imageAddress(id, 'full');
  if (image.src !== address) image.src = address;
  caption.textContent = alt;
  if (alt === '' && asks === 'asks') caption.dataset.ask = message('write.picture.ask');
  else delete caption.dataset.ask;
}
