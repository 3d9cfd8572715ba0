import { createHash } from 'node:crypto';
import type { Imports } from '../../journal/records/imports';
import { recordToLine } from '../../journal/records/readRecords';
import { recordTables } from '../../journal/records/recordTables';
import type { StoredImages } from '../../journal/images/storedImages';
import { createZipStream } from '../zipStream';
import { archiveReadMe } from './archiveReadMe';
import {
  archiveVersion,
  imageListName,
  imageName,
  manifestName,
  readMeName,
  recordFileName,
  schemaName,
  type ArchivedImage,
  type Manifest,
} from './archiveFiles';
import { archiveSchema } from './archiveSchema';

export interface ArchiveSource {
  readonly reader: Imports['reader'];
  readonly images: StoredImages;
  /** Version of the journal's tables. */
  readonly tables: number;
}

/** Called after each part with how many records and pictures are written, of how many. */
export type ReportProgress = (done: number, total: number) => void;

/** The first day a zip can tell, so that the same journal gives the same bytes. It is read by the local clock, whatever that is. */
const longAgo = new Date(1980, 0, 1);
const asText = { mtime: longAgo, mode: 0o100600, forceDosTimestamp: true, compress: true } as const;
const asPicture = { ...asText, compress: false } as const;

/**
 * Everything in a journal as the bytes of a zip: records as lines of JSON, pictures as they are, a schema, and a manifest with what
 * each file adds up to. The same journal gives the same bytes. Memory holds one record or one picture at a time.
 */
export async function* writeArchive(
  { reader, images, tables }: ArchiveSource,
  report: ReportProgress = () => undefined,
): AsyncGenerator<Uint8Array> {
  const files: Record<string, { readonly bytes: number; readonly sha256: string }> = {};
  const pictures = images.ids().flatMap((id) => images.describe(id) ?? []);
  const filled = recordTables.filter((table) => reader.count(table) > 0);
  const total = pictures.length + filled.reduce((sum, table) => sum + reader.count(table), 0);
  let done = 0;
  const step = (): void => {
    done += 1;
    report(done, total);
  };

  const zip = createZipStream();
  const add = (
    name: string,
    options: typeof asText | typeof asPicture,
    parts: () => Iterable<Uint8Array>,
  ): void => zip.add(name, options, () => measured(name, parts(), files));
  const addText = (name: string, text: () => Iterable<string>): void =>
    add(name, asText, () => encoded(text()));

  addText(readMeName, () => [archiveReadMe]);
  addText(schemaName, () => [archiveSchema(reader)]);
  for (const table of filled) {
    addText(recordFileName(table), function* () {
      for (const record of reader.all(table)) {
        yield `${recordToLine(record)}\n`;
        step();
      }
    });
  }
  if (pictures.length > 0) {
    addText(imageListName, function* () {
      for (const { id, mediaType, width, height, createdAt, smallMediaType } of pictures) {
        yield `${JSON.stringify({
          id,
          media_type: mediaType,
          width,
          height,
          created_at: createdAt,
          small_media_type: smallMediaType,
        } satisfies ArchivedImage)}\n`;
      }
    });
  }
  for (const { id, mediaType, smallMediaType } of pictures) {
    add(imageName('full', id, mediaType), asPicture, () => {
      step();
      return [images.read(id)?.full.bytes ?? noBytes];
    });
    if (smallMediaType !== null)
      add(imageName('small', id, smallMediaType), asPicture, () => [images.readSmall(id)?.bytes ?? noBytes]);
  }
  // Last, when everything else has been counted; whoever reads finds it by its name.
  zip.add(manifestName, asText, () => {
    const manifest: Manifest = { format: 'footnote-archive', version: archiveVersion, tables, files };
    return [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)];
  });
  yield* zip.bytes();
}

const noBytes = new Uint8Array();

/** Gathers small pieces, so that a line doesn't become a write of its own. */
const chunkLength = 64 * 1024;

function* encoded(texts: Iterable<string>): Iterable<Uint8Array> {
  let waiting = '';
  for (const text of texts) {
    waiting += text;
    if (waiting.length < chunkLength) continue;
    yield Buffer.from(waiting);
    waiting = '';
  }
  yield Buffer.from(waiting);
}

function* measured(
  name: string,
  parts: Iterable<Uint8Array>,
  files: Record<string, { readonly bytes: number; readonly sha256: string }>,
): Iterable<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const part of parts) {
    hash.update(part);
    bytes += part.byteLength;
    yield part;
  }
  files[name] = { bytes, sha256: hash.digest('hex') };
}
