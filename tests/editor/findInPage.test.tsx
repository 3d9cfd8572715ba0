import { openDesk, press, type Desk } from './desk';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flushPendingWork } from '../../src/renderer/session/pendingWork';
import { markdownToDocument } from '../../src/shared/document/markdown';

const field = page.getByRole('textbox', { name: 'Find in this entry' });
const replacement = page.getByRole('textbox', { name: 'Replace with' });

const painted = (name: string): readonly string[] =>
  [...(CSS.highlights.get(name) ?? [])].filter((range) => range instanceof Range).map(String);

/** Opened from the text at the top of it, as a person does. */
async function lookFor(markdown: string, words: string): Promise<Desk> {
  const desk = await openDesk({ entry: markdownToDocument(markdown) });
  await press('{Control>}{Home}{/Control}');
  await press('{Control>}f{/Control}');
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard(words);
  return desk;
}

const says = async (words: string): Promise<void> => {
  await expect.element(page.getByRole('search').getByRole('status')).toHaveTextContent(words);
};

async function inJournal(desk: Desk): Promise<string> {
  await flushPendingWork();
  return desk.inJournal();
}

const lakes = 'The lake.\n\n- a **la**ke\n- Läke\n\n[lakes](https://example.org)';

describe('finding in an entry', () => {
  it('opens from the text, counts, and paints every place without touching the document', async () => {
    const desk = await lookFor(lakes, 'lake');
    const before = desk.text.innerHTML;
    await says('1 of 4');
    expect(painted('found-current')).toEqual(['lake']);
    expect(painted('found').toSorted()).toEqual(['Läke', 'lake', 'lake']);
    await flushPendingWork();
    expect(desk.text.innerHTML).toBe(before);
    expect(desk.keeper.saves()).toEqual([]);
  });

  it('goes to the next and the one before, round the ends, by Enter and F3', async () => {
    await lookFor(lakes, 'lake');
    await press('{Enter}');
    await says('2 of 4');
    await press('{F3}');
    await says('3 of 4');
    await press('{Shift>}{F3}{/Shift}{Shift>}{Enter}{/Shift}{Shift>}{Enter}{/Shift}');
    await says('4 of 4');
    await press('{F3}');
    await says('1 of 4');
  });

  it('keeps to capitals and to whole words when asked', async () => {
    await lookFor('Run, run, running', 'run');
    await says('1 of 3');
    await userEvent.click(page.getByRole('button', { name: 'Whole words' }));
    await says('1 of 2');
    await userEvent.click(page.getByRole('button', { name: 'Match capitals' }));
    await says('1 of 1');
    expect(painted('found-current')).toEqual(['run']);
  });

  it('says when there is nothing', async () => {
    await lookFor(lakes, 'sea');
    await says('Not found');
    expect(painted('found')).toEqual([]);
    await press('{Enter}{F3}');
    await says('Not found');
  });

  it('begins with what is selected and with the first place after the caret', async () => {
    await openDesk({ entry: markdownToDocument('one two one two') });
    await press('{Control>}{Home}{/Control}{Control>}{ArrowRight}{ArrowRight}{/Control}');
    await press('{ArrowRight}');
    await press('{Shift>}{Control>}{ArrowRight}{/Control}{/Shift}');
    await press('{Control>}f{/Control}');
    await expect.element(field).toHaveValue('one');
    await says('2 of 2');
  });

  it('goes back with Escape to where one was', async () => {
    const desk = await openDesk({ entry: markdownToDocument('one two three') });
    await press('{Control>}{Home}{/Control}{ArrowRight}{ArrowRight}{ArrowRight}');
    await press('{Control>}f{/Control}');
    await userEvent.keyboard('three');
    await press('{Enter}{Escape}');
    expect(document.activeElement).toBe(desk.text);
    await userEvent.keyboard('!');
    expect(desk.text.textContent).toBe('one! two three');
    expect(CSS.highlights.has('found')).toBe(false);
    await flushPendingWork();
  });

  it('goes on with Ctrl Enter at the place that was found', async () => {
    const desk = await lookFor('one two three', 'two');
    await press('{Control>}{Enter}{/Control}');
    await userEvent.keyboard('2');
    expect(await inJournal(desk)).toBe('one 2 three\n');
  });

  it('follows the text while it is written on', async () => {
    const desk = await lookFor('a lake', 'lake');
    await says('1 of 1');
    await userEvent.click(desk.text);
    await press('{Control>}{End}{/Control}');
    await userEvent.keyboard(' lake');
    await says('1 of 2');
    await flushPendingWork();
  });

  it('finds in Hebrew, Arabic and Chinese', async () => {
    await lookFor('שלום עולם\n\nمرحبا بالعالم\n\n世界和平', '世界');
    await says('1 of 1');
    await userEvent.fill(field, 'עולם');
    await says('1 of 1');
    await userEvent.fill(field, 'مرحبا');
    await says('1 of 1');
  });
});

describe('replacing in an entry', () => {
  it('replaces one and goes on to the next', async () => {
    const desk = await lookFor('a lake, a lake, a lake', 'lake');
    await userEvent.fill(replacement, 'hill');
    await press('{Enter}');
    await says('1 of 2');
    await userEvent.click(page.getByRole('button', { name: 'Replace', exact: true }));
    expect(await inJournal(desk)).toBe('a hill, a hill, a lake\n');
  });

  it('replaces all in one step to undo, keeping marks, links and blocks', async () => {
    const desk = await lookFor(lakes, 'lake');
    await userEvent.fill(replacement, 'hill');
    await userEvent.click(page.getByRole('button', { name: 'Replace all' }));
    await says('Not found');
    expect(await inJournal(desk)).toBe('The hill.\n\n- a **hill**\n- hill\n\n[hills](https://example.org)\n');
    await press('{Escape}');
    await press('{Control>}z{/Control}');
    expect(await inJournal(desk)).toBe(`${lakes}\n`);
    await press('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(await inJournal(desk)).toContain('The hill.');
  });

  it('replaces several in one text, with what is sought inside what replaces it', async () => {
    const desk = await lookFor('aa aa aa', 'aa');
    await userEvent.fill(replacement, 'aaa');
    await userEvent.click(page.getByRole('button', { name: 'Replace all' }));
    expect(await inJournal(desk)).toBe('aaa aaa aaa\n');
  });

  it('takes away with nothing in its place', async () => {
    const desk = await lookFor('a lake and **lake**', 'lake');
    await userEvent.click(page.getByRole('button', { name: 'Replace all' }));
    await says('Not found');
    expect((await inJournal(desk)).trim()).toMatch(/^a\s+and/);
  });

  it('leaves the question of a prompt alone', async () => {
    const desk = await openDesk({ prompt: 'identity-value' });
    const question = desk.text.querySelector('[data-block="prompt"]')?.textContent ?? '';
    const [word = ''] = question.match(/\p{L}{4,}/u) ?? [];
    await userEvent.keyboard(`mine: ${word}`);
    await press('{Control>}f{/Control}');
    await userEvent.keyboard(word);
    await vi.waitFor(() => expect(painted('found').length + painted('found-current').length).toBe(2));
    await userEvent.fill(replacement, 'kerb');
    await userEvent.click(page.getByRole('button', { name: 'Replace all' }));
    await vi.waitFor(() => expect(desk.text.textContent).toContain('mine: kerb'));
    expect(desk.text.querySelector('[data-block="prompt"]')?.textContent).toBe(question);
  });
});
