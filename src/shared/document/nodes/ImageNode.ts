import {
  $applyNodeReplacement,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type LexicalNode,
} from 'lexical';
import { imageIdSchema, type ImageId } from '../../id';
import { longestAltText, type ImageWidth, type ShownImage } from '../image';
import { $createElement, type PageElement } from './pageElement';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const pixels = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65_535 ? value : 1;

const idState = createState('imageId', { parse: text });
const altState = createState('alt', { parse: (value) => text(value).slice(0, longestAltText) });
const widthState = createState('width', { parse: pixels });
const heightState = createState('height', { parse: pixels });
const shownState = createState('shown', {
  parse: (value): ImageWidth => (value === 'small' ? 'small' : 'page'),
});

/**
 * A picture as a block of its own, flat in the JSON: `{ type: 'image', imageId, alt, width, height, shown }`. The pixels are in the
 * journal under the id. The words a person gives it are its text, so search, export and screen readers have them. It works without
 * a DOM; the editor fills its element (`pictureExtension`).
 */
export class ImageNode extends DecoratorNode<null> {
  override $config() {
    return this.config('image', {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: idState },
        { flat: true, stateConfig: altState },
        { flat: true, stateConfig: widthState },
        { flat: true, stateConfig: heightState },
        { flat: true, stateConfig: shownState },
      ],
    });
  }

  override createDOM(): PageElement {
    return $createElement('figure');
  }

  override updateDOM(): false {
    return false;
  }

  /** Nothing of a page is copied to other programs but words; inside the app the node itself travels. */
  override exportDOM(): DOMExportOutput {
    const element = $createElement('p');
    Reflect.set(element, 'textContent', this.getAlt());
    return { element };
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    return this.getAlt();
  }

  /** Null for an id no journal could have. */
  getImageId(): ImageId | null {
    const id = imageIdSchema.safeParse($getState(this, idState));
    return id.success ? id.data : null;
  }

  getAlt(): string {
    return $getState(this, altState);
  }

  /** Of the stored picture, in pixels, so that its place on the page is known before it is there. */
  getMeasures(): { readonly width: number; readonly height: number } {
    return { width: $getState(this, widthState), height: $getState(this, heightState) };
  }

  getShown(): ImageWidth {
    return $getState(this, shownState);
  }

  setAlt(alt: string): this {
    return $setState(this, altState, alt);
  }

  setShown(shown: ImageWidth): this {
    return $setState(this, shownState, shown);
  }

  setImage({ id, width, height }: Pick<ShownImage, 'id' | 'width' | 'height'>): this {
    $setState(this, idState, id);
    $setState(this, widthState, width);
    return $setState(this, heightState, height);
  }
}

export function $createImageNode({ id, alt, width, height, shown }: ShownImage): ImageNode {
  const node = $applyNodeReplacement(new ImageNode());
  return node.setImage({ id, width, height }).setAlt(alt).setShown(shown);
}

export const $isImageNode = (node: LexicalNode | null | undefined): node is ImageNode =>
  node instanceof ImageNode;
