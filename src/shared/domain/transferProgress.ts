import { z } from 'zod';

/** How far something long has come. `done` of `total` pieces, both 0 while nobody knows; what a piece is depends on what is done. */
export const transferProgressSchema = z.strictObject({
  what: z.enum(['nothing', 'export', 'look', 'apply']),
  done: z.number().min(0),
  total: z.number().min(0),
  /** Pieces, on the whole way so far. */
  perSecond: z.int().min(0),
});
export type TransferProgress = z.infer<typeof transferProgressSchema>;
