import { openDesk, press, type Desk } from './desk';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  createDocument,
  createLink,
  createParagraph,
  createText,
} from '../../src/shared/document/createDocument';
import { markdownToDocument } from '../../src/shared/document/markdown';
import type { Spelling } from '../../src/shared/domain/settings';
import { flushPendingWork } from '../../src/renderer/session/pendingWork';

/** The words the browser paints as misspelled, in the order of the page. */
function marked(): readonly string[] {
  const ranges = [...(CSS.highlights.get('spelling') ?? [])].filter((range) => range instanceof Range);
  return ranges
    .toSorted((left, right) => left.compareBoundaryPoints(Range.START_TO_START, right))
    .map(String);
}

const untilMarked = async (words: readonly string[]): Promise<void> =>
  vi.waitFor(() => expect(marked()).toEqual(words), { timeout: 15_000 });

const pause = async (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds);
  });

const openWith = async (markdown: string, spelling: Spelling = 'en-GB'): Promise<Desk> =>
  openDesk({ entry: markdownToDocument(markdown), spelling });

/** In the middle of the first marked word, as a person would. */
async function rightClickOn(word: string): Promise<void> {
  const range = [...(CSS.highlights.get('spelling') ?? [])].find((one) => String(one) === word);
  if (!(range instanceof Range)) throw new Error(`${word} is not marked.`);
  const box = range.getBoundingClientRect();
  const paper = document.querySelector('[contenteditable]')?.getBoundingClientRect() ?? new DOMRect();
  await userEvent.click(page.getByRole('textbox', { name: 'Your text' }), {
    button: 'right',
    position: { x: box.x + box.width / 2 - paper.x, y: box.y + box.height / 2 - paper.y },
  });
}

describe('spelling on a page', () => {
  it('marks what is misspelled once it is written, and leaves the document alone', async () => {
    const desk = await openDesk({ spelling: 'en-GB' });
    await userEvent.keyboard('I recieved the colour of teh morning.');
    await untilMarked(['recieved', 'teh']);
    await flushPendingWork();
    expect(desk.inJournal()).toBe('I recieved the colour of teh morning.\n');
    expect(desk.text.querySelectorAll('span')).toHaveLength(1);
  });

  it('does not mark the word that is being written', async () => {
    await openDesk({ spelling: 'en-GB' });
    await userEvent.keyboard('a mornin');
    await pause(900);
    expect(marked()).toEqual([]);
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await untilMarked(['mornin']);
  });

  it('marks nothing while nobody writes, and with spelling off', async () => {
    await openWith('teh morning', 'off');
    await pause(900);
    expect(marked()).toEqual([]);
    expect(CSS.highlights.has('spelling')).toBe(false);
  });

  it('follows the language: a color is one in American English only', async () => {
    await openWith('the color of the kerb', 'en-US');
    await untilMarked(['kerb']);
  });

  it('leaves links, prompts, code, addresses, figures and capitals alone', async () => {
    await openDesk({
      entry: createDocument([
        createParagraph([
          createText('wrogn jhon@exmaple.org htp://nowher NHSX 5kx `cdoe` '),
          createLink('https://example.org', [createText('lnik')]),
        ]),
      ]),
      spelling: 'en-GB',
    });
    await untilMarked(['wrogn']);
  });

  it('sees a word that is half bold as one', async () => {
    await openWith('one wr**ogn** word and a rig**ht** one');
    await untilMarked(['wrogn']);
  });

  it('marks in lists, quotes and headings too', async () => {
    await openWith('# Heding\n\n- frist\n  - secnd\n\n> quoet');
    await untilMarked(['Heding', 'frist', 'secnd', 'quoet']);
  });

  it('follows the words while text comes before them', async () => {
    await openWith('the kerb and teh lake');
    await untilMarked(['teh']);
    await press('{Control>}{Home}{/Control}');
    await userEvent.keyboard('So ');
    expect(marked()).toEqual(['teh']);
  });

  it('marks nothing of two words that were one for a while', async () => {
    await openWith('the kerb and teh lake');
    await untilMarked(['teh']);
    await press('{Control>}{Home}{/Control}');
    await userEvent.keyboard('So');
    // Longer than the page waits before it looks at what is written: "Sothe" is no word, and the caret stands in it.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(marked()).toEqual(['teh']);
    await userEvent.keyboard(' ');
    expect(marked()).toEqual(['teh']);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(marked()).toEqual(['teh']);
  });

  it('takes the mark away when the word is mended', async () => {
    await openWith('teh');
    await untilMarked(['teh']);
    await press('{Control>}{End}{/Control}');
    await press('{Backspace}{Backspace}');
    await userEvent.keyboard('he lake');
    await untilMarked([]);
  });

  it('looks at a long page where it is seen, and at the rest when it comes into sight', async () => {
    const lines = Array.from({ length: 300 }, (_, line) => `line ${line} has wrogn in it`);
    await openWith(lines.join('\n\n'));
    await vi.waitFor(() => expect(marked().length).toBeGreaterThan(3), { timeout: 5000 });
    expect(marked().length).toBeLessThan(120);
  });

  it('is silent on another language', async () => {
    await openWith('Heute war ein schöner Tag und ich bin um den See gelaufen.\n\nBut teh lake was calm.');
    await untilMarked(['teh']);
  });

  it('leaves nothing behind when the page is left', async () => {
    const desk = await openWith('teh');
    await untilMarked(['teh']);
    desk.leave();
    await vi.waitFor(() => expect(CSS.highlights.has('spelling')).toBe(false));
  });
});

describe('the spelling menu', () => {
  it('opens with the right button and puts the suggestion in, as one step to undo', async () => {
    const desk = await openWith('I **recieved** a letter');
    await untilMarked(['recieved']);
    await rightClickOn('recieved');
    await userEvent.click(page.getByRole('menuitem', { name: 'received' }));
    await flushPendingWork();
    expect(desk.inJournal()).toBe('I **received** a letter\n');
    expect(document.activeElement).toBe(desk.text);
    await userEvent.keyboard('{Control>}z{/Control}');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('I **recieved** a letter\n');
  });

  it.each(['{Shift>}{F10}{/Shift}', '{ContextMenu}'])('opens with %s at the caret', async (keys) => {
    const desk = await openWith('teh');
    await untilMarked(['teh']);
    await press('{Control>}{Home}{/Control}{ArrowRight}');
    await userEvent.keyboard(keys);
    await expect.element(page.getByRole('menuitem', { name: 'the', exact: true })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('the\n');
  });

  it('goes from one misspelled word to the next with F7, and back to the text with Escape', async () => {
    const desk = await openWith('teh lake adn kerb');
    await untilMarked(['teh', 'adn']);
    await press('{Control>}{Home}{/Control}{F7}');
    await page.getByRole('menu', { name: 'Spelling of “teh”' }).findElement();
    await press('{Escape}');
    expect(document.activeElement).toBe(desk.text);
    await press(' {F7}');
    await page.getByRole('menu', { name: 'Spelling of “adn”' }).findElement();
    await flushPendingWork();
  });

  it('adds a word to the journal, here and everywhere on the page', async () => {
    const desk = await openWith('Wendeline ran. Again Wendeline’s teh best.');
    await untilMarked(['Wendeline', 'Wendeline’s', 'teh']);
    await rightClickOn('Wendeline');
    await userEvent.click(page.getByRole('menuitem', { name: 'Add to my words' }));
    await untilMarked(['teh']);
    expect(desk.keeper.ownWords()).toEqual(['Wendeline']);
  });

  it('ignores a word here, and keeps nothing of it', async () => {
    const desk = await openWith('teh one and teh other');
    await untilMarked(['teh', 'teh']);
    await rightClickOn('teh');
    await userEvent.click(page.getByRole('menuitem', { name: 'Ignore here' }));
    await untilMarked([]);
    await press('{Control>}{End}{/Control}');
    await userEvent.keyboard(' teh wrogn ');
    await untilMarked(['wrogn']);
    expect(desk.keeper.ownWords()).toEqual([]);
  });

  it('is not there on a word that is right', async () => {
    await openWith('the teh');
    await untilMarked(['teh']);
    await userEvent.click(page.getByText('the teh'), { button: 'right', position: { x: 8, y: 14 } });
    await pause(400);
    expect(page.getByRole('menu').elements()).toHaveLength(0);
  });
});
