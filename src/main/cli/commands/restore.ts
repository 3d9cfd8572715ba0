import { backupIdSchema, type Backup } from '../../../shared/domain/backup';
import { err } from '../../../shared/result';
import { listBackups } from '../../backup/listBackups';
import { restoreBackup } from '../../backup/restoreBackup';
import { unclear } from '../cliFailure';
import { said, type Command } from '../command';

export const restore: Command = {
  name: 'restore',
  takes: 'FOLDER ID|newest [--second PLACE]',
  does: 'puts a backup in the place of a closed journal; what was there goes into a folder beside it, and nothing is deleted',
  options: { second: { type: 'string' } },
  run: async ({ folder, words, option, ports }) => {
    const [which, ...others] = words;
    if (which === undefined || others.length > 0) {
      return err(unclear('Name one backup by its id, as "footnote backups" lists it, or say "newest".'));
    }
    const places = { journalFolder: folder, second: option('second') ?? null };
    const found = choose(listBackups(places).backups, which);
    if (found === undefined) return err({ type: 'NotFound' });
    const restored = restoreBackup(places, { id: found.id, place: found.place }, ports.clock);
    if (!restored.ok) return restored;
    return said(
      { id: found.id, place: found.place, ...restored.value },
      `Restored ${found.id}. What was there is in ${restored.value.setAside}. It opens with the passphrase of its time.`,
    );
  },
};

function choose(backups: readonly Backup[], which: string): Backup | undefined {
  if (which === 'newest') return backups.find(({ verifiedAt }) => verifiedAt !== null);
  const id = backupIdSchema.safeParse(which);
  return id.success ? backups.find((one) => one.id === id.data) : undefined;
}
