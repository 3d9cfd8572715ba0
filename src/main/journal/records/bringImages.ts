import type { Failure } from '../../../shared/ipc/failures';
import type { ImageId } from '../../../shared/id';
import { ok, type Result } from '../../../shared/result';
import type { WritableDb } from '../database/handles';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { StoredImage, StoredImages } from '../images/storedImages';
import type { ImportPace } from './importPace';
import { findImagesInSteps, type IncomingImages, type PlacedImages } from './placeImages';

/** Pictures that were brought in and wait for the records that show them. */
export interface BroughtImages extends PlacedImages {
  readonly brought: readonly ImageId[];
}

/** Bytes of pictures that come in with one write to the disk. */
const pictureBatch = 8 * 2 ** 20;

export interface Bringing {
  /**
   * Brings over the pictures that are not here, a few megabytes at a time, so that whoever asks meanwhile is answered; `merge` takes the rest then, or
   * `leavePictures` takes them away. When they don't all come, because the disk is full or `pace` or the place where they lie throws, which goes on, none stays.
   */
  readonly bring: (
    incoming: IncomingImages,
    pace: ImportPace,
  ) => Promise<Result<BroughtImages, Failure<'DiskFull' | 'FolderNotWritable'>>>;
  /** Nobody wants them any more. What something shows by now stays. */
  readonly leave: (images: BroughtImages) => void;
}

export function createBringing(db: WritableDb, stored: StoredImages): Bringing {
  /** Also of a journal that is being closed, and of a disk that takes nothing more: nothing shows them, and they go as any such picture does. */
  const removePictures = (ids: readonly ImageId[]): void => {
    if (!db.open || ids.length === 0) return;
    withStorageFailures(() =>
      transaction(db, () => {
        for (const id of ids) stored.removeIfUnshown(id);
        return ok(null);
      }),
    );
  };

  const placeInBatches = async (
    incoming: IncomingImages,
    { note, pause }: ImportPace,
    brought: ImageId[],
  ): Promise<Result<PlacedImages, Failure<'DiskFull' | 'FolderNotWritable'>>> => {
    const steps = findImagesInSteps(stored, incoming);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) await pause();
    const found = step.value;
    const ids = new Map(found.ids);
    const { missing } = found;
    for (let next = 0; next < missing.length;) {
      const images: StoredImage[] = [];
      for (let bytes = 0; bytes < pictureBatch;) {
        const id = missing[next];
        if (id === undefined) break;
        const image = await incoming.read(id);
        images.push(image);
        bytes += image.full.bytes.length;
        next += 1;
      }
      await pause();
      const placed = withStorageFailures(() =>
        transaction(db, () => ok(images.map((image) => [image.id, stored.place(image)] as const))),
      );
      if (!placed.ok) return placed;
      for (const [id, here] of placed.value)
        if (id === here) brought.push(id);
        else ids.set(id, here);
      note(next, missing.length);
    }
    return ok({ ids, counts: found.counts });
  };

  const bring: Bringing['bring'] = async (incoming, pace) => {
    const brought: ImageId[] = [];
    let isWhole = false;
    try {
      const placed = await placeInBatches(incoming, pace, brought);
      isWhole = placed.ok;
      return placed.ok ? ok({ ...placed.value, brought }) : placed;
    } finally {
      if (!isWhole) removePictures(brought);
    }
  };

  return { bring, leave: ({ brought }) => removePictures(brought) };
}
