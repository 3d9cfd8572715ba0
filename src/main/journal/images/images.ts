import { imageSize } from 'image-size';
import { documentToImageIds } from '../../../shared/document/imageIds';
import type { JournalDocument } from '../../../shared/document/schema';
import {
  isSizeShown,
  type ImageFacts,
  type ImageMediaType,
  type ImageSize,
  type NewImage,
} from '../../../shared/domain/image';
import { createImageId, type ImageId } from '../../../shared/id';
import { judgeImageBytes } from '../../../shared/image/imageBytes';
import { err, ok } from '../../../shared/result';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import { textToDocument } from '../entries/storedDocument';
import type { JournalContext } from '../journalContext';
import type { Journal } from '../journalFacade';
import { digestImage } from './imageDigest';
import { prepareImageReads, prepareImageWrites, type StoredBytes } from './imageQueries';

/**
 * How long a picture stays that nothing shows any more. Undo in a page that outlived its keeper, or a paste of what was cut,
 * may still want it; and it is only let go when a journal is opened, so never under an open page.
 */
export const graceMs = 24 * 3_600_000;

export interface Images extends Pick<Journal['images'], 'add' | 'read' | 'removeUnshown'> {
  /** What a page shows now. Inside a transaction that is open. */
  readonly linkEntry: (row: number, document: JournalDocument) => void;
  /** What an earlier version shows; goes with it. Inside a transaction that is open. */
  readonly linkVersion: (row: number, revision: number, document: string) => void;
  readonly ids: () => readonly ImageId[];
  /** Whether the bytes are there and those that were stored. */
  readonly isWhole: (id: ImageId) => boolean;
  readonly all: () => Generator<ImageFacts & { readonly bytes: Uint8Array }>;
}

const typeNames: Readonly<Record<ImageMediaType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** Pixels of bytes that are a picture of that type and nothing more; null for any others. */
export function measureImage(
  mediaType: ImageMediaType,
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | null {
  if (judgeImageBytes(mediaType, bytes) !== 'onlyPixels') return null;
  try {
    const { type, width, height } = imageSize(bytes);
    return type === typeNames[mediaType] ? { width, height } : null;
  } catch {
    return null;
  }
}

/** The page has encoded it anew; this only reads its parts, so that nothing else comes in by a mistake or by malice. */
function isAcceptable({ mediaType, bytes, smallMediaType, smallBytes, width, height }: NewImage): boolean {
  const full = measureImage(mediaType, bytes);
  const small = measureImage(smallMediaType, smallBytes);
  return (
    full?.width === width &&
    full.height === height &&
    isSizeShown(full) &&
    small !== null &&
    isSizeShown(small)
  );
}

export function createImages({ db, clock, randomBytes }: JournalContext): Images {
  const reads = prepareImageReads(db);
  const writes = prepareImageWrites(db);

  const add: Images['add'] = (image) => {
    if (!isAcceptable(image)) return err({ type: 'ImageRefused' });
    const { mediaType, bytes, smallMediaType, smallBytes, width, height } = image;
    const digest = digestImage(db, image);
    return withStorageFailures(() =>
      transaction(db, () => {
        const now = clock.now();
        const known = reads.idOf.get({ digest });
        if (known !== undefined) {
          writes.touch.run({ id: known, now });
          return ok({ id: known, width, height });
        }
        const id = createImageId(now, randomBytes);
        writes.insert.run({ id, digest, mediaType, width, height, now });
        writes.insertBytes.run({ id, size: 'full', mediaType, bytes });
        writes.insertBytes.run({ id, size: 'small', mediaType: smallMediaType, bytes: smallBytes });
        return ok({ id, width, height });
      }),
    );
  };

  const read = (id: ImageId, size: ImageSize): StoredBytes | null =>
    reads.bytes.get({ id, size }) ?? reads.bytes.get({ id, size: 'full' }) ?? null;

  return {
    add,
    read,
    removeUnshown: () =>
      withStorageFailures(() =>
        transaction(db, () => {
          const now = clock.now();
          writes.noteShownAgain.run({});
          writes.noteUnshown.run({ now });
          return ok(writes.removeUnshown.run({ before: now - graceMs }));
        }),
      ),
    linkEntry: (row, document) => {
      writes.forgetEntry.run({ row });
      for (const [place, id] of documentToImageIds(document).entries()) {
        writes.linkEntry.run({ row, id, place });
        writes.noteShown.run({ id });
      }
    },
    linkVersion: (row, revision, document) => {
      // Most entries have none, and reading a long one takes a while.
      if (!document.includes('"image"')) return;
      for (const id of documentToImageIds(textToDocument(document))) {
        writes.linkVersion.run({ row, revision, id });
      }
    },
    ids: () => reads.ids.all({}),
    isWhole: (id) => {
      const image = reads.byId.get({ id });
      const full = reads.bytes.get({ id, size: 'full' });
      return (
        image !== undefined && full !== undefined && digestImage(db, { ...image, ...full }) === image.digest
      );
    },
    *all() {
      for (const id of reads.idsInPages.all({})) {
        const image = reads.byId.get({ id });
        const full = reads.bytes.get({ id, size: 'full' });
        if (image === undefined || full === undefined) continue;
        const { mediaType, width, height } = image;
        yield { id, mediaType, width, height, bytes: full.bytes };
      }
    },
  };
}
