import { openDesk, press, type Desk } from './desk';
import { ownPrompt } from './deskKeeper';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  createDocument,
  createParagraph,
  createPrompt,
  createText,
} from '../../src/shared/document/createDocument';
import { documentToAnswerText } from '../../src/shared/document/answers';
import type { JournalDocument } from '../../src/shared/document/schema';
import { promptIdSchema } from '../../src/shared/id';
import { flushPendingWork } from '../../src/renderer/session/pendingWork';

const chooser = page.getByRole('dialog', { name: 'A question' });
const options = (): readonly string[] =>
  page
    .getByRole('option')
    .elements()
    .map((option) => option.querySelector('span')?.textContent ?? '');
const words = (...lines: readonly string[]): JournalDocument =>
  createDocument(lines.map((line) => createParagraph([createText(line)])));

async function inJournal(desk: Desk): Promise<JournalDocument> {
  await flushPendingWork();
  const newest = desk.keeper.newest();
  if (newest === undefined) throw new Error('Nothing was saved.');
  return newest;
}

const shape = (document: JournalDocument): readonly string[] =>
  (document.root.children ?? []).map(({ type }) => type);

/** Opens the list of questions where the caret is. */
async function ask(): Promise<void> {
  await userEvent.keyboard('/question');
  await page.getByRole('listbox', { name: 'Insert' }).findElement();
  await press('{Enter}');
  await chooser.findElement();
}

async function choose(typed: string): Promise<void> {
  await ask();
  await userEvent.keyboard(typed);
  await press('{Enter}');
  await vi.waitFor(() => expect(chooser.elements()).toHaveLength(0));
}

const breath = promptIdSchema.parse('body-breath');

describe('a question chosen with a slash', () => {
  it('takes the place of an empty line, and what is typed next answers it', async () => {
    const desk = await openDesk();
    await choose('breath do out there');
    await userEvent.keyboard('It came back at the gate.');
    const document = await inJournal(desk);
    expect(shape(document)).toEqual(['prompt', 'paragraph']);
    expect(documentToAnswerText(document, breath)).toBe('It came back at the gate.');
  });

  it('stands after the words of a line, and words below are kept apart from its answer', async () => {
    const desk = await openDesk({ entry: words('Shoes by the door', 'Soup for supper') });
    await press('{Control>}{Home}{/Control}{End}');
    await userEvent.keyboard(' ');
    await choose('breath do out there');
    await userEvent.keyboard('Quick.');
    const document = await inJournal(desk);
    expect(shape(document)).toEqual(['paragraph', 'prompt', 'paragraph', 'horizontalrule', 'paragraph']);
    expect(documentToAnswerText(document, breath)).toBe('Quick.');
    expect(desk.inJournal()).toContain('Soup for supper');
  });

  it('goes away again with one undo', async () => {
    const desk = await openDesk({ entry: words('Shoes by the door') });
    await press('{Control>}{End}{/Control}');
    await userEvent.keyboard(' ');
    await choose('breath do out there');
    expect(desk.text.textContent).toContain('breath');
    await press('{Control>}z{/Control}');
    expect(desk.text.textContent).not.toContain('breath');
    expect(desk.text.textContent).toContain('Shoes by the door');
  });

  it('is gone to where it stands already, instead of standing twice', async () => {
    const desk = await openDesk({
      entry: createDocument([
        createPrompt(breath, 'What did your breath do out there, and when did you first hear it?'),
        createParagraph([createText('Nothing much')]),
        createParagraph([createText('Later')]),
      ]),
    });
    await press('{Control>}{End}{/Control}');
    await userEvent.keyboard(' ');
    await choose('breath do out there');
    await userEvent.keyboard(', at first');
    const document = await inJournal(desk);
    expect(shape(document)).toEqual(['prompt', 'paragraph', 'paragraph']);
    expect(documentToAnswerText(document, breath)).toContain('Nothing much, at first');
  });

  it('is looked for among the one offered today, one’s own and the library, without what is hidden', async () => {
    await openDesk();
    await ask();
    expect(options()[0]).toBe('When much is shifting, what stays where it was?');
    expect(options()[1]).toBe(ownPrompt.text);
    expect(options().length).toBeGreaterThan(50);
    expect(options().some((text) => text.startsWith('Which song moves you'))).toBe(false);
    await userEvent.keyboard('WINDOW lit');
    expect(options()).toEqual([ownPrompt.text]);
    await press('{Enter}');
    await page.getByText('A question of your own.', { exact: false }).findElement();
  });

  it('is not put anywhere when one thinks better of it', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('Shoes ');
    await ask();
    await press('{Escape}');
    await vi.waitFor(() => expect(chooser.elements()).toHaveLength(0));
    await userEvent.keyboard('by the door');
    expect(shape(await inJournal(desk))).toEqual(['paragraph']);
    expect(desk.text.textContent).toBe('Shoes by the door');
  });
});

describe('a question put into an entry from elsewhere', () => {
  it('stands at its end with the caret below, once, and is saved like any change', async () => {
    const desk = await openDesk({ entry: words('Shoes by the door'), prompt: 'body-breath', click: 'no' });
    await vi.waitFor(() => expect(document.activeElement).toBe(desk.text));
    await userEvent.keyboard('Slow today.');
    const stored = await inJournal(desk);
    expect(shape(stored)).toEqual(['paragraph', 'prompt', 'paragraph']);
    expect(documentToAnswerText(stored, breath)).toBe('Slow today.');
    expect(desk.keeper.entries()).toHaveLength(1);
  });
});

describe('beside a question', () => {
  it('stand the latest earlier answers with their days and words, and the older ones when asked for', async () => {
    await openDesk({ prompt: 'body-breath' });
    const margin = page.getByRole('complementary');
    await margin.getByText('The kid with the broken spokes.').findElement();
    await expect.element(margin.getByText('3 May 2024')).toBeVisible();
    await expect.element(margin.getByText('Nobody yet.')).toBeVisible();
    expect(margin.getByText('Whoever holds the door.').elements()).toHaveLength(0);
    await userEvent.click(margin.getByRole('button', { name: 'Earlier answers' }));
    await margin.getByText('Whoever holds the door.').findElement();
    expect(margin.getByText('The title of another day').elements()).toHaveLength(0);
  });

  it('is what it asks further, for whoever wants to know', async () => {
    await openDesk({ prompt: 'ritual-return' });
    expect(page.getByText('How did it start?').elements()).toHaveLength(0);
    await userEvent.click(await page.getByRole('button', { name: 'Ask further' }).findElement());
    await expect.element(page.getByText('How did it start?')).toBeVisible();
  });
});

describe('a line worth keeping', () => {
  it('is kept from what is selected, with the entry it is from', async () => {
    const desk = await openDesk({ entry: words('The heron did not mind us.', 'Soup.') });
    expect(page.getByRole('button', { name: 'Keep this line' }).elements()).toHaveLength(0);
    await press('{Control>}{Home}{/Control}{Shift>}{End}{/Shift}');
    await userEvent.click(await page.getByRole('button', { name: 'Keep this line' }).findElement());
    await vi.waitFor(() => expect(desk.keeper.kept()).toHaveLength(1));
    expect(desk.keeper.kept()[0]).toMatchObject({
      text: 'The heron did not mind us.',
      author: null,
      entryId: desk.keeper.entries()[0],
    });
    expect(desk.keeper.saves()).toEqual([]);
  });
});
