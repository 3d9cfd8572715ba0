import { openDesk, press } from './desk';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flushPendingWork } from '../../src/renderer/session/pendingWork';

/** Types and waits until it is in the journal. */
async function written(...keys: readonly string[]): Promise<string> {
  const desk = await openDesk();
  for (const part of keys) await press(part);
  await flushPendingWork();
  return desk.inJournal();
}

describe('marks by keys', () => {
  it.each([
    ['{Control>}u{/Control}', '<u>word</u>'],
    ['{Control>}{Shift>}h{/Shift}{/Control}', '==word=='],
    ['{Control>}e{/Control}', '`word`'],
    ['{Control>}b{/Control}', '**word**'],
  ])('%s', async (keys, markdown) => {
    expect(await written(keys, 'word', keys, ' and on')).toBe(`${markdown} and on\n`);
  });

  it('hold in Hebrew, and on top of each other', async () => {
    const desk = await openDesk();
    await press('{Control>}u{/Control}{Control>}b{/Control}');
    await userEvent.keyboard('שלום');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('<u>**שלום**</u>\n');
    expect(getComputedStyle(desk.text.querySelector('p') ?? desk.text).direction).toBe('rtl');
  });
});

describe('marks by typing Markdown', () => {
  it.each([
    ['`path` on', '`path` on'],
    ['==kept== on', '==kept== on'],
  ])('%s', async (typed, markdown) => {
    expect(await written(typed)).toBe(`${markdown}\n`);
  });
});

describe('a block of code', () => {
  it('comes with three backticks, keeps its lines and is left by empty ones', async () => {
    expect(await written('``` ', 'if (a) {{', '{Enter}', '  b', '{Enter}{Enter}{Enter}', 'after')).toBe(
      '```\nif (a) {\n  b\n```\n\nafter\n',
    );
  });

  it('comes and goes with its keys', async () => {
    const keys = '{Control>}{Shift>}e{/Shift}{/Control}';
    expect(await written('plain', keys)).toBe('```\nplain\n```\n');
    expect(await written('plain', keys, keys)).toBe('plain\n');
  });
});

describe('a table', () => {
  const insert = '{Control>}{Shift>}t{/Shift}{/Control}';

  it('is filled cell by cell with Tab', async () => {
    const markdown = await written(insert, 'Day', '{Tab}', 'How', '{Tab}', 'Monday', '{Tab}', 'easy | slow');
    expect(markdown).toBe('| Day | How |\n| --- | --- |\n| Monday | easy \\| slow |\n|  |  |\n');
  });

  it('has its tools within reach of the keys', async () => {
    const desk = await openDesk();
    await press(insert);
    await press('{Alt>}{F10}{/Alt}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Row above');
    await press('{ArrowRight}{Enter}');
    // One goes on writing where the row is new.
    expect(document.activeElement).toBe(desk.text);
    await press('{Alt>}{F10}{/Alt}');
    await press('{Alt>}{F10}{/Alt}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Large heading');
    expect(desk.text.querySelectorAll('tr')).toHaveLength(4);
  });

  it('gets rows and columns and loses them from its tools', async () => {
    const desk = await openDesk();
    await press(insert);
    await press('one');
    const tools = page.getByRole('toolbar', { name: 'Change the table' });
    await userEvent.click(tools.getByRole('button', { name: 'Column after' }));
    await userEvent.click(tools.getByRole('button', { name: 'Remove this row' }));
    await press('x');
    await userEvent.click(tools.getByRole('button', { name: 'First row names the columns' }));
    await flushPendingWork();
    expect(desk.inJournal().split('\n')[0]).toMatch(/^\|( \w* +\|){3}$/);
    await userEvent.click(tools.getByRole('button', { name: 'Remove the table' }));
    await press('after');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('after\n');
    await press('{Control>}z{/Control}{Control>}z{/Control}');
    await flushPendingWork();
    expect(desk.inJournal()).toContain('| --- |');
  });
});
