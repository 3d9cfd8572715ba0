import { openDesk, press } from './desk';
import { describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { flushPendingWork } from '../../src/renderer/session/pendingWork';

interface Line {
  readonly send: (method: string, params: unknown) => Promise<unknown>;
}
// Vitest's own type knows no methods.
const line = (): Line => cdp() as unknown as Line;

/** As an input method does it: the word grows and changes under the caret, and is then decided. */
async function compose(steps: readonly string[], word: string): Promise<void> {
  for (const text of steps)
    await line().send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await line().send('Input.insertText', { text: word });
  await press('{Shift}');
}

describe('a word that is composed by an input method', () => {
  it.each([
    ['in a paragraph', [], '日本\n'],
    ['in bold words', ['{Control>}b{/Control}'], '**日本**\n'],
    ['in a list', ['- '], '- 日本\n'],
    ['in a block of code', ['{Control>}{Shift>}e{/Shift}{/Control}'], '```\n日本\n```\n'],
    [
      'in a cell of a table',
      ['{Control>}{Shift>}t{/Shift}{/Control}'],
      '| 日本 |  |\n| --- | --- |\n|  |  |\n|  |  |\n',
    ],
  ])('comes out whole %s, and is undone in one step', async (_where, keys, markdown) => {
    const desk = await openDesk();
    for (const part of keys) await press(part);
    await compose(['に', 'にほ', 'にほん', '日本'], '日本');
    await flushPendingWork();
    expect(desk.inJournal()).toBe(markdown);
    await press('{Control>}z{/Control}');
    await flushPendingWork();
    expect(desk.text.textContent).not.toContain('日');
    expect(desk.text.textContent).not.toContain('に');
  });
});
