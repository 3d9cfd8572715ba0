import { z } from 'zod';

/** A picture that scales, a picture of pixels, and words with their table. */
export const cardFormatSchema = z.enum(['svg', 'png', 'html']);
export type CardFormat = z.infer<typeof cardFormatSchema>;

/** Far above any card; a page that went wrong fills no disk. */
const mostCharacters = 20_000_000;
const mostBytes = 50_000_000;

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const beginningWith = (start: string) => z.string().max(mostCharacters).startsWith(start);

const svgStart = '<svg ';
export const htmlStart = '<!doctype html>';

/** One card of the insights as the file it becomes. The beginning says that the file is what it is called. */
export const savedCardSchema = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('svg'), text: beginningWith(svgStart) }),
  z.strictObject({ format: z.literal('html'), text: beginningWith(htmlStart) }),
  z.strictObject({
    format: z.literal('png'),
    bytes: z
      .instanceof(Uint8Array)
      .refine((bytes) => bytes.length <= mostBytes && pngSignature.every((byte, at) => bytes[at] === byte)),
  }),
]);
export type SavedCard = z.infer<typeof savedCardSchema>;
