import { exitCodes } from './cliFailure';
import { commands } from './commands';

const table = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, text]) => `  ${name.padEnd(width)}${text}`).join('\n');
};

export const helpText = (): string => `footnote: a private journal on your own disk, on the command line

Usage: footnote COMMAND FOLDER …

${commands.map(({ name, takes, does }) => `  ${name} ${takes}\n      ${does}`).join('\n')}

Options for every command
${table([
  [
    '--passphrase-stdin',
    'the first line of standard input is the passphrase; for "add" the rest is the text',
  ],
  ['--json', 'one JSON document on standard output and nothing else, also when something goes wrong'],
  ['--help', 'this text'],
])}

Without --passphrase-stdin the passphrase is asked for in the terminal, without showing it. It is never taken
from an argument or an environment variable: other programs can read those. The same is true of --text while the
command runs; text on standard input is for Footnote alone.

Results go to standard output, sentences about what went wrong to standard error. With --json a result is
{"ok": true, …} and a failure is {"ok": false, "error": {"type": …}}.

Exit codes
${table(Object.entries(exitCodes).map(([code, text]) => [code, text] as const))}
`;
