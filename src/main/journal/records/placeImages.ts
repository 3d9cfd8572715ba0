import type { StoredImage, StoredImages } from '../images/storedImages';
import { recordToLine, textToRecord, type JournalRecord, type RecordReader } from './readRecords';
import type { TableCounts } from './mergeRecords';

/** Where the pictures of another journal are in this one. */
export interface PlacedImages {
  /** Of those that are here under another id. */
  readonly ids: ReadonlyMap<string, string>;
  readonly counts: TableCounts;
}

/** Finds for each picture of another journal under which id it is here, and yields those that are not here to be put in. */
export function* placeImages(ours: StoredImages, theirs: StoredImages): Generator<StoredImage, PlacedImages> {
  const ids = new Map<string, string>();
  const counts = { new: 0, same: 0, changed: 0, older: 0, refused: 0 };
  for (const id of theirs.ids()) {
    const image = ours.describe(id) === null ? theirs.read(id) : null;
    const same = image === null ? id : ours.findSame(image);
    if (same !== undefined && same !== id) ids.set(id, same);
    if (same === undefined && image !== null) yield image;
    counts[same === undefined ? 'new' : 'same'] += 1;
  }
  return { ids, counts };
}

/** All at once; gives each picture that is not here to `put`. */
export function placeImagesNow(
  ours: StoredImages,
  theirs: StoredImages,
  put: (image: StoredImage) => void,
): PlacedImages {
  const placing = placeImages(ours, theirs);
  for (;;) {
    const next = placing.next();
    if (next.done === true) return next.value;
    put(next.value);
  }
}

/** The same records, with the ids of pictures that are here under another one. */
export function withImageIds(reader: RecordReader, ids: ReadonlyMap<string, string>): RecordReader {
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
