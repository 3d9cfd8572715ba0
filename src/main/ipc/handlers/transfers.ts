import { importIdSchema, type PastImport } from '../../../shared/domain/incoming';
import type { PathToken } from '../../../shared/id';
import type { TransferChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';
import { err, ok } from '../../../shared/result';
import type { Journal } from '../../journal/journal';
import type { Alone, LookDesk } from '../../transfer/import/lookDesk';
import { TransferCancelled } from '../../transfer/pace';
import type { TransferWatch } from '../../transfer/transferWatch';

/** What the keeper keeps between two calls of bringing in. */
export interface TransferDesks {
  readonly watch: TransferWatch;
  readonly looks: LookDesk;
  readonly alone: Alone;
}

export const transferHandlers = (
  journal: () => Journal,
  pathOf: (token: PathToken) => string | undefined,
  { watch, looks, alone }: TransferDesks,
): Handlers<TransferChannel> => ({
  'import.look': async ({ token, passphrase }) => {
    const path = pathOf(token);
    if (path === undefined) return err({ type: 'PathTokenUnknown' });
    return looks.look(journal(), { path, passphrase });
  },
  'import.nextPicture': async () => ok(await looks.nextPicture()),
  'import.givePicture': ({ request, image }) => {
    looks.givePicture(request, image);
    return ok(null);
  },
  'import.say': ({ look, minutes }) => looks.say(journal(), look, minutes),
  'import.apply': ({ look, alike, alikeEntries }) =>
    looks.apply(journal(), look, { sessions: alike, entries: alikeEntries }),
  'import.leave': async () => {
    await looks.leave();
    return ok(null);
  },
  'imports.list': () =>
    ok(
      journal()
        .imports.list()
        .map((past): PastImport => ({ ...past, id: importIdSchema.parse(past.id) })),
    ),
  'imports.takeBack': async ({ id }) => {
    try {
      return await watch.during('apply', (pace) => alone(() => journal().imports.takeBack(id, pace)));
    } catch (error) {
      if (error instanceof TransferCancelled) return err({ type: 'Cancelled' });
      throw error;
    }
  },
  'transfer.progress': () => ok(watch.progress()),
  'transfer.cancel': () => {
    watch.cancel();
    return ok(null);
  },
});
