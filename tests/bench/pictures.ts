import { randomBytes } from 'node:crypto';
import { transaction } from '../../src/main/journal/database/transaction';
import type { Journal } from '../../src/main/journal/journal';
import { assert } from '../../src/shared/assert';
import type { NewImage } from '../../src/shared/domain/image';
import type { ImageId } from '../../src/shared/id';
import { ok } from '../../src/shared/result';
import { createHollowJpeg } from '../support/images';
import { compare } from './measure';

type Add = (name: string, figure: object) => void;

/** As many bytes as a photograph of that size has, and as little to be guessed in them. */
function jpegOf(width: number, height: number, length: number): Uint8Array<ArrayBuffer> {
  const hollow = createHollowJpeg(width, height);
  // 0xFF begins a marker, which pixels never are.
  const pixels = randomBytes(length).map((byte) => (byte === 0xff ? 0xfe : byte));
  return new Uint8Array(Buffer.concat([hollow.subarray(0, -2), pixels, hollow.subarray(-2)]));
}

export const createPhoto = (width: number, height: number, length: number): NewImage => ({
  mediaType: 'image/jpeg',
  bytes: jpegOf(width, height, length),
  smallMediaType: 'image/jpeg',
  smallBytes: jpegOf(320, 240, 18_000),
  width,
  height,
});

const floorId = (run: number): string => `floor-${run}`.padEnd(36, '-');

/** The floor puts the same bytes into the same table of a database without encryption, digest and set-hash, and takes them out. */
function createFloor({ source: { db } }: Journal) {
  const image = db.prepare<unknown[]>(
    `INSERT INTO images (id, digest, media_type, width, height, created_at, unshown_since)
     VALUES (?, ?, 'image/jpeg', ?, ?, 0, 0)`,
  );
  const part = db.prepare<unknown[]>(
    "INSERT INTO image_bytes (image_id, size, media_type, bytes) VALUES (?, ?, 'image/jpeg', ?)",
  );
  const small = db.prepare<[string]>("SELECT bytes FROM image_bytes WHERE image_id = ? AND size = 'small'");
  return {
    add: (run: number, { bytes, smallBytes, width, height }: NewImage): void => {
      transaction(db, () => {
        image.run(floorId(run), floorId(run).padEnd(64, '-'), width, height);
        part.run(floorId(run), 'full', bytes);
        part.run(floorId(run), 'small', smallBytes);
        return ok(null);
      });
    },
    readSmall: (run: number): unknown => small.get(floorId(run)),
  };
}

const runs = 30;

export async function benchPictures(add: Add, journal: Journal, plain: Journal): Promise<void> {
  const floor = createFloor(plain);
  const ids: ImageId[] = [];
  const put = (image: NewImage): void => {
    const added = journal.images.add(image);
    assert(added.ok, 'a picture goes in');
    ids.push(added.value.id);
  };
  const sizes = [
    ['as wide as a page needs, 1 MB', 2560, 1920, 1_000_000],
    ['12 megapixels, 4 MB', 4000, 3000, 4_000_000],
  ] as const;
  for (const [index, [name, width, height, length]] of sizes.entries()) {
    const photos = Array.from({ length: runs }, () => createPhoto(width, height, length));
    const photoOf = (run: number): NewImage => photos[run] ?? createPhoto(width, height, length);
    add(
      `images.add, ${name}`,
      await compare(
        runs,
        (run) => put(photoOf(run)),
        (run) => floor.add(index * runs + run, photoOf(run)),
      ),
    );
  }
  const idOf = (run: number): ImageId => {
    const id = ids[run];
    assert(id, 'there is a picture for every run');
    return id;
  };
  add(
    'image, small',
    await compare(
      runs,
      (run) => journal.images.read(idOf(run), 'small'),
      (run) => floor.readSmall(run),
    ),
  );
}
