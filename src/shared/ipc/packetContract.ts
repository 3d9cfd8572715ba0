import { z } from 'zod';
import { packetFormatSchema, packetPdfSchema } from '../packet/packetFile';
import { packetRecordsSchema } from '../packet/packetRecords';
import { pathTokenSchema } from '../id';
import { civilDaySchema } from '../time';
import { done, nothing, type CallContract } from './callContract';
import type { PacketChannel, ShellChannel } from './channels';

/** Longest passphrase of a zip, in bytes of UTF-8. */
const longestPassphrase = 1024;

/** The shell lays the page out as a PDF and gives it back to the page it is made of; it keeps none of it. */
export const packetShellContract = {
  'packet.chooseTarget': {
    home: 'shell',
    access: 'unlocked',
    input: z.strictObject({ format: packetFormatSchema }),
    output: z.strictObject({ token: pathTokenSchema, place: z.string() }),
    failures: ['Cancelled'],
  },
  /** The page as its print styles show it: tagged, with bookmarks, page numbers and a title, and nothing else said about it. */
  'packet.makePdf': {
    home: 'shell',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({ pdf: packetPdfSchema }),
    failures: ['PrintFailed'],
  },
} as const satisfies Record<Extract<ShellChannel, `packet.${string}`>, CallContract & { home: 'shell' }>;

export const packetContract = {
  /** Both days included. Nothing of the bin. */
  'packet.read': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ from: civilDaySchema, to: civilDaySchema }),
    output: packetRecordsSchema,
    failures: ['PacketTooLong'],
  },
  /** Writes the PDF where the person chose, or a zip with it under a passphrase; by this line, so that no way leads through another process. */
  'packet.save': {
    home: 'keeper',
    access: 'unlocked',
    input: z.discriminatedUnion('format', [
      z.strictObject({ format: z.literal('pdf'), token: pathTokenSchema, pdf: packetPdfSchema }),
      z.strictObject({
        format: z.literal('zip'),
        token: pathTokenSchema,
        pdf: packetPdfSchema,
        /** UTF-8; zeroed after use. */
        passphrase: z.instanceof(Uint8Array).refine(({ length }) => length <= longestPassphrase),
      }),
    ]),
    output: done,
    failures: [
      'PathTokenUnknown',
      'PassphraseEmpty',
      /** What the PDF says about itself could not be taken out. */
      'PrintFailed',
      'TargetNotWritable',
      'TargetFull',
      'TargetNotEmpty',
      'TargetInJournal',
      'Cancelled',
    ],
  },
} as const satisfies Record<PacketChannel, CallContract & { home: 'keeper' }>;
