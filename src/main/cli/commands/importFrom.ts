import { err, ok, type Result } from '../../../shared/result';
import type { MergeCounts } from '../../journal/records/mergeRecords';
import { lookAtArchive, type ArchiveFailure } from '../../transfer/archive/lookAtArchive';
import { unclear, type CliFailure } from '../cliFailure';
import { counted, said, withJournal, type Command } from '../command';

const nouns: Readonly<Record<string, readonly [one: string, many: string]>> = {
  entries: ['entry', 'entries'],
  check_ins: ['check-in', 'check-ins'],
  movement_sessions: ['session', 'sessions'],
  images: ['picture', 'pictures'],
};

/** What people call records; everything else is counted together. */
function toSentences(counts: MergeCounts): readonly string[] {
  const named = Object.entries(nouns).flatMap(([table, [one, many]]) => {
    const of = counts[table];
    if (of === undefined) return [];
    const parts = [
      `${of.new} new`,
      `${of.same} here already`,
      ...(of.changed > 0 ? [`${of.changed} changed`] : []),
      ...(of.older > 0 ? [`${of.older} left as they are here`] : []),
      ...(of.refused > 0 ? [`${of.refused} refused`] : []),
    ];
    const all = Object.values(of).reduce((sum, count) => sum + count, 0);
    return [`${counted(all, one, many)}: ${parts.join(', ')}.`];
  });
  const others = Object.entries(counts).filter(([table]) => nouns[table] === undefined);
  const rest = others.reduce((sum, [, of]) => sum + of.new + of.changed, 0);
  return rest === 0 ? named : [...named, `And ${counted(rest, 'other record', 'other records')}.`];
}

/** A file that can't be read is the person's to look at; what is in it is never shown. */
const toCliFailure = (failure: ArchiveFailure): CliFailure => failure;

export const importFrom: Command = {
  name: 'import',
  takes: 'FOLDER --from ARCHIVE [--dry-run]',
  does: 'brings an archive in: what is new, and later states of what is here; with --dry-run it says what would come in and changes nothing',
  options: { from: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run: async (order) => {
    const from = order.option('from');
    if (from === undefined || from === '') return err(unclear('--from takes the archive to read.'));
    return withJournal(order, async (journal): Promise<Result<Outcome, CliFailure>> => {
      const looked = await lookAtArchive(from, order.ports, async (read, { refused }) => {
        const lost = refused.map(({ file, line }) => `Not taken over: line ${line} of ${file}.`);
        if (order.isSwitchedOn('dry-run')) {
          const counts = journal.imports.judge(read.imports);
          return said(
            { dryRun: true, counts, refused },
            ...toSentences(counts),
            ...lost,
            'Nothing was changed.',
          );
        }
        const merged = journal.imports.merge(read.imports, 'archive');
        if (!merged.ok) return merged;
        const { id, counts } = merged.value;
        return said(
          { id, counts, refused },
          ...toSentences(counts),
          ...lost,
          `It can be taken back with: footnote take-back … ${id}`,
        );
      });
      return looked.ok ? looked.value : err(toCliFailure(looked.error));
    });
  },
};

type Outcome = Extract<Awaited<ReturnType<Command['run']>>, { readonly ok: true }>['value'];

export const takeBack: Command = {
  name: 'take-back',
  takes: 'FOLDER ID',
  does: 'takes an import back; what was changed since it came in stays',
  options: {},
  run: (order) =>
    withJournal(order, (journal) => {
      const [id] = order.words;
      if (id === undefined) return err(unclear('take-back takes the id of an import.'));
      const done = journal.imports.takeBack(id);
      if (!done.ok) return done;
      const { takenBack, left } = done.value;
      return said(
        { takenBack, left },
        `Took back ${counted(takenBack, 'record', 'records')}${left > 0 ? `; ${left} stay, because they were changed since` : ''}.`,
      );
    }),
};

export const imports: Command = {
  name: 'imports',
  takes: 'FOLDER',
  does: 'lists what was brought in, newest first',
  options: {},
  run: (order) =>
    withJournal(order, (journal) => {
      const list = journal.imports.list();
      return ok({
        report: { imports: list },
        lines:
          list.length === 0
            ? ['Nothing was brought in.']
            : list.map(
                ({ id, at, source, takenBackAt }) =>
                  `${id}  ${new Date(at).toISOString()}  ${source}${takenBackAt === null ? '' : '  (taken back)'}`,
              ),
      });
    }),
};
