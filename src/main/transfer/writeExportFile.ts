import type { ExportDisk } from './exportDisk';

/** Streams one new file; a file that can't be finished is closed before the error goes on. */
export function writeExportFile(disk: ExportDisk, path: string, texts: Iterable<string>): void {
  const file = disk.createFile(path);
  try {
    for (const text of texts) file.write(text);
    file.finish();
  } catch (error) {
    file.abandon();
    throw error;
  }
}
