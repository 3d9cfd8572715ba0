import type { Hash } from 'node:crypto';
import { z } from 'zod';
import { imageFileName, imageMediaTypeSchema, type ImageMediaType } from '../../../shared/domain/image';
import { imageIdSchema, type ImageId } from '../../../shared/id';
import type { RecordTable } from '../../journal/records/recordTables';
import { ArchiveDamaged } from './openArchive';

/** Grows by one when an older reader would misread what is written. */
export const archiveVersion = 1;

export const manifestName = 'manifest.json';
export const schemaName = 'schema.json';
export const readMeName = 'READ-ME.md';
export const imageListName = 'images/images.jsonl';

export const recordFileName = ({ name }: RecordTable): string => `records/${name}.jsonl`;
export const imageName = (size: 'full' | 'small', id: ImageId, mediaType: ImageMediaType): string =>
  `images/${size}/${imageFileName({ id, mediaType })}`;

/** A line of `images.jsonl`. */
export const archivedImageSchema = z.strictObject({
  id: imageIdSchema,
  media_type: imageMediaTypeSchema,
  width: z.int().min(1).max(65_535),
  height: z.int().min(1).max(65_535),
  created_at: z.int(),
  small_media_type: imageMediaTypeSchema.nullable(),
});
export type ArchivedImage = z.infer<typeof archivedImageSchema>;

export const manifestSchema = z.strictObject({
  format: z.literal('footnote-archive'),
  version: z.int().min(1),
  /** Version of the journal's tables, whose columns the records have. */
  tables: z.int().min(1),
  /** Every other file, with what it must add up to. */
  files: z.record(
    z.string().max(200),
    z.strictObject({ bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Throws `ArchiveDamaged` when a file is not the one that was written. `hash` is SHA-256 of all of it. */
export function assertHash({ files }: Manifest, file: string, hash: Hash): void {
  if (hash.digest('hex') !== files[file]?.sha256) throw new ArchiveDamaged('a file was changed');
}
