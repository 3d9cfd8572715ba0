import type { ExportChoices, ExportReport } from '../../../../shared/domain/transfer';
import { civilDaySchema, type CivilDay } from '../../../../shared/time';
import { call } from '../../../bridge/client';
import { failureMessage } from '../../../i18n/failureMessage';
import { locale, message } from '../../../i18n/i18n';
import { flushPendingWork } from '../../../session/pendingWork';
import {
  setTransfers,
  useTransfers,
  type TakeOutChoices,
  type TakingOut,
} from '../../../session/transferStore';
import { shortPlace } from '../../../ui/shortPlace';

const list = new Intl.ListFormat(locale, { type: 'conjunction' });

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
  const { choices } = useTransfers.getState();
  const order = toOrder(choices);
  await flushPendingWork();
  const target = await call('export.chooseTarget', { format: order.format, seal: choices.seal });
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
        ? { is: 'done', text: message('transfer.out.stopped'), numbers: null }
        : { is: 'problem', text: failureMessage(report.error) },
    );
    return;
  }
  const written = message('transfer.out.written', { place: shortPlace(place) });
  const seal = passphrase === null ? [] : [message('transfer.out.writtenSealed')];
  say({ is: 'done', text: [written, ...seal].join(' '), numbers: writtenNumbers(report.value) });
}

/** "2,542 files: 2,537 entries and 704 times of moving." What there is none of is not named. */
function writtenNumbers({ files, entries, checkIns, sessions }: ExportReport): string {
  const counts = [
    ['entries', entries],
    ['check_ins', checkIns],
    ['movement_sessions', sessions],
  ] as const;
  const parts = counts.flatMap(([table, count]) =>
    count === 0 ? [] : [message(`transfer.counted.${table}`, { count })],
  );
  return parts.length === 0
    ? message('transfer.out.nothing')
    : message('transfer.out.numbers', { files, what: list.format(parts) });
}
