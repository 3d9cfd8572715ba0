import { lstatSync } from 'node:fs';
import {
  exportFormats,
  exportFormatSchema,
  exportShapes,
  type ExportDays,
} from '../../../shared/domain/transfer';
import { err, ok, type Result } from '../../../shared/result';
import { civilDaySchema, type CivilDay } from '../../../shared/time';
import { createPace } from '../../transfer/pace';
import { exportJournal, type ExportOrder } from '../../transfer/exportJournal';
import { unclear, type CliFailure } from '../cliFailure';
import { counted, said, withJournal, type Command, type Order } from '../command';

/** A place that can't be looked at is the export's to refuse. */
function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
}

export const exportTo: Command = {
  name: 'export',
  takes: `FOLDER TARGET --format ${exportFormats.join('|')} [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--by-day] [--for-excel] [--sealed]`,
  does: `writes everything out, or the days from --from to --to, as plain text: ${namesOf('folder')} into a new or empty folder, ${namesOf('file')} into a new file.
      An archive is the whole journal and comes back without loss; --sealed gives it a passphrase of its own, which is asked for after the
      journal's (the second line with --passphrase-stdin). --by-day writes one Markdown file a day, --for-excel tables that Excel reads rightly`,
  options: {
    format: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    'by-day': { type: 'boolean' },
    'for-excel': { type: 'boolean' },
    sealed: { type: 'boolean' },
  },
  run: async (order) => {
    const read = readOrder(order);
    if (!read.ok) return read;
    const { target, format } = read.value;
    // Nobody has been asked whether the file may be replaced, as a dialog would have.
    if (exportShapes[format].shape === 'file' && isFile(target)) return err({ type: 'TargetNotEmpty' });
    return withJournal(order, async (journal) => {
      const given = order.isSwitchedOn('sealed')
        ? await order.input.readPassphrase(order.passphraseFrom, 'seal')
        : ok(undefined);
      if (!given.ok) return given;
      const passphrase = given.value;
      const { randomBytes, kdf } = order.ports;
      const sealing = { randomBytes, ...(kdf && { kdf }) };
      const pace = createPace({ isCancelled: order.watchForStop() });
      const done = await exportJournal(journal, { ...read.value, passphrase }, { sealing, pace });
      passphrase?.fill(0);
      if (!done.ok) return done;
      const { files, entries, checkIns, sessions } = done.value;
      const what = [
        ...(format === 'csv' ? [] : [counted(entries, 'entry', 'entries')]),
        counted(checkIns, 'check-in', 'check-ins'),
        counted(sessions, 'session', 'sessions'),
      ].join(', ');
      const after =
        passphrase === undefined
          ? 'They are plain text; keep them safe.'
          : 'Only its passphrase opens it; it is nowhere on the disk.';
      return said(
        { ...done.value, target, sealed: passphrase !== undefined },
        `Wrote ${what} into ${counted(files, 'file', 'files')}. ${after}`,
      );
    });
  },
};

function namesOf(shape: 'file' | 'folder'): string {
  const names = exportFormats.filter((format) => exportShapes[format].shape === shape);
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function readOrder(order: Order): Result<ExportOrder, CliFailure> {
  const format = exportFormatSchema.safeParse(order.option('format'));
  if (!format.success) return err(unclear(`--format takes one of ${exportFormats.join(', ')}.`));
  const [target, ...more] = order.words;
  if (target === undefined || target === '' || more.length > 0)
    return err(unclear("After the journal's folder comes the place to write to, and nothing else."));
  const days = readDays(order);
  if (!days.ok) return days;
  const isLimited = days.value.from !== null || days.value.to !== null;
  if (format.data === 'archive' && isLimited)
    return err(unclear('An archive is the whole journal; --from and --to are for the other formats.'));
  for (const [name, only] of [
    ['by-day', 'markdown'],
    ['for-excel', 'csv'],
    ['sealed', 'archive'],
  ] as const) {
    if (order.isSwitchedOn(name) && format.data !== only)
      return err(unclear(`--${name} goes with --format ${only} alone.`));
  }
  return ok({
    format: format.data,
    target,
    days: days.value,
    ...(order.isSwitchedOn('by-day') && { layout: 'by-day' }),
    ...(order.isSwitchedOn('for-excel') && { flavour: 'excel' }),
  });
}

function readDays(order: Order): Result<ExportDays, CliFailure> {
  const from = readDay(order, 'from');
  if (!from.ok) return from;
  const to = readDay(order, 'to');
  if (!to.ok) return to;
  if (from.value !== null && to.value !== null && from.value > to.value)
    return err(unclear('--from is after --to.'));
  return ok({ from: from.value, to: to.value });
}

function readDay(order: Order, name: 'from' | 'to'): Result<CivilDay | null, CliFailure> {
  const text = order.option(name);
  if (text === undefined) return ok(null);
  const day = civilDaySchema.safeParse(text);
  return day.success ? ok(day.data) : err(unclear(`--${name} takes a date such as 2026-03-10.`));
}
