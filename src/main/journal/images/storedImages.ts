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
  /** Whether an entry, an earlier version or a template shows it, be it here or not. */
  readonly isShown: (id: ImageId) => boolean;
  /** What is the same of two pictures that look the same to the last bit, under the key of this journal. */
  readonly digestOf: (image: StoredImage) => string;
  /** The picture here that has this digest, under whichever id. */
  readonly withDigest: (digest: string) => ImageId | undefined;
  /** Puts it in, unless one that looks the same is here, and answers with the id of the one that is. Inside a transaction that is open. */
  readonly place: (image: StoredImage) => ImageId;
  /** Unless something shows it. Inside a transaction that is open. */
  readonly removeIfUnshown: (id: ImageId) => void;
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
    isShown: (id) => reads.isShown.get({ id }) === 1,
    digestOf,
    withDigest: (digest) => reads.idOf.get({ digest }),
    place: (image) => {
      const { id, mediaType, width, height, createdAt, full, small } = image;
      const digest = digestOf(image);
      const same = reads.idOf.get({ digest });
      if (same !== undefined) return same;
      writes.insertStored.run({ id, digest, mediaType, width, height, createdAt });
      writes.insertBytes.run({ id, size: 'full', ...full });
      if (small !== null) writes.insertBytes.run({ id, size: 'small', ...small });
      return id;
    },
    removeIfUnshown: (id) => {
      writes.removeIfUnshown.run({ id });
    },
  };
}
