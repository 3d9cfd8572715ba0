import { z } from 'zod';
import { civilDaySchema } from '../time';

/** What a journal can be written out as. */
export const exportFormats = [
  'archive',
  'markdown',
  'csv',
  'json',
  'text',
  'html',
  'day-one',
  'jrnl',
  'jrnl-json',
] as const;
export const exportFormatSchema = z.enum(exportFormats);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** Whether a format is one file, with its extension, or a folder of several. */
export const exportShapes: Readonly<
  Record<ExportFormat, { readonly shape: 'file'; readonly extension: string } | { readonly shape: 'folder' }>
> = {
  archive: { shape: 'file', extension: 'footnote.zip' },
  markdown: { shape: 'folder' },
  csv: { shape: 'folder' },
  json: { shape: 'file', extension: 'json' },
  text: { shape: 'file', extension: 'txt' },
  html: { shape: 'file', extension: 'html' },
  'day-one': { shape: 'file', extension: 'zip' },
  jrnl: { shape: 'file', extension: 'txt' },
  'jrnl-json': { shape: 'file', extension: 'json' },
};

/** Whether an archive can be read by anybody, or with a passphrase of its own. */
export const archiveSealSchema = z.enum(['open', 'sealed']);
export type ArchiveSeal = z.infer<typeof archiveSealSchema>;

/** A sealed archive is no zip that another program opens, and is not called one. */
const sealedExtension = 'footnote-sealed';

/** Of the file of a format; null where it is a folder. */
export function exportExtension(format: ExportFormat, seal: ArchiveSeal): string | null {
  const what = exportShapes[format];
  if (what.shape === 'folder') return null;
  return format === 'archive' && seal === 'sealed' ? sealedExtension : what.extension;
}

/** Both included; null has no end on that side. */
const exportDaysSchema = z.strictObject({
  from: civilDaySchema.nullable(),
  to: civilDaySchema.nullable(),
});
export type ExportDays = z.infer<typeof exportDaysSchema>;

export const everyDay: ExportDays = { from: null, to: null };

/** How Markdown is cut into files. */
const markdownLayoutSchema = z.enum(['by-entry', 'by-day']);
export type MarkdownLayout = z.infer<typeof markdownLayoutSchema>;

/** `excel`: with a byte order mark and line ends of Windows, which Excel needs to read UTF-8. */
const csvFlavourSchema = z.enum(['plain', 'excel']);
export type CsvFlavour = z.infer<typeof csvFlavourSchema>;

/** What can be chosen about an export, beside where it goes. What a format has no use for is not said. */
export const exportChoicesSchema = z.strictObject({
  format: exportFormatSchema,
  /** An archive is everything, whatever stands here. */
  days: exportDaysSchema,
  /** Of Markdown; a file an entry when it isn't said. */
  layout: markdownLayoutSchema.optional(),
  /** Of CSV; plain when it isn't said. */
  flavour: csvFlavourSchema.optional(),
});
export type ExportChoices = z.infer<typeof exportChoicesSchema>;

export const exportReportSchema = z.strictObject({
  format: exportFormatSchema,
  files: z.int().min(0),
  entries: z.int().min(0),
  checkIns: z.int().min(0),
  sessions: z.int().min(0),
});
export type ExportReport = z.infer<typeof exportReportSchema>;
