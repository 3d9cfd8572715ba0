import { z } from 'zod';
import { imageIdSchema, type ImageId } from '../id';

/** What a picture is kept as. SVG is none of them: it can carry scripts. */
export const imageMediaTypeSchema = z.enum(['image/jpeg', 'image/png', 'image/webp']);
export type ImageMediaType = z.infer<typeof imageMediaTypeSchema>;

/** `full`: as it is shown on a page. `small`: for lists. */
export const imageSizeSchema = z.enum(['full', 'small']);
export type ImageSize = z.infer<typeof imageSizeSchema>;

/** Longest side in pixels: of a picture unless its own size is wanted, and of a small one. */
export const longestSide = { full: 2560, small: 320 } as const;
/** What the largest telephones take, decoded 200 MB. A file of a few hundred bytes can say that it holds thousands of times as many. */
const mostPixels = 50_000_000;
const longestOfAll = 30_000;
export const isSizeShown = ({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): boolean => width * height <= mostPixels && Math.max(width, height) <= longestOfAll;
/** Bytes the journal takes at most. */
export const imageByteLimit = { full: 25_000_000, small: 500_000 } as const;

const bytesUpTo = (limit: number) =>
  z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength >= 1 && bytes.byteLength <= limit, 'size');

/** A picture on its way into the journal: decoded and encoded anew by the page, so that nothing but pixels is left in it. */
export const newImageSchema = z.strictObject({
  mediaType: imageMediaTypeSchema,
  bytes: bytesUpTo(imageByteLimit.full),
  smallMediaType: imageMediaTypeSchema,
  smallBytes: bytesUpTo(imageByteLimit.small),
  width: z.int().min(1).max(65_535),
  height: z.int().min(1).max(65_535),
});
export type NewImage = z.infer<typeof newImageSchema>;

export type ImageFacts = {
  readonly id: ImageId;
  readonly mediaType: ImageMediaType;
  readonly width: number;
  readonly height: number;
};

export const imageOrigin = 'footnote://image';

/** Where a picture of the open journal is found; nothing answers there while it is locked. */
export const imageAddress = (id: ImageId, size: ImageSize): string => `${imageOrigin}/${id}/${size}`;

/** Null for anything but an address that `imageAddress` could have made. */
export function parseImageAddress(
  address: string,
): { readonly id: ImageId; readonly size: ImageSize } | null {
  const match = /^footnote:\/\/image\/([^/?#]{36})\/(full|small)$/.exec(address);
  const id = imageIdSchema.safeParse(match?.[1]);
  const size = imageSizeSchema.safeParse(match?.[2]);
  return id.success && size.success ? { id: id.data, size: size.data } : null;
}

const endings = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

/** A safe, stable name that tells nothing. */
export const imageFileName = ({ id, mediaType }: Pick<ImageFacts, 'id' | 'mediaType'>): string =>
  `${id}.${endings[mediaType]}`;
