import { describe, expect, it } from 'vitest';
import { createCommandInput, type TerminalInput } from '../../../src/main/cli/commandInput';

/** Somebody typing: each piece is what one read of the terminal gives. */
function terminal(...typed: readonly string[]) {
  const modes: boolean[] = [];
  let shown = '';
  const stdin: TerminalInput = {
    isTTY: true,
    setRawMode: (mode) => modes.push(mode),
    [Symbol.asyncIterator]: async function* () {
      for (const piece of typed) yield Buffer.from(piece);
    },
  };
  const input = createCommandInput(stdin, (text) => {
    shown += text;
  });
  return { input, modes, shown: () => shown };
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

describe('asking for a passphrase in a terminal', () => {
  it('takes what is typed up to the return key and shows none of it', async () => {
    const { input, modes, shown } = terminal('ge', 'ese', '\r');
    const given = await input.readPassphrase('terminal', 'open');
    expect(given.ok && textOf(given.value)).toBe('geese');
    expect(modes).toEqual([true, false]);
    expect(shown()).toBe('Passphrase: \n');
  });

  it('takes back whole letters with the backspace key', async () => {
    const { input } = terminal('gé\u007F\u007Fheron\u007F\b', 'ns\n');
    const given = await input.readPassphrase('terminal', 'open');
    expect(given.ok && textOf(given.value)).toBe('herns');
  });

  it('asks twice for a new one, and both must be the same', async () => {
    const same = await terminal('geese\r', 'geese\r').input.readPassphrase('terminal', 'choose');
    expect(same.ok && textOf(same.value)).toBe('geese');
    const pasted = await terminal('geese\rgeese\r').input.readPassphrase('terminal', 'choose');
    expect(pasted.ok && textOf(pasted.value)).toBe('geese');
    const different = await terminal('geese\r', 'goose\r').input.readPassphrase('terminal', 'choose');
    expect(different).toEqual({ ok: false, error: { type: 'PassphrasesDiffer' } });
  });

  it('gives the terminal back when somebody changes their mind', async () => {
    const { input, modes } = terminal('gee\u0003');
    expect(await input.readPassphrase('terminal', 'open')).toEqual({
      ok: false,
      error: { type: 'PassphraseNotGiven' },
    });
    expect(modes).toEqual([true, false]);
  });

  it('leaves what is typed afterwards for the text', async () => {
    const { input } = terminal('geese\rand then', ' a line\n');
    expect(input.isTerminal).toBe(true);
    await input.readPassphrase('terminal', 'open');
    expect(await input.readRest()).toEqual({ ok: true, value: 'and then a line\n' });
  });
});
