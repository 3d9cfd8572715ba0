import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageMediaTypeSchema, parseImageAddress, imageAddress } from '../../../src/shared/domain/image';
import { imageIdSchema } from '../../../src/shared/id';
import { judgeImageBytes, mediaTypeOf } from '../../../src/shared/image/imageBytes';
import { createExif, createHollowJpeg, createPng, jpegComment, pngChunk } from '../../support/images';

const judgePng = (bytes: Uint8Array) => judgeImageBytes('image/png', bytes);
const judgeJpeg = (bytes: Uint8Array) => judgeImageBytes('image/jpeg', bytes);

function webp(...chunks: readonly (readonly [string, number])[]): Uint8Array {
  const parts = chunks.map(([type, length]) => {
    const chunk = Buffer.alloc(8 + length + (length % 2));
    chunk.write(type, 0, 'latin1');
    chunk.writeUInt32LE(length, 4);
    return chunk;
  });
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

describe('the parts of a picture', () => {
  it('are pixels alone in what a canvas writes', () => {
    expect(judgePng(createPng(5, 4))).toBe('onlyPixels');
    expect(judgeJpeg(createHollowJpeg(5, 4))).toBe('onlyPixels');
    expect(judgeImageBytes('image/webp', webp(['VP8 ', 11]))).toBe('onlyPixels');
  });

  it('show when there is more: Exif with a place, comments, text, anything after the end', () => {
    expect(judgeJpeg(createHollowJpeg(5, 4, createExif(6)))).toBe('carriesMore');
    expect(judgeJpeg(createHollowJpeg(5, 4, jpegComment('at home')))).toBe('carriesMore');
    expect(judgeJpeg(Buffer.concat([createHollowJpeg(5, 4), Buffer.from('PK')]))).toBe('carriesMore');
    expect(judgePng(createPng(5, 4, 1, [pngChunk('tEXt', Buffer.from('Comment\0at home'))]))).toBe(
      'carriesMore',
    );
    expect(judgePng(createPng(5, 4, 1, [pngChunk('eXIf', Buffer.from('MM'))]))).toBe('carriesMore');
    expect(judgePng(Buffer.concat([createPng(5, 4), Buffer.from('PK')]))).toBe('carriesMore');
    expect(judgeImageBytes('image/webp', webp(['VP8 ', 10], ['EXIF', 4]))).toBe('carriesMore');
  });

  it('show where a file breaks off, at whichever byte', () => {
    for (const [mediaType, whole] of [
      ['image/png', createPng(9, 9)],
      ['image/jpeg', createHollowJpeg(9, 9)],
      ['image/webp', webp(['VP8 ', 20])],
    ] as const) {
      for (let length = 12; length < whole.length; length += 1) {
        expect(judgeImageBytes(mediaType, whole.subarray(0, length)), `${mediaType} ${length}`).toBe(
          'incomplete',
        );
      }
    }
  });

  it('are judged for any bytes at all, in their own time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...imageMediaTypeSchema.options),
        fc.constantFrom(createPng(3, 3), createHollowJpeg(3, 3), webp(['VP8L', 6])),
        fc.uint8Array({ maxLength: 300 }),
        (mediaType, start, rest) => {
          const bytes = Buffer.concat([start.subarray(0, 20), rest]);
          if (judgeImageBytes(mediaType, bytes) !== 'notThis') expect(mediaTypeOf(bytes)).toBe(mediaType);
        },
      ),
    );
  });

  it('name no kind for text, SVG, GIF and nothing', () => {
    for (const text of ['', 'words', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', 'RIFF0000WAVE']) {
      expect(mediaTypeOf(Buffer.from(text, 'latin1')), text).toBeNull();
    }
  });
});

describe('the address of a picture', () => {
  const id = imageIdSchema.parse('018f0000-0000-7000-8000-0000000000aa');

  it('leads back to id and size', () => {
    expect(parseImageAddress(imageAddress(id, 'small'))).toEqual({ id, size: 'small' });
    expect(parseImageAddress(imageAddress(id, 'full'))).toEqual({ id, size: 'full' });
  });

  it('is nothing else', () => {
    for (const address of [
      `footnote://image/${id}`,
      `footnote://image/${id}/`,
      `footnote://image/${id}/full/`,
      `footnote://image/${id}/full?x=1`,
      `footnote://image/${id}/full#x`,
      `footnote://image/${id}/original`,
      `footnote://image/${id.toUpperCase()}/full`,
      `footnote://image//${id}/full`,
      `footnote://app/${id}/full`,
      `footnote://image/../app/index.html`,
      'footnote://image/..%2f..%2fetc%2fpasswd00000000000/full',
      `https://image/${id}/full`,
      `x footnote://image/${id}/full`,
      `footnote://image/${id}/full\n`,
    ])
      expect(parseImageAddress(address), address).toBeNull();
    fc.assert(fc.property(fc.string(), (rest) => parseImageAddress(`footnote://image/${rest}`) === null));
  });
});
