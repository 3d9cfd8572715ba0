import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type NodeKey,
  type TextNode,
} from 'lexical';
import { longestAltText } from '../../../../shared/document/image';
import { dataToFile } from '../pictures/dataToFile';
import type { PlacedPicture } from '../pictures/pictureCommands';

/** More pictures than this in one paste are icons, not pictures. */
const mostPictures = 40;

/** Begins the address that stands for one that was set aside. */
const asideScheme = 'footnote-picture:';
const quotedData = /(["'])\s*(data:image\/[^"']*)\1/gi;

export interface SetAside {
  readonly html: string;
  readonly data: readonly string[];
}

/** Takes the pixels out of HTML, so that what is parsed and measured is the text. */
export function setPicturesAside(html: string): SetAside {
  const data: string[] = [];
  const rest = html.replaceAll(quotedData, (_match, quote: string, source: string) => {
    data.push(source);
    return `${quote}${asideScheme}${data.length - 1}${quote}`;
  });
  return { html: rest, data };
}

interface FoundPicture {
  readonly file: () => Blob;
  readonly alt: string;
}

export interface FoundPictures {
  readonly pictures: readonly FoundPicture[];
  /** How many have an address elsewhere: nothing is fetched, their words stay. */
  readonly elsewhere: number;
  /** How many were more than a paste takes in. */
  readonly tooMany: number;
  /** What stands in the text for the picture with this number. */
  readonly mark: (number: number) => string;
}

function dataOf(image: HTMLImageElement, data: readonly string[]): string | null {
  const source = (image.getAttribute('src') ?? '').trim();
  if (source.startsWith(asideScheme)) return data[Number(source.slice(asideScheme.length))] ?? null;
  return /^data:image\//i.test(source) ? source : null;
}

/** Nobody sees it: it only counts who reads. */
const isSpeck = (image: HTMLImageElement): boolean =>
  Number(image.getAttribute('width') ?? Number.NaN) <= 1 ||
  Number(image.getAttribute('height') ?? Number.NaN) <= 1;

/** Puts marks where a page carries its pictures within, and words where it only names an address. */
export function takeOutPictures(page: Document, data: readonly string[]): FoundPictures {
  const paste = crypto.randomUUID();
  const mark = (number: number): string => `\uE000${paste} ${number}\uE001`;
  const pictures: FoundPicture[] = [];
  let [elsewhere, tooMany] = [0, 0];
  for (const image of page.querySelectorAll('img')) {
    const alt = (image.getAttribute('alt') ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, longestAltText);
    const source = dataOf(image, data);
    if (source !== null && pictures.length < mostPictures) {
      pictures.push({ file: () => dataToFile(source), alt });
      image.replaceWith(mark(pictures.length - 1));
      continue;
    }
    const isSeen = !isSpeck(image);
    if (source !== null) tooMany += 1;
    else if (isSeen) elsewhere += 1;
    // Words next to words are kept apart; more spaces than one are none in HTML.
    image.replaceWith(isSeen && alt !== '' ? ` ${alt} ` : '');
  }
  return { pictures, elsewhere, tooMany, mark };
}

function $takeOutOf(node: TextNode, mark: string): void {
  const at = node.getTextContent().indexOf(mark);
  const selection = $getSelection();
  const isCaretHere = $isRangeSelection(selection) && selection.anchor.key === node.getKey();
  const rest = node.spliceText(at, mark.length, '', isCaretHere);
  if (rest.getTextContent() !== '') return;
  const parent = rest.getParent();
  rest.remove();
  // A picture in a link leaves no link behind.
  if ($isElementNode(parent) && parent.isInline() && parent.isEmpty()) parent.remove();
}

/** Where the marks stand once the text is on the page; they are gone then. In the update that put them there. */
export function $placePictures({ pictures, mark }: FoundPictures): readonly PlacedPicture[] {
  const blocks = new Map<number, NodeKey>();
  for (const [number] of pictures.entries()) {
    const wanted = mark(number);
    const node = $getRoot()
      .getAllTextNodes()
      .find((each) => each.getTextContent().includes(wanted));
    const block = node?.getTopLevelElement();
    if (node === undefined || !block) continue;
    blocks.set(number, block.getKey());
    $takeOutOf(node, wanted);
  }
  return pictures.map((picture, number) => ({ ...picture, block: blocks.get(number) ?? null }));
}
