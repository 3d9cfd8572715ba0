import type { ImageMediaType } from '../../../shared/domain/image';
import type { ImageId } from '../../../shared/id';
import type { WritableDb } from '../database/handles';
import { digestImage } from './imageDigest';
import { prepareImageReads, prepareImageWrites, type StoredBytes } from './imageQueries';

interface StoredImageFacts {
  readonly id: ImageId;
  readonly mediaType: ImageMediaType;
  readonly width: number;
  readonly height: number;
  readonly createdAt: number;
  /** Null where there is no small one. */
  readonly smallMediaType: ImageMediaType | null;
}

/** A picture with everything that is kept of it. */
export interface StoredImage extends Omit<StoredImageFacts, 'smallMediaType'> {
  readonly full: StoredBytes;
  /** One that came from an older program has none. */
  readonly small: StoredBytes | null;
}

export interface StoredImages {
  /** Of what entries, earlier versions and templates show, in the order of their ids. */
  readonly ids: () => readonly ImageId[];
  readonly read: (id: ImageId) => StoredImage | null;
  /** The small one alone; null where there is none. */
  readonly readSmall: (id: ImageId) => StoredBytes | null;
  /** Without the bytes. */
  readonly describe: (id: ImageId) => StoredImageFacts | null;
  /** The picture here that looks the same to the last bit, under whichever id. */
  readonly findSame: (image: StoredImage) => ImageId | undefined;
  /** Inside a transaction that is open. */
  readonly insert: (image: StoredImage) => void;
}

/** Pictures as another journal takes them over. */
export function createStoredImages(db: WritableDb): StoredImages {
  const reads = prepareImageReads(db);
  const writes = prepareImageWrites(db);
  const digestOf = ({ mediaType, width, height, full: { bytes } }: StoredImage): string =>
    digestImage(db, { mediaType, width, height, bytes });
  return {
    ids: () => reads.idsShown.all({}),
    describe: (id) => reads.described.get({ id }) ?? null,
    readSmall: (id) => reads.bytes.get({ id, size: 'small' }) ?? null,
    read: (id) => {
      const described = reads.described.get({ id });
      const full = reads.bytes.get({ id, size: 'full' });
      if (described === undefined || full === undefined) return null;
      const { smallMediaType: _, ...facts } = described;
      return { ...facts, full, small: reads.bytes.get({ id, size: 'small' }) ?? null };
    },
    findSame: (image) => reads.idOf.get({ digest: digestOf(image) }),
    insert: (image) => {
      const { id, mediaType, width, height, createdAt, full, small } = image;
      writes.insertStored.run({ id, digest: digestOf(image), mediaType, width, height, createdAt });
      writes.insertBytes.run({ id, size: 'full', ...full });
      if (small !== null) writes.insertBytes.run({ id, size: 'small', ...small });
    },
  };
}
