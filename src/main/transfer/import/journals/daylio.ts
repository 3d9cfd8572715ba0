import { readDaylioBackup } from './daylioBackup';
import { isDaylioTable, readDaylioTable } from './daylioTable';
import type { ForeignFiles } from './foreignFiles';
import { startOfText } from './foreignText';
import type { JournalReader } from './journalReaders';

const beginning = 2048;

const backupIn = (files: ForeignFiles): string | undefined =>
  files.names().find((name) => /(?:^|\/)backup\.daylio$/i.test(name));

async function tableIn(files: ForeignFiles): Promise<string | undefined> {
  const names =
    files.kind === 'file' ? files.names() : files.names().filter((name) => /^[^/]*\.csv$/i.test(name));
  for (const name of names.slice(0, 20))
    if (isDaylioTable(await startOfText(files, name, beginning))) return name;
  return undefined;
}

/** Daylio: the backup, with pictures and the clock of every place, or the table it exports. */
export const daylio: JournalReader = {
  source: 'daylio',
  recognises: async (files) => backupIn(files) !== undefined || (await tableIn(files)) !== undefined,
  read: async (files, { report }) => {
    const backup = files.kind === 'file' ? undefined : backupIn(files);
    if (backup !== undefined) return readDaylioBackup(files, backup, report);
    const table = await tableIn(files);
    return table === undefined
      ? readDaylioBackup(files, files.names()[0] ?? '', report)
      : readDaylioTable(await files.read(table));
  },
};
