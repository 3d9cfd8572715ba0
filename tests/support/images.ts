import { deflateSync } from 'node:zlib';
import { createDocument, createParagraph, createText } from '../../src/shared/document/createDocument';
import { createImage } from '../../src/shared/document/image';
import type { JournalDocument } from '../../src/shared/document/schema';
import type { NewImage } from '../../src/shared/domain/image';
import type { ImageId } from '../../src/shared/id';

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

const crcOf = (bytes: Uint8Array): number =>
  (bytes.reduce((crc, byte) => (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8), 0xffffffff) ^
    0xffffffff) >>>
  0;

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crcOf(body), body.length + 4);
  return chunk;
}

function pngHead(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), pngChunk('IHDR', header)]);
}

/** A real one, of grey noise that differs with the seed. `extra` chunks stand before the pixels. */
export function createPng(
  width: number,
  height: number,
  seed = 1,
  extra: readonly Buffer[] = [],
): Uint8Array<ArrayBuffer> {
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < rows.length; at += 1)
    rows[at] = at % (width + 1) === 0 ? 0 : Math.imul(at ^ (seed * 7919), 0x9e3779b1) >>> 24;
  return new Uint8Array(
    Buffer.concat([
      pngHead(width, height),
      ...extra,
      pngChunk('IDAT', deflateSync(rows)),
      pngChunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** A few hundred bytes that say they are 2.5 thousand million pixels. */
export const createPngBomb = (): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.concat([
      pngHead(50_000, 50_000),
      pngChunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
      pngChunk('IEND', Buffer.alloc(0)),
    ]),
  );

const segment = (marker: number, data: Uint8Array): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

export const jpegComment = (text: string): Buffer => segment(0xfe, Buffer.from(text, 'utf8'));

/** Exif with the orientation of a phone held upright and the place it was taken at. */
export function createExif(orientation: number): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 24 + 4 + 2 + 24 + 4 + 24);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  const entry = (at: number, tag: number, type: number, count: number, value: number, isShort = false) => {
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(type, at + 2);
    tiff.writeUInt32BE(count, at + 4);
    if (isShort) tiff.writeUInt16BE(value, at + 8);
    else tiff.writeUInt32BE(value, at + 8);
  };
  tiff.writeUInt16BE(2, 8);
  entry(10, 0x0112, 3, 1, orientation, true);
  entry(22, 0x8825, 4, 1, 38);
  tiff.writeUInt32BE(0, 34);
  tiff.writeUInt16BE(2, 38);
  entry(40, 1, 2, 2, 0x4e000000);
  entry(52, 2, 5, 3, 68);
  tiff.writeUInt32BE(0, 64);
  for (const [index, value] of [48, 1, 51, 1, 24, 1].entries()) tiff.writeUInt32BE(value, 68 + index * 4);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

/** Puts segments behind the first two bytes of a JPEG. */
export const withSegments = (jpeg: Uint8Array, ...segments: readonly Buffer[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]));

/** The parts of a JPEG without pixels anybody could see: enough for who reads only the parts. */
export const createHollowJpeg = (
  width: number,
  height: number,
  ...segments: readonly Buffer[]
): Uint8Array<ArrayBuffer> => {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment(0xe0, Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0', 'latin1')),
      ...segments,
      segment(0xc0, frame),
      segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
      Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd9]),
    ]),
  );
};

/** As the page hands it over. */
export const createNewImage = (seed = 1, width = 40, height = 30): NewImage => ({
  mediaType: 'image/png',
  bytes: createPng(width, height, seed),
  smallMediaType: 'image/png',
  smallBytes: createPng(4, 3, seed),
  width,
  height,
});

/** A page of these pictures, with words under them where there are any. */
export const pictureDocument = (ids: readonly ImageId[], words = '', alt = ''): JournalDocument =>
  createDocument([
    ...ids.map((id) => createImage({ id, alt, width: 40, height: 30, shown: 'page' })),
    createParagraph(words === '' ? [] : [createText(words)]),
  ]);
