import { ok } from '../../../shared/result';
import type { WritableDb } from '../database/handles';
import { transaction } from '../database/transaction';
import { digestImage } from './imageDigest';
import { prepareImageReads, prepareImageWrites } from './imageQueries';

/** Under the key the journal has now. Doing it again does nothing, so that a change of keys that was cut short can be finished. */
export function redigestImages(db: WritableDb): void {
  const reads = prepareImageReads(db);
  const writes = prepareImageWrites(db);
  transaction(db, () => {
    for (const id of reads.ids.all({})) {
      const image = reads.byId.get({ id });
      const full = reads.bytes.get({ id, size: 'full' });
      if (image === undefined || full === undefined) continue;
      writes.setDigest.run({ id, digest: digestImage(db, { ...image, ...full }) });
    }
    return ok(null);
  });
}
