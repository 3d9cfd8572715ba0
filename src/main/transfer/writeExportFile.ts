import type { ExportDisk, ExportPart } from './exportDisk';

/** Streams one new file; a file that can't be finished is closed before the error goes on. */
export function writeExportFile(disk: ExportDisk, path: string, parts: Iterable<ExportPart>): void {
  const file = disk.createFile(path);
  try {
    for (const part of parts) file.write(part);
    file.finish();
  } catch (error) {
    file.abandon();
    throw error;
  }
}
