import {
  findSpanTrouble,
  lastDayBefore,
  spanDraftSchema,
  spanKinds,
  spanKindSchema,
  spansOfDay,
  spanToDraft,
  type Span,
  type SpanDraft,
} from '../../../shared/domain/span';
import { createSpanId } from '../../../shared/id';
import { err, ok, type Result } from '../../../shared/result';
import { civilDaySchema, instantToMoment, type CivilDay } from '../../../shared/time';
import type { Journal } from '../../journal/journal';
import { unclear, type CliFailure } from '../cliFailure';
import { said, withJournal, type Command, type Order, type Outcome } from '../command';
import { shortId } from './list';

export const span: Command = {
  name: 'span',
  takes: `FOLDER start ${spanKinds.join('|')} [--name WORDS] [--note TEXT] [--day YYYY-MM-DD] [--until YYYY-MM-DD]
  span FOLDER end [KIND, NAME or ID] [--day YYYY-MM-DD]
  span FOLDER list`,
  does: 'notes that something is different for a while, that it is over (--day is its last day; yesterday without it), or lists all of them',
  options: {
    name: { type: 'string' },
    note: { type: 'string' },
    day: { type: 'string' },
    until: { type: 'string' },
  },
  run: async (order) => {
    const [act, what, ...more] = order.words;
    if (more.length > 0) return err(unclear('A name of several words is put in quotation marks.'));
    switch (act) {
      case 'start':
        return start(order, what);
      case 'end':
        return end(order, what);
      case 'list':
        return what === undefined
          ? withJournal(order, listAll)
          : err(unclear('"list" takes nothing after it.'));
      default:
        return err(unclear('After the folder comes start, end or list.'));
    }
  },
};

/** Undefined: not given. */
function readDay(order: Order, name: 'day' | 'until'): Result<CivilDay | undefined, CliFailure> {
  const text = order.option(name);
  if (text === undefined) return ok(undefined);
  const day = civilDaySchema.safeParse(text);
  return day.success ? ok(day.data) : err(unclear(`--${name} takes a date such as 2026-03-10.`));
}

const todayOf = (journal: Journal, { clock }: Order['ports']): CivilDay =>
  instantToMoment(clock.now(), clock.zone(), journal.everything.settings().dayBoundaryHour).day;

async function start(order: Order, kindText: string | undefined): Promise<Result<Outcome, CliFailure>> {
  const kind = spanKindSchema.safeParse(kindText);
  if (!kind.success) return err(unclear(`"start" takes one of ${spanKinds.join(', ')}.`));
  const first = readDay(order, 'day');
  if (!first.ok) return first;
  const last = readDay(order, 'until');
  if (!last.ok) return last;
  return withJournal(order, (journal) => {
    const { clock, randomBytes } = order.ports;
    const draft = spanDraftSchema.safeParse({
      id: createSpanId(clock.now(), randomBytes),
      kind: kind.data,
      name: order.option('name') ?? null,
      firstDay: first.value ?? todayOf(journal, order.ports),
      lastDay: last.value ?? null,
      note: order.option('note') ?? null,
    });
    if (!draft.success) return err(unclear('--name holds 1 to 80 characters, --note 1 to 10000.'));
    return save(journal, draft.data, order, 'Noted');
  });
}

async function end(order: Order, which: string | undefined): Promise<Result<Outcome, CliFailure>> {
  const last = readDay(order, 'day');
  if (!last.ok) return last;
  return withJournal(order, (journal) => {
    const today = todayOf(journal, order.ports);
    const running = spansOfDay([...journal.everything.spans()], today).filter(
      (one) => one.lastDay === null || one.lastDay > today,
    );
    const meant = which === undefined ? running : running.filter((one) => isMeant(one, which));
    const [only, another] = meant;
    if (only === undefined) return err(unclear('Nothing of that kind is running now.'));
    if (another !== undefined)
      return err(
        unclear('Several are running. Say which by its kind, its name or its id; "list" names them.'),
      );
    const lastDay = last.value ?? lastDayBefore(only, today);
    return save(journal, { ...spanToDraft(only), lastDay }, order, 'Over');
  });
}

const isMeant = ({ id, kind, name }: Span, which: string): boolean =>
  kind === which || name?.toLocaleLowerCase('en') === which.toLocaleLowerCase('en') || id.endsWith(which);

function save(
  journal: Journal,
  draft: SpanDraft,
  { ports }: Order,
  word: 'Noted' | 'Over',
): Result<Outcome, CliFailure> {
  const trouble = findSpanTrouble(draft, [...journal.everything.spans()], todayOf(journal, ports));
  switch (trouble?.type) {
    case 'backwards':
      return err(unclear(`The last day lies before the first one, ${draft.firstDay}. Nothing was changed.`));
    case 'notBegun':
      return err(
        unclear('That day has not begun yet; travel alone can be noted ahead. Nothing was changed.'),
      );
    case 'inside':
      return err(
        unclear(
          `The same is noted already, ${daysOf(trouble.other)}. Give this one a --name of its own. Nothing was changed.`,
        ),
      );
    case undefined:
  }
  const saved = journal.spans.save(draft);
  if (saved.ok) return said({ span: saved.value }, `${word}: ${spanToLine(saved.value)}`);
  switch (saved.error.type) {
    case 'SpanBackwards':
    case 'SpanInside':
    case 'DayInFuture':
      // The same was asked above, of the same journal.
      return err({ type: 'Unexpected' });
    default:
      return err(saved.error);
  }
}

const daysOf = ({ firstDay, lastDay }: Pick<Span, 'firstDay' | 'lastDay'>): string =>
  lastDay === null ? `since ${firstDay}` : `${firstDay} to ${lastDay}`;

const spanToLine = (one: Span): string =>
  [shortId(one.id), one.kind, one.name ?? '', daysOf(one)].filter((part) => part !== '').join('  ');

function listAll(journal: Journal): Result<Outcome, CliFailure> {
  const spans = [...journal.everything.spans()].toReversed();
  return said({ spans }, ...spans.map(spanToLine));
}
