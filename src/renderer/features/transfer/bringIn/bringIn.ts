import type { LookReport, SaidMinutes } from '../../../../shared/domain/incoming';
import { call } from '../../../bridge/client';
import { invalidateJournal } from '../../../bridge/queries';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { flushPendingWork } from '../../../session/pendingWork';
import {
  setTransfers,
  useTransfers,
  type BringingIn,
  type Picked,
  type ToldLook,
} from '../../../session/transferStore';
import { makePicture } from '../../../ui/pictures/makePicture';
import type { LeftOut } from './incomingWords';

const say = (bringingIn: BringingIn): void => setTransfers({ bringingIn });

/** Decodes and encodes anew what the file holds, for as long as it is read: nothing but pixels comes in. */
async function recodePictures(): Promise<void> {
  for (;;) {
    const next = await call('import.nextPicture', {});
    if (!next.ok || next.value === null) return;
    const { request, bytes } = next.value;
    const made = await makePicture({ file: new Blob([bytes]), wanted: 'page' });
    await call('import.givePicture', { request, image: made.type === 'made' ? made.picture.image : null });
  }
}

/** Asks for a file or a folder and looks at it. */
export async function pick(what: 'file' | 'folder'): Promise<void> {
  const picked = await call('import.pick', { what });
  if (picked.ok) await look(picked.value, null);
  else if (picked.error.type !== 'Cancelled') say({ is: 'choosing', problem: failureMessage(picked.error) });
}

/** `passphrase` of an archive that is sealed; it is zeroed. */
export async function look(picked: Picked, passphrase: Uint8Array<ArrayBuffer> | null): Promise<void> {
  say({ is: 'looking', picked });
  await flushPendingWork();
  const looked = call('import.look', { token: picked.token, ...(passphrase && { passphrase }) });
  void recodePictures();
  const report = await looked;
  // A lock, or somebody who has left it: the page is elsewhere by now.
  if (useTransfers.getState().bringingIn.is !== 'looking') return;
  if (report.ok)
    say({ is: 'told', picked, report: report.value, wanted: new Set(), alikeEntries: 'out', problem: null });
  else if (report.error.type === 'Cancelled') say({ is: 'choosing', problem: null });
  else if (report.error.type === 'ImportSealed' || report.error.type === 'WrongPassphrase')
    say({
      is: 'sealed',
      picked,
      problem: passphrase === null ? null : message('transfer.in.wrongPassphrase'),
    });
  else say({ is: 'choosing', problem: failureMessage(report.error) });
}

/** Nothing of it stays. */
export async function leave(): Promise<void> {
  say({ is: 'choosing', problem: null });
  await call('import.leave', {});
}

/** Sessions that waited for their minutes are among the rest from now on. */
export async function sayMinutes(minutes: readonly SaidMinutes[]): Promise<void> {
  const { bringingIn: told } = useTransfers.getState();
  if (told.is !== 'told') return;
  const report = await call('import.say', { look: told.report.id, minutes });
  if (report.ok) say({ ...told, report: report.value, problem: null });
  else if (report.error.type === 'NotFound') say({ is: 'choosing', problem: message('transfer.in.gone') });
  else say({ ...told, problem: failureMessage(report.error) });
}

export async function bringIn(): Promise<void> {
  const { bringingIn: told } = useTransfers.getState();
  if (told.is !== 'told') return;
  const { picked, report, wanted, alikeEntries } = told;
  say({ is: 'merging', picked, report, wanted, alikeEntries });
  await flushPendingWork();
  const applied = await call('import.apply', { look: report.id, alike: [...wanted], alikeEntries });
  if (applied.ok) say({ is: 'done', ...applied.value, takenBack: null });
  else if (applied.error.type === 'NotFound') say({ is: 'choosing', problem: message('transfer.in.gone') });
  else say({ ...told, problem: applied.error.type === 'Cancelled' ? null : failureMessage(applied.error) });
  invalidateJournal();
}

/** What stays out because it seems to be here already, by the name of its table. */
export const leftOut = (
  { alike, alikeEntries }: LookReport,
  { wanted, alikeEntries: choice }: Pick<ToldLook, 'wanted' | 'alikeEntries'>,
): LeftOut => {
  const { inAll, tags } = choice === 'out' ? alikeEntries : { inAll: 0, tags: 0 };
  return { movement_sessions: alike.length - wanted.size, entries: inAll, others: tags };
};

/** Changes nothing where all of it is here already, and leaves only what was refused or is here in a later state. */
export const bringsSomething = ({ counts }: LookReport, left: LeftOut): boolean => {
  const arriving = Object.values(counts).reduce((sum, of) => sum + of.new + of.changed, 0);
  return arriving > Object.values(left).reduce((sum, count) => sum + count, 0);
};
