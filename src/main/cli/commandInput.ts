import { err, ok, type Result } from '../../shared/result';
import type { CliFailure } from './cliFailure';

/** Standard input: a pipe, a file, or a person at a keyboard. */
export interface TerminalInput extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean;
  readonly setRawMode?: (mode: boolean) => unknown;
}

/** 'open' and 'unseal' are asked for once, the others twice. */
type Purpose = 'open' | 'choose' | 'replace' | 'seal' | 'unseal';

const questions: Readonly<Record<Purpose, string>> = {
  open: 'Passphrase: ',
  choose: 'A passphrase for the new journal (nothing opens it without): ',
  replace: 'A new passphrase: ',
  seal: 'A passphrase for the archive (nothing opens it without): ',
  unseal: 'Passphrase of the file: ',
};

export interface CommandInput {
  /** Somebody is sitting there, and would have to be asked. */
  readonly isTerminal: boolean;
  /** `source` 'stdin': the first line. 'terminal': asked for, without echo; twice to choose one. */
  readonly readPassphrase: (
    source: 'stdin' | 'terminal',
    purpose: Purpose,
  ) => Promise<Result<Uint8Array, CliFailure>>;
  /** In the same way, and before the passphrase that is to replace the forgotten one. */
  readonly readRecoveryCode: (source: 'stdin' | 'terminal') => Promise<Result<Uint8Array, CliFailure>>;
  /** Whether words that came along with the last line are still unread. Doesn't wait for any. */
  readonly hasMore: () => boolean;
  /** Everything after what was read so far, as UTF-8. */
  readonly readRest: () => Promise<Result<string, CliFailure>>;
}

const newline = 0x0a;
const carriageReturn = 0x0d;
const backspace = new Set([0x08, 0x7f]);
const interrupt = 0x03;
const endOfInput = 0x04;

/** Longer than any passphrase; a first line beyond it is not one. */
const passphraseLimit = 4096;

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** Windows puts a mark in front of what it pipes. */
const withoutByteOrderMark = (bytes: Buffer): Buffer =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

export function createCommandInput(stdin: TerminalInput, ask: (question: string) => void): CommandInput {
  const chunks = stdin[Symbol.asyncIterator]();
  let ahead: Buffer = Buffer.alloc(0);

  async function nextChunk(): Promise<Buffer | null> {
    if (ahead.length > 0) {
      const chunk = ahead;
      ahead = Buffer.alloc(0);
      return chunk;
    }
    const { done, value } = await chunks.next();
    if (done === true) return null;
    return typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.from(value);
  }

  /** Bytes up to the end of the line; what follows stays ahead. */
  async function readLine(): Promise<Buffer> {
    let line = Buffer.alloc(0);
    for (;;) {
      const chunk = await nextChunk();
      if (chunk === null) return line;
      const end = chunk.indexOf(newline);
      const longer = Buffer.concat([line, end < 0 ? chunk : chunk.subarray(0, end)]);
      line.fill(0);
      line = longer;
      if (end >= 0) ahead = Buffer.from(chunk.subarray(end + 1));
      chunk.fill(0);
      if (end >= 0 || line.length > passphraseLimit) return line;
    }
  }

  async function readFirstLine(): Promise<Result<Uint8Array, CliFailure>> {
    const line = await readLine();
    const end = line.at(-1) === carriageReturn ? line.length - 1 : line.length;
    const passphrase = new Uint8Array(withoutByteOrderMark(line.subarray(0, end)));
    line.fill(0);
    if (passphrase.length <= passphraseLimit) return ok(passphrase);
    passphrase.fill(0);
    return err({
      type: 'UsageUnclear',
      reason: 'The first line of standard input is too long to be a passphrase.',
    });
  }

  async function askWithoutEcho(question: string): Promise<Result<Uint8Array, CliFailure>> {
    ask(question);
    stdin.setRawMode?.(true);
    const typed: number[] = [];
    try {
      for (;;) {
        const chunk = await nextChunk();
        if (chunk === null) return ok(Uint8Array.from(typed));
        for (const [index, byte] of chunk.entries()) {
          if (byte === interrupt) return err({ type: 'PassphraseNotGiven' });
          if (byte === newline || byte === carriageReturn || byte === endOfInput) {
            ahead = Buffer.from(chunk.subarray(index + 1));
            return ok(Uint8Array.from(typed));
          }
          if (backspace.has(byte)) {
            while (isContinuation(typed.pop() ?? 0));
          } else {
            typed.push(byte);
          }
        }
      }
    } finally {
      typed.fill(0);
      stdin.setRawMode?.(false);
      ask('\n');
    }
  }

  async function askForPassphrase(purpose: Purpose): Promise<Result<Uint8Array, CliFailure>> {
    if (stdin.isTTY !== true) return err({ type: 'PassphraseNotGiven' });
    const first = await askWithoutEcho(questions[purpose]);
    if (purpose === 'open' || purpose === 'unseal' || !first.ok) return first;
    const second = await askWithoutEcho('The same once more: ');
    if (!second.ok) return second;
    const isSame = Buffer.compare(first.value, second.value) === 0;
    second.value.fill(0);
    if (isSame) return first;
    first.value.fill(0);
    return err({ type: 'PassphrasesDiffer' });
  }

  return {
    isTerminal: stdin.isTTY === true,
    readPassphrase: (source, purpose) => (source === 'stdin' ? readFirstLine() : askForPassphrase(purpose)),
    readRecoveryCode: async (source) => {
      if (source === 'stdin') return readFirstLine();
      return stdin.isTTY === true ? askWithoutEcho('Recovery code: ') : err({ type: 'PassphraseNotGiven' });
    },
    hasMore: () => ahead.toString('utf8').trim() !== '',
    readRest: async () => {
      if (stdin.isTTY === true) ask('Your text, as Markdown; Ctrl-D on a line of its own ends it.\n');
      const parts: Buffer[] = [];
      for (let chunk = await nextChunk(); chunk !== null; chunk = await nextChunk()) parts.push(chunk);
      try {
        return ok(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)));
      } catch {
        return err({ type: 'TextNotReadable' });
      }
    },
  };
}
