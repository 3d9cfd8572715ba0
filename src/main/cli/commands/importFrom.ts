import { sessionMinutesSchema } from '../../../shared/domain/movement';
import { err, ok, type Result } from '../../../shared/result';
import { withoutRecords } from '../../journal/records/withoutRecords';
import type { MergeCounts } from '../../journal/records/mergeRecords';
import { createPace } from '../../transfer/pace';
import { lookAtFile, type LookedAt } from '../../transfer/import/lookAtFile';
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

export const importFrom: Command = {
  name: 'import',
  takes: 'FOLDER --from PATH [--sealed] [--dry-run] [--with-alike] [--minutes ID=MINUTES …]',
  does: 'brings in an archive, a folder of Markdown or of tables as export writes them, the journal of another program (Day One, jrnl, Journey, Diarium, Daylio, Mini Diary, Mini Diarium, RedNotebook, Obsidian or another folder of Markdown: its zip, folder or file), or the sessions of a file of Strava, Garmin, Apple Health, Google Fit, Fitbit or Health Connect, FIT, TCX or GPX: what is new, and later states of what is here; --sealed asks for the passphrase of a sealed archive or of a locked journal of jrnl or Mini Diary (the second line with --passphrase-stdin); with --dry-run it says what would come in and changes nothing. Sessions that seem to be here already, and entries that say word for word what is here on the same day, are left out unless --with-alike is given; sessions nobody knows the length of are listed, and come in with --minutes',
  options: {
    from: { type: 'string' },
    sealed: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    'with-alike': { type: 'boolean' },
    minutes: { type: 'string', multiple: true },
  },
  run: async (order) => {
    const from = order.option('from');
    if (from === undefined || from === '')
      return err(unclear('--from takes the file or the folder to read.'));
    const minutes = readMinutes(order.optionList('minutes'));
    if (minutes === null) return err(unclear('--minutes takes an id and whole minutes, such as ID=45.'));
    return withJournal(order, async (journal): Promise<Result<Outcome, CliFailure>> => {
      const passphrase = order.isSwitchedOn('sealed')
        ? await order.input.readPassphrase(order.passphraseFrom, 'unseal')
        : ok(undefined);
      if (!passphrase.ok) return passphrase;
      const pace = createPace({ isCancelled: order.watchForStop() });
      const looked = await lookAtFile(
        from,
        journal,
        { ...order.ports, passphrase: passphrase.value, pace },
        async (found) => {
          const { source, refused, assumed, pictures, doubtful, alikeEntries } = found;
          const alike = found.say(minutes);
          const isAlikeIn = order.isSwitchedOn('with-alike');
          const reader = withoutRecords(found.holdings.reader, {
            sessions: new Set(isAlikeIn ? [] : alike.map((pair) => pair.incoming)),
            entries: isAlikeIn ? new Set() : alikeEntries.ids,
          });
          const holdings = { ...found.holdings, reader };
          const waiting = doubtful.filter(({ id }) => minutes[id] === undefined);
          const told = {
            refused,
            alike,
            alikeEntries: [...alikeEntries.ids],
            assumed,
            pictures,
            doubtful: waiting,
          };
          const more = [
            ...assumed.map((key) => remarks[key]),
            ...doubtsInWords(waiting),
            ...lostInWords(refused),
            ...picturesInWords(pictures),
            ...alikeInWords(alike.length, isAlikeIn),
            ...entriesInWords(alikeEntries.inAll, isAlikeIn),
          ];
          if (order.isSwitchedOn('dry-run')) {
            const counts = journal.imports.judge(holdings);
            return said(
              { dryRun: true, source, counts, ...told },
              ...toSentences(counts),
              ...more,
              'Nothing was changed.',
            );
          }
          const brought = await journal.imports.bringPictures(holdings.images, pace);
          if (!brought.ok) return brought;
          const merged = await journal.imports.merge(holdings, source, brought.value, pace);
          if (!merged.ok) return merged;
          const { id, counts } = merged.value;
          return said(
            { id, source, counts, ...told },
            ...toSentences(counts),
            ...more,
            `It can be taken back with: footnote take-back … ${id}`,
          );
        },
      );
      passphrase.value?.fill(0);
      if (looked.ok) return looked.value;
      return err(looked.error.type === 'WrongPassphrase' ? { type: 'ArchivePassphraseWrong' } : looked.error);
    });
  },
};

const reasons: Readonly<Record<string, string>> = {
  'date-unclear': 'its date is unclear',
  'length-unknown': 'nobody knows how long it took',
  'too-long': 'it is longer than an entry can be',
  empty: 'there is nothing in it',
  'not-json': 'it is broken',
  'no-id': 'it belongs to nothing',
  'no-session': 'the session it belongs to is not there',
  media: 'a journal keeps words and pictures, and it is a recording, a film or a document',
  'picture-missing': 'its file is not there',
  'not-readable': 'it is not what its name says',
};

const remarks: Readonly<Record<LookedAt['assumed'][number], string>> = {
  'clock-on-the-wall': 'Its times have no zone; they were taken for those of the clock at home.',
  'day-sums-left-out': 'Sums of whole days are no sessions and stay outside.',
  'distances-left-out': 'Distances stand apart from the sessions in it and stay outside.',
  'kinds-by-number': 'It tells kinds of movement by numbers; those without a title may need a look.',
  'still-left-out': 'Sleep and riding along are no movement and stay outside.',
  'distance-unit':
    'It does not tell the unit of its distances; the one in the settings of the journal was taken.',
  'pool-lengths-left-out':
    'Distances in a pool may be metres or yards, which nobody can tell, and stay outside.',
  'distances-too-far': 'Distances of more than 10,000 km were taken for mistakes and stay outside.',
  'routes-left-out': 'Planned routes and places are no movement and stay outside.',
  'moods-left-out': 'How moods are written in it is documented nowhere; they stay outside.',
  'notes-cut': 'Notes of more than 10,000 characters were cut there.',
  'file-cut': 'It ends too early, as when a battery runs out; what stands before its end was read.',
  'file-damaged':
    'Its checksum is wrong: it was damaged since the device wrote it, and what could be read may be wrong, too.',
  'home-zone': 'Its times have no zone; they were read as times of the zone this computer is in.',
  'windows-1252': 'Its text is not Unicode; it was read as Windows wrote it in the west.',
  'day-first': 'Dates that can be read both ways were read with the day before the month.',
  'month-first': 'Dates that can be read both ways were read with the month before the day.',
  'place-and-weather': 'Places and the weather stay outside.',
  'mood-scale': 'Its moods are on a scale that is not described; they were put on the seven stops.',
  'mood-words':
    'Moods with a name of your own, of which nobody here knows how good they are, stand in the text and are no check-ins.',
  'binned-left-out': 'What lay in the bin when it was written out stays outside.',
  'side-files': 'Copies and leftovers beside the journal were not read.',
};

/** Null when one of them is not as it should be. */
function readMinutes(list: readonly string[]): Readonly<Record<string, number>> | null {
  const pairs = list.map((text) => /^(\S+)=(\d{1,4})$/.exec(text));
  if (!pairs.every((pair) => pair !== null)) return null;
  const minutes = Object.fromEntries(pairs.map(([, id = '', number]) => [id, Number(number)]));
  return Object.values(minutes).every((number) => sessionMinutesSchema.safeParse(number).success)
    ? minutes
    : null;
}

/** Lines about what waits; a diary that only says that somebody danced has hundreds. */
const mostDoubts = 20;

function doubtsInWords(waiting: LookedAt['doubtful']): readonly string[] {
  const lines = waiting.slice(0, mostDoubts).map(({ id, because, told }) => {
    const when = told.time === null ? told.day : `${told.day}, ${told.time}`;
    const [name = ''] = told.note?.split('\n') ?? [];
    const what = [told.kind, ...(name === '' ? [] : [`"${name.slice(0, 60)}"`])].join(' ');
    const why = because === 'too-long' ? 'longer than a day' : 'nobody knows how long it took';
    return `Waits for you: ${when}, ${what}: ${why}. To bring it in: --minutes ${id}=30`;
  });
  const rest = waiting.length - lines.length;
  return rest === 0
    ? lines
    : [...lines, `And ${counted(rest, 'more session waits', 'more sessions wait')}; --json lists them.`];
}

/** Lines about what stays outside; all of it is in the report. */
const mostLost = 20;

function lostInWords(refused: LookedAt['refused']): readonly string[] {
  const lines = refused.slice(0, mostLost).map(({ file, line, reason }) => {
    const what = reason === 'picture-missing' ? 'a picture of ' : '';
    const where = line === null ? (file ?? 'one') : `number ${line}${file === null ? '' : ` of ${file}`}`;
    return `Not taken over: ${what}${where}, because ${reasons[reason] ?? 'it is not valid'}.`;
  });
  const rest = refused.length - lines.length;
  return rest === 0 ? lines : [...lines, `And ${rest} more were not taken over; --json lists them.`];
}

const picturesInWords = ({ left, unreadable }: LookedAt['pictures']): readonly string[] => [
  ...(left === 0
    ? []
    : [
        `${counted(left, 'picture stays', 'pictures stay')} outside; bring the file in with the app to have them, too.`,
      ]),
  ...(unreadable === 0 ? [] : [`${counted(unreadable, 'picture', 'pictures')} could not be read.`]),
];

const alikeInWords = (count: number, isIn: boolean): readonly string[] =>
  count === 0
    ? []
    : [
        `${counted(count, 'session seems', 'sessions seem')} to be here already, or twice in the file, told by another program${leftOutUnless(isIn)}.`,
      ];

const entriesInWords = (count: number, isIn: boolean): readonly string[] =>
  count === 0
    ? []
    : [
        `${counted(count, 'entry says', 'entries say')} word for word what is here already on the same day${leftOutUnless(isIn)}.`,
      ];

const leftOutUnless = (isIn: boolean): string => (isIn ? '' : ', and stay out; --with-alike brings them in');

type Outcome = Extract<Awaited<ReturnType<Command['run']>>, { readonly ok: true }>['value'];

export const takeBack: Command = {
  name: 'take-back',
  takes: 'FOLDER ID',
  does: 'takes an import back; what was changed since it came in stays',
  options: {},
  run: (order) =>
    withJournal(order, async (journal) => {
      const [id] = order.words;
      if (id === undefined) return err(unclear('take-back takes the id of an import.'));
      const done = await journal.imports.takeBack(id, createPace({}));
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
