import {
  imageByteLimit,
  imageMediaTypeSchema,
  longestSide,
  type ImageMediaType,
} from '../../../shared/domain/image';
import type { PictureKind } from './lookAtFile';
import type { MadePicture, PictureResponse, WantedSize } from './pictureMessages';

const qualityOf = { page: 0.88, own: 0.92, small: 0.8 } as const;
type Purpose = keyof typeof qualityOf;
/** Flat colours and lines are smaller as PNG, and keep their edges; it may cost a little more. */
const pngAllowance = 1.25;

interface Encoded {
  readonly mediaType: ImageMediaType;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

type Drawable = ImageBitmap | OffscreenCanvas;

function draw(source: Drawable, longest: number): OffscreenCanvas | null {
  const scale = Math.min(1, longest / Math.max(source.width, source.height));
  const width = Math.max(1, Math.round(source.width * scale));
  const height = Math.max(1, Math.round(source.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  return canvas;
}

/** Seen on the small picture: a clear spot makes the pixel around it a little clear. */
function isSeeThrough(small: OffscreenCanvas): boolean {
  const pixels = small.getContext('2d')?.getImageData(0, 0, small.width, small.height).data;
  if (pixels === undefined) return true;
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return true;
  return false;
}

async function encode(canvas: OffscreenCanvas, type: ImageMediaType, purpose: Purpose): Promise<Encoded> {
  const blob = await canvas.convertToBlob({ type, quality: qualityOf[purpose] });
  // A canvas that cannot write a kind writes PNG, and says so.
  return {
    mediaType: imageMediaTypeSchema.parse(blob.type),
    bytes: new Uint8Array(await blob.arrayBuffer()),
  };
}

interface Content {
  readonly kind: PictureKind;
  readonly isClear: boolean;
}

async function encodeAsSuits(
  canvas: OffscreenCanvas,
  { kind, isClear }: Content,
  purpose: Purpose,
): Promise<Encoded> {
  const limit = imageByteLimit[purpose === 'small' ? 'small' : 'full'];
  if (isClear) {
    const png = await encode(canvas, 'image/png', purpose);
    return png.bytes.length <= limit / 2 ? png : encode(canvas, 'image/webp', purpose);
  }
  const jpeg = await encode(canvas, 'image/jpeg', purpose);
  if (kind === 'image/jpeg' || purpose === 'small') return jpeg;
  const png = await encode(canvas, 'image/png', purpose);
  return png.bytes.length <= jpeg.bytes.length * pngAllowance ? png : jpeg;
}

/** Turned the way it is meant to be seen. Of a picture that moves, the first moment. */
async function decode(bytes: Uint8Array<ArrayBuffer>, kind: PictureKind): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(new Blob([bytes], { type: kind }), { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
}

/** Pixels out, pixels in: nothing else of the file comes along. For a worker. */
export async function encodePicture(
  bytes: Uint8Array<ArrayBuffer>,
  kind: PictureKind,
  wanted: WantedSize,
): Promise<PictureResponse> {
  const bitmap = await decode(bytes, kind);
  if (bitmap === null) return { type: 'refused', why: 'broken' };
  const own = { width: bitmap.width, height: bitmap.height };
  const canvas = draw(bitmap, wanted === 'own' ? Infinity : longestSide.full);
  bitmap.close();
  const small = canvas && draw(canvas, longestSide.small);
  if (canvas === null || small === null) return { type: 'refused', why: 'broken' };
  const content: Content = { kind, isClear: kind !== 'image/jpeg' && isSeeThrough(small) };
  const full = await encodeAsSuits(canvas, content, wanted);
  const little = await encodeAsSuits(small, content, 'small');
  if (full.bytes.length > imageByteLimit.full || little.bytes.length > imageByteLimit.small)
    return { type: 'refused', why: 'tooLarge' };
  const picture: MadePicture = {
    image: {
      mediaType: full.mediaType,
      bytes: full.bytes,
      smallMediaType: little.mediaType,
      smallBytes: little.bytes,
      width: canvas.width,
      height: canvas.height,
    },
    own,
  };
  return { type: 'made', picture };
}
