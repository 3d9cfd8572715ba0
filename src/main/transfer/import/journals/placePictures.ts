import { createDocument, createParagraph, createText } from '../../../../shared/document/createDocument';
import { createImage, nodeToImage } from '../../../../shared/document/image';
import { documentToImageIds } from '../../../../shared/document/imageIds';
import type { DocumentNode, JournalDocument } from '../../../../shared/document/schema';
import { imageByteLimit, type NewImage } from '../../../../shared/domain/image';
import type { ImageId } from '../../../../shared/id';
import { measureImage } from '../../../journal/images/images';
import type { StoredImage } from '../../../journal/images/storedImages';
import type { Journal } from '../../../journal/journal';
import { longestPictureFile, type ForeignFiles } from './foreignFiles';
import type { ForeignEntry } from './foreignJournal';

/** Decodes a picture and encodes it anew, so that nothing but pixels is left in it. Null: it is none, or none that can be shown. */
export interface PicturePort {
  readonly recode: (raw: Uint8Array) => Promise<NewImage | null>;
}

export interface PictureCounts {
  /** In the journal that was filled. */
  readonly placed: number;
  /** Outside, because nothing here can decode one. */
  readonly left: number;
  /** Outside, because they can't be decoded or are missing. */
  readonly unreadable: number;
}

export interface PlacedPictures {
  /** The page of an entry with its pictures, and how many they are. */
  readonly show: (
    entry: Pick<ForeignEntry, 'document' | 'pictures'>,
    at: number,
  ) => Promise<{ readonly document: JournalDocument; readonly count: number }>;
  readonly counts: () => PictureCounts;
}

interface Facts {
  readonly id: ImageId;
  readonly width: number;
  readonly height: number;
}

/** Puts each picture once into the journal that is filled. One that the person's own journal holds already is taken from there. */
export function createPlacedPictures(
  files: () => Promise<ForeignFiles>,
  filled: { readonly imports: Pick<Journal['imports'], 'fillImage'> },
  known: Pick<Journal['imports']['images'], 'read'>,
  port: PicturePort | undefined,
): PlacedPictures {
  const placed = new Map<string, Facts | 'left' | 'unreadable'>();

  const put = (image: StoredImage): Facts => {
    const { width, height } = image;
    return { id: filled.imports.fillImage(image), width, height };
  };

  const place = async (
    id: ImageId,
    name: string | undefined,
    at: number,
  ): Promise<Facts | 'left' | 'unreadable'> => {
    const here = known.read(id);
    if (here !== null) return put(here);
    if (name === undefined) return 'unreadable';
    if (port === undefined) return 'left';
    const recoded = await port.recode(await (await files()).read(name, longestPictureFile));
    return recoded === null || !isAcceptable(recoded) ? 'unreadable' : put(toStored(recoded, id, at));
  };

  const factsOf = (id: ImageId): Facts | null => {
    const facts = placed.get(id);
    return facts === undefined || typeof facts === 'string' ? null : facts;
  };

  return {
    show: async ({ document, pictures }, at) => {
      const names = new Map(pictures.map(({ id, name }) => [id, name]));
      const ids = documentToImageIds(document);
      for (const id of ids) if (!placed.has(id)) placed.set(id, await place(id, names.get(id), at));
      return {
        document: ids.length === 0 ? document : withPictures(document, factsOf),
        count: ids.filter((id) => factsOf(id) !== null).length,
      };
    },
    counts: () => {
      const all = [...placed.values()];
      const unreadable = all.filter((one) => one === 'unreadable').length;
      const left = all.filter((one) => one === 'left').length;
      return { placed: all.length - left - unreadable, left, unreadable };
    },
  };
}

/** The page has encoded it anew; its parts are read again, so that nothing else comes in by a mistake or by malice. */
function isAcceptable({ mediaType, bytes, smallMediaType, smallBytes, width, height }: NewImage): boolean {
  if (bytes.length > imageByteLimit.full || smallBytes.length > imageByteLimit.small) return false;
  const full = measureImage(mediaType, bytes);
  return full?.width === width && full.height === height && measureImage(smallMediaType, smallBytes) !== null;
}

const toStored = (
  { mediaType, bytes, smallMediaType, smallBytes, width, height }: NewImage,
  id: ImageId,
  createdAt: number,
): StoredImage => ({
  id,
  mediaType,
  width,
  height,
  createdAt,
  full: { mediaType, bytes: new Uint8Array(bytes) },
  small: { mediaType: smallMediaType, bytes: new Uint8Array(smallBytes) },
});

/** The same page with what is known of its pictures; of one that is not here the words stay. */
function withPictures(document: JournalDocument, factsOf: (id: ImageId) => Facts | null): JournalDocument {
  const walk = (node: DocumentNode): readonly DocumentNode[] => {
    const image = nodeToImage(node);
    if (image === null)
      return node.children === undefined ? [node] : [{ ...node, children: node.children.flatMap(walk) }];
    const facts = factsOf(image.id);
    if (facts !== null) return [createImage({ ...image, ...facts })];
    const words = image.alt.trim();
    return words === '' ? [] : [createParagraph([createText(words)])];
  };
  return createDocument((document.root.children ?? []).flatMap(walk));
}
