import type { ParseArgsOptionsConfig } from 'node:util';
import { err, ok, type Result } from '../../shared/result';
import { backUpBeforeMigration } from '../backup/backUpBeforeMigration';
import { finishReplacing } from '../backup/replaceJournal';
import { withStorageFailures } from '../journal/database/storageFailure';
import { createJournal, openJournal, type JournalPorts, type OpenedJournal } from '../journal/journal';
import type { CliFailure } from './cliFailure';
import type { CommandInput } from './commandInput';

/** One command as it was typed. */
export interface Order {
  readonly folder: string;
  /** Arguments after the folder. */
  readonly words: readonly string[];
  /** Value of an option that takes one. */
  readonly option: (name: string) => string | undefined;
  /** Values of an option that can be given several times, in their order. */
  readonly optionList: (name: string) => readonly string[];
  /** Whether an option without a value was given. */
  readonly isSwitchedOn: (name: string) => boolean;
  readonly passphraseFrom: 'stdin' | 'terminal';
  readonly input: CommandInput;
  readonly ports: JournalPorts;
  /** From now on somebody who wants to stop is heard here: what was begun has to be taken away before the process ends. */
  readonly watchForStop: () => () => boolean;
}

/** What a command has to say: `report` for --json, `lines` for people. */
export interface Outcome {
  readonly report: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

export interface Command {
  readonly name: string;
  /** What follows the name in --help. */
  readonly takes: string;
  readonly does: string;
  readonly options: ParseArgsOptionsConfig;
  readonly run: (order: Order) => Promise<Result<Outcome, CliFailure>>;
}

type Work<Value> = (
  journal: OpenedJournal,
  /** UTF-8, zeroed afterwards. */
  passphrase: Uint8Array,
) => Promise<Result<Value, CliFailure>> | Result<Value, CliFailure>;

/** A journal of an older version is backed up before it is changed. */
export const toJournalPorts = ({ folder, ports }: Pick<Order, 'folder' | 'ports'>): JournalPorts => ({
  ...ports,
  beforeMigration: backUpBeforeMigration(folder, { clock: ports.clock }),
});

/** Opens the journal for the length of `work`, and closes it whatever happens. */
export async function withJournal<Value>(
  order: Order,
  work: Work<Value>,
): Promise<Result<Value, CliFailure>> {
  const { folder, passphraseFrom, input } = order;
  const given = await input.readPassphrase(passphraseFrom, 'open');
  if (!given.ok) return given;
  const passphrase = given.value.slice();
  try {
    // What the disk refuses here, opening says.
    withStorageFailures(() => ok(finishReplacing(folder)));
    const opened = await openJournal(folder, given.value, toJournalPorts(order));
    if (!opened.ok) {
      // Whoever names a file when a journal was asked for hears that there is none.
      return err(opened.error.type === 'FolderIsFile' ? { type: 'JournalMissing' } : opened.error);
    }
    return await closing(opened.value, (journal) => work(journal, passphrase));
  } finally {
    passphrase.fill(0);
  }
}

export async function withNewJournal<Value>(
  { folder, passphraseFrom, input, ports }: Order,
  work: (journal: OpenedJournal) => Result<Value, CliFailure>,
): Promise<Result<Value, CliFailure>> {
  const passphrase = await input.readPassphrase(passphraseFrom, 'choose');
  if (!passphrase.ok) return passphrase;
  const created = await createJournal(folder, passphrase.value, ports);
  if (!created.ok) return err(created.error);
  return closing(created.value, work);
}

async function closing<Value>(
  journal: OpenedJournal,
  work: (journal: OpenedJournal) => Promise<Result<Value, CliFailure>> | Result<Value, CliFailure>,
): Promise<Result<Value, CliFailure>> {
  try {
    return await work(journal);
  } finally {
    journal.close();
  }
}

/** Shown this once: it is nowhere on the disk. */
export const recoveryCodeLines = (code: string): readonly string[] => [
  `Recovery code: ${code}`,
  'Write it down on paper and keep it safe. It opens the journal when the passphrase is forgotten, and it is not shown again.',
];

/** The option as a whole number within bounds, `fallback` when it is absent, undefined when it is neither. */
export function wholeNumber(
  text: string | undefined,
  { least, most, fallback }: { readonly least: number; readonly most: number; readonly fallback: number },
): number | undefined {
  if (text === undefined) return fallback;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

export const said = (report: Outcome['report'], ...lines: readonly string[]): Result<Outcome, never> =>
  ok({ report, lines });

/** "one entry", "3 entries" */
export const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `one ${one}` : `${count} ${many}`;
