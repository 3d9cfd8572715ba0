import { createHash } from 'node:crypto';
import { imageByteLimit, isSizeShown, type ImageMediaType } from '../../../shared/domain/image';
import type { ImageId } from '../../../shared/id';
import { measureImage } from '../../journal/images/images';
import type { StoredImage, StoredImages } from '../../journal/images/storedImages';
import type { IncomingImages } from '../../journal/records/placeImages';
import { assertHash, imageName, type ArchivedImage, type Manifest } from './archiveFiles';
import { ArchiveDamaged, type OpenedArchive } from './openArchive';

interface ArchivedPictures extends IncomingImages {
  /** Reads it once, to know whether it is one. False when it is none that can be shown, or its id is taken. */
  readonly add: (image: ArchivedImage, step: (bytes: number) => Promise<void>) => Promise<boolean>;
}

interface Surroundings {
  /** Whether a record of the archive shows it. */
  readonly isShown: (id: ImageId) => boolean;
  /** Of the journal that they may come into. */
  readonly ours: Pick<StoredImages, 'digestOf' | 'withDigest'>;
}

/**
 * The pictures of an archive. They are gigabytes, and stay where they are until somebody wants them; then each is read, and checked, anew. Reading one
 * throws `ArchiveDamaged`, also when the file was changed meanwhile, and `SourceGone`.
 */
export function createArchivedPictures(
  { archive, manifest }: { readonly archive: OpenedArchive; readonly manifest: Manifest },
  { isShown, ours }: Surroundings,
): ArchivedPictures {
  const pictures = new Map<ImageId, { readonly image: ArchivedImage; readonly digest: string }>();

  const readBytes = async (size: 'full' | 'small', id: ImageId, mediaType: ImageMediaType) => {
    const name = imageName(size, id, mediaType);
    if (manifest.files[name] === undefined) return null;
    const bytes = await archive.read(name, imageByteLimit[size]);
    assertHash(manifest, name, createHash('sha256').update(bytes));
    return { mediaType, bytes };
  };

  /** Null when it is none. */
  const readPicture = async (image: ArchivedImage): Promise<StoredImage | null> => {
    const { id, width, height, created_at: createdAt, small_media_type: smallMediaType } = image;
    const full = await readBytes('full', id, image.media_type);
    const small = smallMediaType === null ? null : await readBytes('small', id, smallMediaType);
    if (full === null || (smallMediaType !== null && small === null)) return null;
    return { id, mediaType: image.media_type, width, height, createdAt, full, small };
  };

  return {
    add: async (image, step) => {
      const picture = await readPicture(image);
      if (picture === null) return false;
      await step(picture.full.bytes.length + (picture.small?.bytes.length ?? 0));
      if (pictures.has(image.id) || !isShowable(picture)) return false;
      pictures.set(image.id, { image, digest: ours.digestOf(picture) });
      return true;
    },
    ids: () => [...pictures.keys()].filter(isShown).toSorted(),
    foundHere: (id) => {
      const picture = pictures.get(id);
      return picture === undefined ? undefined : ours.withDigest(picture.digest);
    },
    read: async (id) => {
      const listed = pictures.get(id);
      const picture = listed === undefined ? null : await readPicture(listed.image);
      if (picture === null) throw new ArchiveDamaged('a picture is missing');
      return picture;
    },
  };
}

/** Whoever shows it decodes it, and its header can say anything. */
function isShowable({ mediaType, width, height, full, small }: StoredImage): boolean {
  const measured = measureImage(mediaType, full.bytes);
  if (measured?.width !== width || measured.height !== height || !isSizeShown(measured)) return false;
  const measuredSmall = small === null ? null : measureImage(small.mediaType, small.bytes);
  return small === null || (measuredSmall !== null && isSizeShown(measuredSmall));
}
