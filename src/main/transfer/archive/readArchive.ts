import { createHash } from 'node:crypto';
import { TextDecoder } from 'node:util';
import type { StoredImages } from '../../journal/images/storedImages';
import type { Journal } from '../../journal/journal';
import type { IncomingImages } from '../../journal/records/placeImages';
import type { JournalRecord } from '../../journal/records/readRecords';
import { recordTables } from '../../journal/records/recordTables';
import { createPace, type Pace } from '../pace';
import { latestVersion } from '../../journal/database/migrate';
import type { JsonValue } from '../../vault/canonicalJson';
import {
  assertHash,
  archivedImageSchema,
  archiveVersion,
  imageListName,
  manifestName,
  manifestSchema,
  recordFileName,
  schemaName,
  readMeName,
  type Manifest,
} from './archiveFiles';
import { createArchivedPictures } from './archivedPictures';
import { ArchiveDamaged, ArchiveTooLarge, damagedUnless, type OpenedArchive } from './openArchive';

/** Written by a later version of this program, which this one would misread. */
export class ArchiveFromNewerVersion extends Error {}

/** A record that can't be taken over. */
interface RefusedRecord {
  /** File in the archive and line in it, counted from 1. */
  readonly file: string;
  readonly line: number;
  readonly reason: 'not-json' | 'not-valid' | 'image-broken';
}

export interface ReadReport {
  readonly records: number;
  readonly refused: readonly RefusedRecord[];
  /** They stay in the archive and are read as long as it is open. */
  readonly images: IncomingImages;
}

/** What `readArchive` fills: a journal that nobody else has. */
export type EmptyJournal = { readonly imports: Pick<Journal['imports'], 'fill' | 'images'> };

/** Bytes. A picture takes some 300 of them. */
const manifestLimit = 16 * 2 ** 20;
/** Code units of one record, which is the longest entry with everything in it marked. */
const lineLimit = 26_000_000;
/** Records refused in a table of which none is good, and in all, after which it is no archive of anything. */
const mostRefused = { ofNone: 2_000, ofAll: 100_000 } as const;
/** Records, and code units of them, written in one go. */
const batchLength = 500;
const batchText = 4_000_000;

/**
 * Fills an empty journal with what an archive holds, but for its pictures: they are looked at, and compared with `ours`. What does not add up to its manifest is not used at all; a single record that breaks a
 * rule is left out and told. Throws `ArchiveDamaged`, `ArchiveTooLarge`, `ArchiveFromNewerVersion`, and what the disk throws.
 */
export async function readArchive(
  archive: OpenedArchive,
  journal: EmptyJournal,
  ours: StoredImages,
  pace: Pace = createPace({}),
): Promise<ReadReport> {
  const manifest = await readManifest(archive);
  const pictures = createArchivedPictures(
    { archive, manifest },
    { isShown: (id) => journal.imports.images.isShown(id), ours },
  );
  const refused: RefusedRecord[] = [];
  const total = Object.values(manifest.files).reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  let records = 0;
  const step = async (bytes: number): Promise<void> => {
    done += bytes;
    pace.note(done, total);
    await pace.pause();
  };
  const refuse = (one: RefusedRecord): void => {
    refused.push(one);
    if (refused.length > mostRefused.ofAll) throw new ArchiveDamaged('hardly a record is one');
  };

  for (const table of recordTables) {
    const file = recordFileName(table);
    if (manifest.files[file] === undefined) continue;
    let batch: { readonly record: JournalRecord; readonly line: number }[] = [];
    let waiting = 0;
    const before = { records, refused: refused.length };
    const flush = (): void => {
      const lines = batch.map(({ line }) => line);
      const refusals = journal.imports.fill(
        table,
        batch.map(({ record }) => record),
      );
      for (const index of refusals) refuse({ file, line: lines[index] ?? 0, reason: 'not-valid' });
      records += batch.length - refusals.length;
      batch = [];
      waiting = 0;
      const isNoneGood = records === before.records;
      if (isNoneGood && refused.length - before.refused > mostRefused.ofNone)
        throw new ArchiveDamaged('no record is one');
    };
    let line = 0;
    for await (const text of linesOf(archive, manifest, file, step)) {
      line += 1;
      const record = textToRecord(text);
      if (record === null) refuse({ file, line, reason: 'not-json' });
      else batch.push({ record, line });
      waiting += text.length;
      if (batch.length >= batchLength || waiting >= batchText) flush();
    }
    flush();
  }
  if (manifest.files[imageListName] !== undefined) {
    let line = 0;
    for await (const text of linesOf(archive, manifest, imageListName, step)) {
      line += 1;
      const image = archivedImageSchema.safeParse(textToRecord(text));
      if (image.success && (await pictures.add(image.data, step))) records += 1;
      else refuse({ file: imageListName, line, reason: 'image-broken' });
    }
  }
  return { records, refused, images: pictures };
}

async function readManifest(archive: OpenedArchive): Promise<Manifest> {
  if (!archive.names.has(manifestName)) throw new ArchiveDamaged('no manifest');
  const text = (await archive.read(manifestName, manifestLimit)).toString('utf8');
  const json = textToRecord(text);
  if (json?.['format'] !== 'footnote-archive') throw new ArchiveDamaged('another kind of archive');
  const { version, tables } = json;
  if (Number(version) > archiveVersion || Number(tables) > latestVersion) throw new ArchiveFromNewerVersion();
  const manifest = manifestSchema.safeParse(json);
  if (!manifest.success) throw new ArchiveDamaged('the manifest is none');
  for (const [name, { bytes }] of Object.entries(manifest.data.files))
    if (!isKnown(name) || !archive.names.has(name) || archive.sizeOf(name) !== bytes)
      throw new ArchiveDamaged('a file is missing or another');
  for (const name of archive.names)
    if (name !== manifestName && manifest.data.files[name] === undefined)
      throw new ArchiveDamaged('a file nobody knows of');
  return manifest.data;
}

const recordFiles = new Set(recordTables.map(recordFileName));
const isKnown = (name: string): boolean =>
  name === readMeName ||
  name === schemaName ||
  name === imageListName ||
  recordFiles.has(name) ||
  /^images\/(full|small)\/[0-9a-f-]{36}\.(jpg|png|webp)$/.test(name);

/** The lines of a file; throws at its end when it is not the file that was written. */
async function* linesOf(
  archive: OpenedArchive,
  manifest: Manifest,
  file: string,
  step: (bytes: number) => Promise<void>,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const stream = await archive.stream(file);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  // A line can come in thousands of parts; none of them is looked through twice.
  let waiting: string[] = [];
  let length = 0;
  const parts = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  for (;;) {
    const next = await damagedUnless(() => parts.next());
    if (next.done === true) break;
    hash.update(next.value);
    await step(next.value.byteLength);
    const [rest = '', ...lines] = decode(decoder, next.value).split('\n');
    waiting.push(rest);
    length += rest.length;
    if (length > lineLimit) throw new ArchiveTooLarge('a record is too long');
    const last = lines.pop();
    if (last === undefined) continue;
    yield waiting.join('');
    yield* lines;
    waiting = [last];
    ({ length } = last);
  }
  if (length > 0) yield waiting.join('');
  assertHash(manifest, file, hash);
}

function decode(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch (cause) {
    throw new ArchiveDamaged('not UTF-8', { cause });
  }
}

/** Null for anything but an object: also for JSON that is nested too deeply to be read. */
function textToRecord(text: string): JournalRecord | null {
  if (isTooDeep(text)) return null;
  try {
    const value = JSON.parse(text) as JsonValue;
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** Deeper than any page; whoever reads it would run out of memory, and whoever writes it out again of stack. */
const deepest = 500;

/** Told from the signs alone, before anything is made of them. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isInText && sign === '\\') at += 1;
    else if (sign === '"') isInText = !isInText;
    else if (isInText) continue;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

const isRecord = (value: JsonValue): value is JournalRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
