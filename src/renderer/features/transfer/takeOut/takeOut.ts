import type { ExportChoices } from '../../../../shared/domain/transfer';
import { civilDaySchema, type CivilDay } from '../../../../shared/time';
import { call } from '../../../bridge/client';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { flushPendingWork } from '../../../session/pendingWork';
import {
  setTransfers,
  useTransfers,
  type TakeOutChoices,
  type TakingOut,
} from '../../../session/transferStore';

const toDay = (typed: string): CivilDay | null => civilDaySchema.safeParse(typed).data ?? null;

/** Both days are typed, and the last comes before the first. */
export const areDaysBackwards = ({ from, to }: Pick<TakeOutChoices, 'from' | 'to'>): boolean =>
  from !== '' && to !== '' && to < from;

/** What the keeper is told; what a format has no use for stays out of it. */
function toOrder({ format, from, to, layout, flavour }: TakeOutChoices): ExportChoices {
  const days = format === 'archive' ? { from: null, to: null } : { from: toDay(from), to: toDay(to) };
  return {
    format,
    days,
    ...(format === 'markdown' && { layout }),
    ...(format === 'csv' && { flavour }),
  };
}

const say = (takingOut: TakingOut): void => setTransfers({ takingOut });

/** Asks for a place and writes there. `takePassphrase` is asked once a place was chosen. */
export async function takeOut(takePassphrase: () => Uint8Array<ArrayBuffer> | null): Promise<void> {
  const order = toOrder(useTransfers.getState().choices);
  await flushPendingWork();
  const target = await call('export.chooseTarget', { format: order.format });
  if (!target.ok) {
    if (target.error.type !== 'Cancelled') say({ is: 'problem', text: failureMessage(target.error) });
    return;
  }
  const { token, place } = target.value;
  const passphrase = takePassphrase();
  say({ is: 'writing' });
  const report = await call('export.run', { token, ...order, ...(passphrase && { passphrase }) });
  if (!report.ok) {
    const isStopped = report.error.type === 'Cancelled';
    say(
      isStopped
        ? { is: 'done', text: message('transfer.out.stopped') }
        : { is: 'problem', text: failureMessage(report.error) },
    );
    return;
  }
  const { files, entries, checkIns, sessions } = report.value;
  const written = message('transfer.out.written', { place, files, entries, checkIns, sessions });
  const seal = passphrase === null ? [] : [message('transfer.out.writtenSealed')];
  say({ is: 'done', text: [written, ...seal].join(' ') });
}
