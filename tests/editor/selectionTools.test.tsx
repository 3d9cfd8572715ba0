import { openDesk, press, type Desk } from './desk';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flushPendingWork } from '../../src/renderer/session/pendingWork';
import { markdownToDocument } from '../../src/shared/document/markdown';

const tools = page.getByRole('toolbar', { name: 'Shape the selection' });
const foot = page.getByRole('toolbar', { name: 'Shape the text' });

const gone = async (): Promise<void> => vi.waitFor(() => expect(tools.elements()).toHaveLength(0));

async function openSelected(markdown: string, keys = '{Shift>}{End}{/Shift}'): Promise<Desk> {
  const desk = await openDesk({ entry: markdownToDocument(markdown) });
  await press('{Control>}{Home}{/Control}');
  await press(keys);
  return desk;
}

async function inJournal(desk: Desk): Promise<string> {
  await flushPendingWork();
  return desk.inJournal();
}

const selectedBox = (): DOMRect =>
  window.getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();

function isApart(one: DOMRect, other: DOMRect): boolean {
  return (
    one.bottom <= other.top || one.top >= other.bottom || one.right <= other.left || one.left >= other.right
  );
}

describe('the toolbar over a selection', () => {
  it('is there while words are selected, never over them, and gone with the selection', async () => {
    await openSelected('some words\n\nmore');
    const bar = await tools.findElement();
    await vi.waitFor(() => expect(isApart(bar.getBoundingClientRect(), selectedBox())).toBe(true));
    await press('{ArrowRight}');
    await gone();
  });

  it('marks the words with the mouse, and the text keeps the focus and the selection', async () => {
    const desk = await openSelected('some words');
    await userEvent.click(tools.getByRole('button', { name: 'Bold' }));
    expect(document.activeElement).toBe(desk.text);
    await expect.element(tools.getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(tools.getByRole('button', { name: 'Heading', exact: true }));
    expect(await inJournal(desk)).toBe('## **some words**\n');
  });

  it('is reached with Alt F10, gone through with the arrows and left with Escape', async () => {
    const desk = await openSelected('some words');
    await tools.findElement();
    await press('{Alt>}{F10}{/Alt}');
    await expect.element(tools.getByRole('button', { name: 'Bold' })).toHaveFocus();
    await press('{ArrowRight}{Enter}');
    expect(await inJournal(desk)).toBe('*some words*\n');
    await press('{Alt>}{F10}{/Alt}');
    await press('{Alt>}{F10}{/Alt}');
    expect(foot.element().contains(document.activeElement)).toBe(true);
    await press('{Escape}');
    expect(document.activeElement).toBe(desk.text);
  });

  it('goes away with Escape until something else is selected', async () => {
    await openSelected('some words');
    await tools.findElement();
    await press('{Escape}');
    await gone();
    await press('{Shift>}{ArrowLeft}{/Shift}');
    await tools.findElement();
  });

  it('is not there for a question or for a selection without words', async () => {
    const desk = await openDesk({ prompt: 'identity-value' });
    await userEvent.keyboard('mine{Enter}{Enter}{Enter}');
    await press('{Shift>}{ArrowUp}{ArrowUp}{/Shift}');
    await gone();
    await press('{Shift>}{ArrowUp}{ArrowUp}{/Shift}');
    await tools.findElement();
    expect(tools.getByRole('button', { name: 'Bold' }).elements()).toHaveLength(1);
    await press('{ArrowRight}');
    await gone();
    await flushPendingWork();
    expect(desk.inJournal()).toContain('mine');
  });

  it('waits while an input method composes', async () => {
    const desk = await openSelected('some words');
    await tools.findElement();
    desk.text.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, data: '' }));
    await gone();
    desk.text.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '' }));
  });

  it('waits until the mouse is up', async () => {
    const desk = await openDesk({ entry: markdownToDocument('some words') });
    desk.text.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await press('{Control>}{Home}{/Control}');
    await press('{Shift>}{End}{/Shift}');
    expect(tools.elements()).toHaveLength(0);
    desk.text.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    await tools.findElement();
  });

  it.each([
    ['Hebrew', 'שלום עולם'],
    ['Arabic', 'مرحبا بالعالم'],
  ])('shapes %s', async (_language, words) => {
    const desk = await openSelected(words);
    const bar = await tools.findElement();
    await vi.waitFor(() => expect(isApart(bar.getBoundingClientRect(), selectedBox())).toBe(true));
    await userEvent.click(tools.getByRole('button', { name: 'Italic' }));
    expect(await inJournal(desk)).toBe(`*${words}*\n`);
  });
});

describe('the tools at the foot', () => {
  it('stay on one line in a narrow window; what has no room is in the menu, by name and by keyboard', async () => {
    await page.viewport(620, 600);
    const desk = await openSelected('some words', '{End}');
    const bar = await foot.findElement();
    expect(bar.getBoundingClientRect().height).toBeLessThan(64);
    const seen = [...bar.querySelectorAll('button')].filter((button) =>
      button.checkVisibility({ visibilityProperty: true }),
    );
    for (const button of seen)
      expect(isApart(button.getBoundingClientRect(), bar.getBoundingClientRect())).toBe(false);
    await press('{Alt>}{F10}{/Alt}{End}{ArrowLeft}{ArrowLeft}');
    await expect.element(foot.getByRole('button', { name: 'More tools' })).toHaveFocus();
    await press('{Enter}');
    const menu = page.getByRole('menu', { name: 'More tools' });
    await menu.findElement();
    await press('{Escape}');
    await expect.element(foot.getByRole('button', { name: 'More tools' })).toHaveFocus();
    await userEvent.click(foot.getByRole('button', { name: 'More tools' }));
    const inMenu = menu.element().querySelectorAll('button').length;
    expect(seen.length + inMenu).toBeGreaterThan(17);
    await userEvent.click(menu.getByRole('menuitem', { name: 'Find in this entry' }));
    await expect.element(page.getByRole('textbox', { name: 'Find in this entry' })).toHaveFocus();
    await press('{Escape}');
    expect(document.activeElement).toBe(desk.text);
    await page.viewport(1280, 800);
  });
});
