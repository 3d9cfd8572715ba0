import { assert } from '../../../shared/assert';
import type { ImageId } from '../../../shared/id';
import type { StoredImage, StoredImages } from '../images/storedImages';
import { recordToLine, textToRecord, type JournalRecord, type RecordReader } from './readRecords';
import type { TableCounts } from './mergeRecords';

/** Pictures on their way into this journal from another one, wherever their bytes lie. */
export interface IncomingImages {
  /** Of what its entries, earlier versions and templates show, in the order of their ids. */
  readonly ids: () => readonly ImageId[];
  /** The picture here that looks the same to the last bit, under whichever id. */
  readonly foundHere: (id: ImageId) => ImageId | undefined;
  /** One of `ids`. Throws what the place throws where it lies. */
  readonly read: (id: ImageId) => Promise<StoredImage>;
}

/** Pictures that lie in another journal. */
export const imagesBetween = (theirs: StoredImages, ours: StoredImages): IncomingImages => ({
  ids: theirs.ids,
  foundHere: (id) => {
    const image = theirs.read(id);
    return image === null ? undefined : ours.withDigest(ours.digestOf(image));
  },
  read: async (id) => {
    const image = theirs.read(id);
    assert(image, 'a picture that is listed is there');
    return await Promise.resolve(image);
  },
});

/** Where the pictures of another journal are in this one. */
export interface PlacedImages {
  /** Of those that are here under another id. */
  readonly ids: ReadonlyMap<ImageId, ImageId>;
  readonly counts: TableCounts;
}

interface FoundImages extends PlacedImages {
  readonly missing: readonly ImageId[];
}

/** Tells which pictures of another journal are here, and under which id, and which are `missing`; a step for each. */
export function* findImagesInSteps(
  ours: StoredImages,
  theirs: IncomingImages,
): Generator<undefined, FoundImages> {
  const ids = new Map<ImageId, ImageId>();
  const missing: ImageId[] = [];
  const all = theirs.ids();
  for (const id of all) {
    yield;
    if (ours.describe(id) !== null) continue;
    const same = theirs.foundHere(id);
    if (same === undefined) missing.push(id);
    else ids.set(id, same);
  }
  const counts = { new: missing.length, same: all.length - missing.length, changed: 0, older: 0, refused: 0 };
  return { ids, missing, counts };
}

/** The same records, with the ids of pictures that are here under another one. */
export function withImageIds(reader: RecordReader, ids: PlacedImages['ids']): RecordReader {
  if (ids.size === 0) return reader;
  const rename = (record: JournalRecord): JournalRecord => {
    const line = recordToLine(record);
    const named = [...ids].reduce((text, [from, to]) => text.replaceAll(from, to), line);
    return named === line ? record : textToRecord(named);
  };
  return {
    ...reader,
    *all(table) {
      for (const record of reader.all(table)) yield 'document' in record ? rename(record) : record;
    },
  };
}
