import { parseArgs } from 'node:util';
import { assert } from '../../shared/assert';
import { err, ok, type Result } from '../../shared/result';
import type { JournalPorts } from '../journal/journal';
import {
  exitCodes,
  failureToExitCode,
  failureToSentence,
  unclear,
  type CliFailure,
  type ExitCode,
} from './cliFailure';
import { createCommandInput, type TerminalInput } from './commandInput';
import type { Command, Order, Outcome } from './command';
import { commands } from './commands';
import { helpText } from './helpText';

/** The world around one run. */
export interface CommandWorld {
  readonly stdin: TerminalInput;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly ports: JournalPorts;
  /** Without it nobody ever stops. */
  readonly watchForStop?: Order['watchForStop'];
}

/** Runs one command line (without the program's name) and answers with its exit code. */
export async function run(line: readonly string[], world: CommandWorld): Promise<ExitCode> {
  const isJson = hasSwitch(line, '--json');
  if (hasSwitch(line, '--help') || hasSwitch(line, '-h')) {
    const help = {
      help: helpText(),
      exitCodes,
      commands: commands.map(({ name, takes, does }) => ({ name, takes, does })),
    };
    world.out(isJson ? `${JSON.stringify({ ok: true, ...help })}\n` : help.help);
    return 0;
  }
  const result = await attempt(line, world);
  if (result.ok) {
    const { report, lines } = result.value;
    if (isJson) world.out(`${JSON.stringify({ ok: true, ...report })}\n`);
    else if (lines.length > 0) world.out(`${lines.map(toPrintable).join('\n')}\n`);
    return 0;
  }
  if (isJson) world.out(`${JSON.stringify({ ok: false, error: result.error })}\n`);
  else world.err(`footnote: ${failureToSentence(result.error)}\n`);
  return failureToExitCode(result.error);
}

/** What follows `--` is words, whatever it looks like. */
const hasSwitch = (line: readonly string[], name: string): boolean => {
  const end = line.indexOf('--');
  return (end < 0 ? line : line.slice(0, end)).includes(name);
};

const neverStops: Order['watchForStop'] = () => () => false;

async function attempt(line: readonly string[], world: CommandWorld): Promise<Result<Outcome, CliFailure>> {
  const parsed = parseLine(line);
  if (!parsed.ok) return parsed;
  const { command, ...order } = parsed.value;
  try {
    const input = createCommandInput(world.stdin, world.err);
    return await command.run({
      ...order,
      input,
      ports: world.ports,
      watchForStop: world.watchForStop ?? neverStops,
    });
  } catch (error) {
    // Where, and never what: a message may hold the person's words.
    const frames =
      error instanceof Error ? (error.stack ?? '').split('\n').filter((frame) => /^\s+at /.test(frame)) : [];
    if (!hasSwitch(line, '--json')) world.err(`${frames.join('\n')}\n`);
    return err({ type: 'Unexpected' });
  }
}

interface ParsedArguments {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

type ParsedLine = Omit<Order, 'input' | 'ports' | 'watchForStop'> & { readonly command: Command };

function parseLine(line: readonly string[]): Result<ParsedLine, CliFailure> {
  const [name, ...rest] = line;
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    const names = commands.map((one) => one.name).join(', ');
    return err(unclear(`The first word is a command: ${names}. "footnote --help" says more.`));
  }
  try {
    const { values, positionals }: ParsedArguments = parseArgs({
      args: [...rest],
      options: { ...command.options, 'passphrase-stdin': { type: 'boolean' }, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [folder, ...words] = positionals;
    if (folder === undefined || folder === '')
      return err(unclear(`Usage: footnote ${command.name} ${command.takes}`));
    return ok({
      command,
      folder,
      words,
      option: (key) => {
        assert(key in command.options, `${command.name} knows its own options`);
        const value = values[key];
        return typeof value === 'string' ? value : undefined;
      },
      optionList: (key) => {
        assert(key in command.options, `${command.name} knows its own options`);
        const value = values[key];
        return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
      },
      isSwitchedOn: (key) => {
        assert(key in command.options, `${command.name} knows its own options`);
        return values[key] === true;
      },
      passphraseFrom: values['passphrase-stdin'] === true ? 'stdin' : 'terminal',
    });
  } catch {
    // Node's own sentence repeats what was typed, which may be a line of the journal.
    return err(unclear(`An option was not understood. Usage: footnote ${command.name} ${command.takes}`));
  }
}

/** Text that was pasted into a journal must not steer the terminal it is shown in. */
const toPrintable = (text: string): string => text.replaceAll(/[^\P{Cc}\n\t]/gu, '');
