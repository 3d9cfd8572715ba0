/** Restores one backup over a closed journal. Prints a line when it begins and one when it is done. */
import { backupIdSchema } from '../../../../src/shared/domain/backup';
import { restoreBackup } from '../../../../src/main/backup/restoreBackup';

const [, , journalFolder = '', id = '', at = '0'] = process.argv;
console.log('begins');
const restored = restoreBackup(
  { journalFolder, second: null },
  { id: backupIdSchema.parse(id), place: 'journal' },
  { now: () => Number(at), zone: () => 'UTC' },
);
console.log(restored.ok ? 'done' : restored.error.type);
