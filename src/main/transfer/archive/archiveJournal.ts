import { latestVersion } from '../../journal/database/migrate';
import type { Journal } from '../../journal/journal';
import { writeArchive, type ReportProgress } from './writeArchive';

/** The bytes of an archive of an open journal. */
export const archiveJournal = (
  { imports: { reader, images } }: Pick<Journal, 'imports'>,
  report?: ReportProgress,
): AsyncGenerator<Uint8Array> => writeArchive({ reader, images, tables: latestVersion }, report);
