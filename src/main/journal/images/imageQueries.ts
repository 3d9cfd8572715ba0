import type { ImageMediaType, ImageFacts, ImageSize } from '../../../shared/domain/image';
import type { ImageId } from '../../../shared/id';
import {
  prepareColumn,
  prepareRead,
  prepareWrite,
  type ReadableDb,
  type WritableDb,
} from '../database/handles';

type NoParameters = Readonly<Record<string, never>>;

// A type, not an interface: only that has the index signature that parameters ask for.
export type StoredBytes = {
  readonly mediaType: ImageMediaType;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

export type ImageRow = ImageFacts & { readonly digest: string };

/** Templates are few, and nothing is looked for in them by picture. */
const isInPageOf = (id: string): string => `
  (EXISTS (SELECT 1 FROM entry_images WHERE image_id = ${id})
   OR EXISTS (SELECT 1 FROM templates WHERE instr(templates.document, ${id}) > 0))`;
const isShownOf = (id: string): string =>
  `(${isInPageOf(id)} OR EXISTS (SELECT 1 FROM version_images WHERE image_id = ${id}))`;

const isInPage = isInPageOf('images.id');
const isShown = isShownOf('images.id');

export function prepareImageReads(db: ReadableDb) {
  return {
    byId: prepareRead<{ readonly id: ImageId }, ImageRow>(
      db,
      'SELECT id, digest, media_type AS mediaType, width, height FROM images WHERE id = @id',
    ),
    idOf: prepareColumn<{ readonly digest: string }, ImageId>(
      db,
      'SELECT id FROM images WHERE digest = @digest',
    ),
    bytes: prepareRead<{ readonly id: ImageId; readonly size: ImageSize }, StoredBytes>(
      db,
      'SELECT media_type AS mediaType, bytes FROM image_bytes WHERE image_id = @id AND size = @size',
    ),
    ids: prepareColumn<NoParameters, ImageId>(db, 'SELECT id FROM images ORDER BY id'),
    /** Of what entries, earlier versions and templates show. */
    idsShown: prepareColumn<NoParameters, ImageId>(db, `SELECT id FROM images WHERE ${isShown} ORDER BY id`),
    /** Whether something shows it, be it here or not. */
    isShown: prepareColumn<{ readonly id: ImageId }, 0 | 1>(db, `SELECT ${isShownOf('@id')}`),
    /** Of a picture whose bytes are there. */
    described: prepareRead<
      { readonly id: ImageId },
      ImageFacts & { readonly createdAt: number; readonly smallMediaType: ImageMediaType | null }
    >(
      db,
      `SELECT id, images.media_type AS mediaType, width, height, created_at AS createdAt,
         (SELECT media_type FROM image_bytes WHERE image_id = images.id AND size = 'small') AS smallMediaType
       FROM images JOIN image_bytes ON image_id = id AND size = 'full' WHERE id = @id`,
    ),
    /** Of what entries show now, the bin included, and templates. */
    idsInPages: prepareColumn<NoParameters, ImageId>(
      db,
      `SELECT id FROM images WHERE ${isInPage} ORDER BY id`,
    ),
  };
}

export function prepareImageWrites(db: WritableDb) {
  return {
    insert: prepareWrite<Omit<ImageRow, 'bytes'> & { readonly now: number }>(
      db,
      `INSERT INTO images (id, digest, media_type, width, height, created_at, unshown_since)
       VALUES (@id, @digest, @mediaType, @width, @height, @now, @now)`,
    ),
    insertBytes: prepareWrite<StoredBytes & { readonly id: ImageId; readonly size: ImageSize }>(
      db,
      'INSERT INTO image_bytes (image_id, size, media_type, bytes) VALUES (@id, @size, @mediaType, @bytes)',
    ),
    /** As it is given: one that comes from another journal is no newer than it was there. */
    insertStored: prepareWrite<ImageRow & { readonly createdAt: number }>(
      db,
      `INSERT INTO images (id, digest, media_type, width, height, created_at, unshown_since)
       VALUES (@id, @digest, @mediaType, @width, @height, @createdAt, NULL)`,
    ),
    setDigest: prepareWrite<{ readonly id: ImageId; readonly digest: string }>(
      db,
      'UPDATE images SET digest = @digest WHERE id = @id AND digest <> @digest',
    ),
    forgetEntry: prepareWrite<{ readonly row: number }>(
      db,
      'DELETE FROM entry_images WHERE entry_row = @row',
    ),
    linkEntry: prepareWrite<{ readonly row: number; readonly id: ImageId; readonly place: number }>(
      db,
      'INSERT INTO entry_images (entry_row, image_id, place) VALUES (@row, @id, @place)',
    ),
    linkVersion: prepareWrite<{ readonly row: number; readonly revision: number; readonly id: ImageId }>(
      db,
      `INSERT INTO version_images (entry_row, revision, image_id) VALUES (@row, @revision, @id)
       ON CONFLICT DO NOTHING`,
    ),
    /** A picture that is asked for anew begins its time of grace again. */
    touch: prepareWrite<{ readonly id: ImageId; readonly now: number }>(
      db,
      'UPDATE images SET unshown_since = @now WHERE id = @id AND unshown_since IS NOT NULL',
    ),
    noteShown: prepareWrite<{ readonly id: ImageId }>(
      db,
      'UPDATE images SET unshown_since = NULL WHERE id = @id AND unshown_since IS NOT NULL',
    ),
    noteShownAgain: prepareWrite<NoParameters>(
      db,
      `UPDATE images SET unshown_since = NULL WHERE unshown_since IS NOT NULL AND ${isShown}`,
    ),
    /** Also where the clock was set back since. */
    noteUnshown: prepareWrite<{ readonly now: number }>(
      db,
      `UPDATE images SET unshown_since = @now
       WHERE (unshown_since IS NULL OR unshown_since > @now) AND NOT ${isShown}`,
    ),
    removeIfUnshown: prepareWrite<{ readonly id: ImageId }>(
      db,
      `DELETE FROM images WHERE id = @id AND NOT ${isShown}`,
    ),
    removeUnshown: prepareWrite<{ readonly before: number }>(
      db,
      `DELETE FROM images WHERE unshown_since <= @before AND NOT ${isShown}`,
    ),
  };
}
