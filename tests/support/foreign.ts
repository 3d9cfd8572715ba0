import { Readable } from 'node:stream';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ZipFile } from 'yazl';
import { sourceToFiles, type ForeignFiles } from '../../src/main/transfer/import/journals/foreignFiles';
import { bytesSource } from './archives';

export type FileContents = Readonly<Record<string, string | Uint8Array>>;

/** A zip of these files, as another program would write it. */
export async function zipOf(files: FileContents): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of Readable.from(zip.outputStream)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

export const filesOfZip = async (files: FileContents): Promise<ForeignFiles> =>
  sourceToFiles(bytesSource(await zipOf(files)), 'export.zip');

export const fileOf = (content: string | Uint8Array, name = 'file'): Promise<ForeignFiles> =>
  sourceToFiles(bytesSource(Buffer.from(content)), name);

export function writeFolder(folder: string, files: FileContents): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

export const readOptions = { home: 'Europe/Paris', report: () => undefined } as const;
