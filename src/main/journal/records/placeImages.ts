import type { StoredImage, StoredImages } from '../images/storedImages';
import { recordToLine, textToRecord, type JournalRecord, type RecordReader } from './readRecords';
import type { TableCounts } from './mergeRecords';

/**
 * Finds for each picture of another journal under which id it is here, and gives those that are not here to `put`. `ids` holds those that are
 * here under another id.
 */
export function placeImages(
  ours: StoredImages,
  theirs: StoredImages,
  put: (image: StoredImage) => void,
): { readonly ids: ReadonlyMap<string, string>; readonly counts: TableCounts } {
  const ids = new Map<string, string>();
  const counts = { new: 0, same: 0, changed: 0, older: 0, refused: 0 };
  for (const id of theirs.ids()) {
    const image = ours.describe(id) === null ? theirs.read(id) : null;
    const same = image === null ? id : ours.findSame(image);
    if (same !== undefined && same !== id) ids.set(id, same);
    if (same === undefined && image !== null) put(image);
    counts[same === undefined ? 'new' : 'same'] += 1;
  }
  return { ids, counts };
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
