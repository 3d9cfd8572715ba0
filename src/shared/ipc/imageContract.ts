import { z } from 'zod';
import { newImageSchema } from '../domain/image';
import { imageIdSchema } from '../id';
import type { CallContract } from './callContract';
import type { ImageChannel } from './channels';

/** Pictures go in over this line. They come out by their address (`imageAddress`). */
export const imageContract = {
  /** The same picture is kept once: the answer is then the one that is there. It goes again when no entry comes to show it. */
  'images.add': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: newImageSchema,
    output: z.strictObject({
      id: imageIdSchema,
      width: z.int().min(1),
      height: z.int().min(1),
    }),
    failures: ['ImageRefused', 'DiskFull', 'FolderNotWritable'],
  },
} as const satisfies Record<ImageChannel, CallContract & { home: 'keeper' }>;
