import { openDesk, press, type Desk } from './desk';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flushPendingWork } from '../../src/renderer/session/pendingWork';
import { createDocument, createParagraph, createText } from '../../src/shared/document/createDocument';
import { markdownToDocument } from '../../src/shared/document/markdown';

const menu = page.getByRole('listbox', { name: 'Insert' });
const rows = (): readonly string[] =>
  page
    .getByRole('option')
    .elements()
    .map((row) => row.querySelector('span')?.textContent ?? '');

/** The row a screen reader is told of. */
function meant({ text }: Desk): string {
  const id = text.getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id)?.querySelector('span')?.textContent ?? '';
}

const closed = async (): Promise<void> => vi.waitFor(() => expect(menu.elements()).toHaveLength(0));

async function inJournal(desk: Desk): Promise<string> {
  await flushPendingWork();
  return desk.inJournal();
}

describe('the slash menu', () => {
  it('opens at the beginning of a line, shortens as one types and makes the block with Enter', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('/');
    await menu.findElement();
    const all = rows().length;
    await press('head');
    expect(rows().length).toBeLessThan(all);
    expect(rows()).toContain('Heading');
    await press('{Enter}');
    await closed();
    await userEvent.keyboard('Tonight');
    expect(await inJournal(desk)).toMatch(/^#+ Tonight\n$/);
    expect(desk.text.textContent).toBe('Tonight');
  });

  it('opens after a space too, and takes away only what was typed for it', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('shoes /check');
    await menu.findElement();
    await press('{Enter}');
    expect(await inJournal(desk)).toBe('- [ ] shoes&#32;\n');
  });

  it('goes up and down with the arrows, round the ends, and says which row is meant', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('/');
    await menu.findElement();
    const all = rows();
    expect(meant(desk)).toBe(all[0]);
    await press('{ArrowDown}');
    expect(meant(desk)).toBe(all[1]);
    await press('{ArrowUp}{ArrowUp}');
    expect(meant(desk)).toBe(all.at(-1));
    await press('{Escape}');
    await closed();
    expect(desk.text.hasAttribute('aria-activedescendant')).toBe(false);
    expect(desk.text.textContent).toBe('/');
  });

  it('is chosen from with the mouse, and the text keeps the focus', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('/');
    await userEvent.click(page.getByRole('option', { name: 'Quote' }));
    await closed();
    expect(document.activeElement).toBe(desk.text);
    await userEvent.keyboard('said');
    expect(await inJournal(desk)).toBe('> said\n');
  });

  it('is undone in one step', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('words /quo');
    await menu.findElement();
    await press('{Enter}');
    expect(desk.text.querySelector('blockquote')).not.toBeNull();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(desk.text.querySelector('blockquote')).toBeNull();
    expect(desk.text.textContent).toBe('words /quo');
    expect(menu.elements()).toHaveLength(0);
  });

  it.each(['and/or', 'on 3/4', 'https://example.org/a/b', 'half / half', 'a //', 'see /zzz there'])(
    'leaves %j as it was typed, Enter and all',
    async (words) => {
      const desk = await openDesk();
      await userEvent.keyboard(words);
      await press('{Enter}');
      await userEvent.keyboard('on');
      expect(await inJournal(desk)).toBe(`${words}\n\non\n`);
      expect(menu.elements()).toHaveLength(0);
    },
  );

  it('does not come back for a slash that stands there already', async () => {
    const desk = await openDesk({ entry: createDocument([createParagraph([createText('/quote')])]) });
    await press('{Control>}{Home}{/Control}{ArrowRight}');
    await press('{End}');
    await press('{Backspace}');
    expect(menu.elements()).toHaveLength(0);
    expect(await inJournal(desk)).toBe('/quot\n');
  });

  it('closes when the slash is deleted, when the caret leaves and when the text loses the focus', async () => {
    await openDesk();
    await userEvent.keyboard('/');
    await menu.findElement();
    await press('{Backspace}');
    await closed();
    await userEvent.keyboard('a /');
    await menu.findElement();
    await press('{Home}');
    await closed();
    await press('{End} /');
    await menu.findElement();
    await userEvent.click(page.getByRole('button', { name: 'Bold' }));
    await closed();
  });

  it('is not there inside a link', async () => {
    const desk = await openDesk({ entry: markdownToDocument('[the path](https://example.org) and') });
    await press('{Control>}{Home}{/Control}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}');
    await userEvent.keyboard('/');
    expect(menu.elements()).toHaveLength(0);
    expect(await inJournal(desk)).toContain('[the /path]');
  });

  it('lets an input method have its keys, and goes on when it is done', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('/');
    await menu.findElement();
    desk.text.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, data: '' }));
    await closed();
    const enter = new KeyboardEvent('keydown', {
      key: 'Enter',
      bubbles: true,
      cancelable: true,
      isComposing: true,
    });
    desk.text.dispatchEvent(enter);
    desk.text.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '' }));
    expect(desk.text.textContent).toContain('/');
    expect(desk.text.querySelector('h1, h2, h3')).toBeNull();
    await menu.findElement();
    await press('quo{Enter}');
    expect(desk.text.querySelector('blockquote')).not.toBeNull();
  });

  it.each([
    ['Hebrew', 'שלום '],
    ['Arabic', 'مرحبا '],
  ])('begins where the line does in %s', async (_language, words) => {
    const desk = await openDesk();
    await userEvent.keyboard(`${words}/`);
    const list = await menu.findElement();
    const box = list.getBoundingClientRect();
    const paper = desk.text.getBoundingClientRect();
    expect(getComputedStyle(desk.text.querySelector('p') ?? desk.text).direction).toBe('rtl');
    expect(box.right).toBeGreaterThan(paper.left + paper.width / 2);
    expect(box.right).toBeLessThanOrEqual(paper.right + 1);
    await press('quo{Enter}');
    expect(desk.text.querySelector('blockquote')?.textContent?.trim()).toBe(words.trim());
  });

  it('stays at the slash on a page that was scrolled, inside the window', async () => {
    await page.viewport(900, 600);
    const lines = Array.from({ length: 60 }, (_, line) => `line ${line}`).join('\n\n');
    const desk = await openDesk({ entry: markdownToDocument(lines) });
    const scroller = desk.text.closest('main')?.parentElement;
    Object.assign(scroller?.style ?? {}, { blockSize: '100vh', overflowY: 'auto' });
    await press('{Control>}{End}{/Control}');
    await press('{Enter}');
    await userEvent.keyboard('/');
    const list = await menu.findElement();
    await vi.waitFor(() => {
      const box = list.getBoundingClientRect();
      const line = desk.text.lastElementChild?.getBoundingClientRect() ?? new DOMRect();
      expect(box.bottom).toBeLessThanOrEqual(line.top + 12);
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(line.top - box.bottom).toBeLessThan(40);
    });
    if (scroller) scroller.scrollTop -= 100;
    await vi.waitFor(() => {
      const line = desk.text.lastElementChild?.getBoundingClientRect() ?? new DOMRect();
      expect(Math.abs(line.top - list.getBoundingClientRect().bottom)).toBeLessThan(40);
    });
  });
});
