import { z } from 'zod';

export const exportFormatSchema = z.enum(['archive', 'markdown', 'json', 'csv']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

export const exportReportSchema = z.strictObject({
  format: exportFormatSchema,
  files: z.int().min(0),
  entries: z.int().min(0),
  checkIns: z.int().min(0),
  sessions: z.int().min(0),
});
export type ExportReport = z.infer<typeof exportReportSchema>;
