import { createSecretKey } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { WritableDb } from '../../journal/database/handles';
import { digestImageWith } from '../../journal/images/imageDigest';
import { isRefused } from '../../journal/database/isRefused';
import { unlessBroken, type Row, type Trust } from './damagedDatabase';
import type { AuthenticPages } from './authenticPages';
import { readRows } from './readRows';
import { readLayouts, readRowsOf, type Layout } from './strayRows';

/** A file that pictures may be found in; `open` answers null when it cannot be opened. */
export interface ImageSource {
  readonly trust: Trust;
  readonly open: () => Database | null;
  /** Its pages by themselves, for what no tree leads to any more; null where nothing may be read that way. */
  readonly pages: (<Value>(work: (pages: AuthenticPages) => Value) => Value) | null;
}

interface FoundBytes {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

interface FoundImage {
  readonly row: Row;
  readonly full: FoundBytes;
  readonly small: FoundBytes | undefined;
}

/**
 * Brings pictures over, one at a time in memory: a journal may hold more of them than a computer. Row and bytes come from the first
 * file in which both can be read; from pages that passed no check only where the keyed digest says that every byte is right, since
 * nobody can see by looking that a picture was altered. Where neither is found the picture is lost, and the page says so.
 */
export function salvageImages(db: WritableDb, sources: readonly ImageSource[], setHashKey: Buffer): void {
  const digest = digestImageWith(createSecretKey(setHashKey));
  const done = new Set<unknown>();
  const layouts = readLayouts(db, [imageTable.name, bytesTable.name]);
  for (const { trust, open, pages } of sources) {
    const put = (images: Iterable<FoundImage>): void => {
      for (const image of images) {
        const { row, full } = image;
        const measures = { width: Number(row['width']), height: Number(row['height']) };
        const isSure = trust === 'authentic' || digest({ ...full, ...measures }) === row['digest'];
        if (!isSure) continue;
        putImage(db, trust === 'authentic' ? image : { ...image, small: undefined });
        done.add(row['id']);
      }
    };
    const source = open();
    let isComplete = false;
    try {
      if (source !== null) {
        put(readImages(source, done));
        isComplete = [imageTable, bytesTable].every((table) => readRows(source, table, []).isComplete);
      }
    } finally {
      source?.close();
    }
    if (!isComplete) pages?.((all) => put(readStrayImages(all, layouts, done)));
  }
}

/** In two rounds, so that of the pictures themselves one at a time is in memory. */
function* readStrayImages(
  pages: AuthenticPages,
  layouts: readonly Layout[],
  done: ReadonlySet<unknown>,
): Generator<FoundImage> {
  const rows = new Map<unknown, Row>();
  const small = new Map<unknown, FoundBytes>();
  for (const { layout, row } of readRowsOf(pages, layouts)) {
    if (layout.name === imageTable.name) rows.set(row['id'], row);
    else if (row['size'] === 'small') small.set(row['image_id'], toBytes(row));
  }
  for (const { layout, row } of readRowsOf(pages, layouts)) {
    const id = row['image_id'];
    const image = rows.get(id);
    if (layout.name !== bytesTable.name || row['size'] !== 'full' || image === undefined || done.has(id))
      continue;
    yield { row: image, full: toBytes(row), small: small.get(id) };
  }
}

const toBytes = (row: Row): FoundBytes => ({
  mediaType: String(row['media_type']),
  bytes: row['bytes'] instanceof Uint8Array ? row['bytes'] : new Uint8Array(),
});

const imageTable = {
  name: 'images',
  columns: ['id', 'digest', 'media_type', 'width', 'height', 'created_at', 'unshown_since'],
  key: ['rowid'],
};
/** Without the bytes themselves. */
const bytesTable = { name: 'image_bytes', columns: ['byte_row', 'image_id', 'size'], key: ['rowid'] };

function* readImages(source: Database, done: ReadonlySet<unknown>): Generator<FoundImage> {
  const places = new Map(
    readRows(source, bytesTable, []).rows.map((row) => [
      placeOf(row['image_id'], row['size']),
      row['byte_row'],
    ]),
  );
  const read = (id: unknown, size: string): FoundBytes | undefined => {
    const place = places.get(placeOf(id, size));
    if (typeof place !== 'number') return undefined;
    const found = unlessBroken(() =>
      source
        .prepare<[number], FoundBytes>(
          'SELECT media_type AS mediaType, bytes FROM image_bytes WHERE byte_row = ?',
        )
        .get(place),
    );
    return found?.bytes instanceof Uint8Array ? found : undefined;
  };
  for (const row of readRows(source, imageTable, []).rows) {
    const full = done.has(row['id']) ? undefined : read(row['id'], 'full');
    if (full !== undefined) yield { row, full, small: read(row['id'], 'small') };
  }
}

const placeOf = (id: unknown, size: unknown): string => `${String(id)} ${String(size)}`;

function putImage(db: WritableDb, { row, full, small }: FoundImage): void {
  const { columns } = imageTable;
  const put = db.prepare<unknown[]>(
    `INSERT INTO images (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const putBytes = db.prepare<unknown[]>(
    'INSERT INTO image_bytes (image_id, size, media_type, bytes) VALUES (?, ?, ?, ?)',
  );
  db.exec('SAVEPOINT one_picture');
  try {
    put.run(...columns.map((column) => row[column] ?? null));
    putBytes.run(row['id'], 'full', full.mediaType, full.bytes);
    if (small !== undefined) putBytes.run(row['id'], 'small', small.mediaType, small.bytes);
  } catch (error) {
    db.exec('ROLLBACK TO one_picture');
    if (!isRefused(error)) throw error;
  } finally {
    if (db.inTransaction) db.exec('RELEASE one_picture');
  }
}
