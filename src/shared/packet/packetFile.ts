import { z } from 'zod';

/** A file for any reader, and the same locked into a zip. */
export const packetFormatSchema = z.enum(['pdf', 'zip']);
export type PacketFormat = z.infer<typeof packetFormatSchema>;

/** Far above any packet; a page that went wrong fills no disk. */
const mostBytes = 500_000_000;
const signature = [0x25, 0x50, 0x44, 0x46, 0x2d];

export const packetPdfSchema = z
  .instanceof(Uint8Array)
  .refine(({ length }) => length <= mostBytes)
  .refine((bytes) => signature.every((byte, at) => bytes[at] === byte), 'no PDF');
