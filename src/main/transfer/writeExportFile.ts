import type { ExportDisk, ExportPart } from './exportDisk';
import type { Pace } from './pace';

/** Streams one new file; a file that can't be finished is closed before the error goes on. */
export async function writeExportFile(
  disk: ExportDisk,
  path: string,
  parts: Iterable<ExportPart> | AsyncIterable<ExportPart>,
  pace: Pace,
): Promise<void> {
  const file = disk.createFile(path);
  try {
    for await (const part of parts) {
      file.write(part);
      await pace.pause();
    }
    file.finish();
  } catch (error) {
    file.abandon();
    throw error;
  }
}
