import { z } from 'zod';

/** What pages for somebody are laid out on. */
export const papers = ['a4', 'letter'] as const;
export const paperSchema = z.enum(papers);
export type Paper = z.infer<typeof paperSchema>;

/** In millimetres. Style sheets say them once more: Pages.module.css. */
export const paperSizes: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
};
