import { openDesk, press } from './desk';
import { deskShell } from './deskKeeper';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { markdownToDocument } from '../../src/shared/document/markdown';
import { flushPendingWork } from '../../src/renderer/session/pendingWork';

const height = (): number => window.getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? 0;

async function choose(name: string): Promise<void> {
  await userEvent.click(page.getByRole('button', { name: 'More tools' }));
  await userEvent.click(page.getByRole('menuitemcheckbox', { name }));
}

describe('focus', () => {
  it('is remembered when it is chosen, and left with Escape with the caret where it was', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('words');
    await choose('Focus');
    await vi.waitFor(() => expect(deskShell.writing.focus).toBe('on'));
    expect(document.activeElement).toBe(desk.text);
    await userEvent.keyboard(' /');
    await page.getByRole('listbox').findElement();
    await press('{Escape}');
    expect(deskShell.writing.focus).toBe('on');
    await press('{Escape}');
    await vi.waitFor(() => expect(deskShell.writing.focus).toBe('off'));
    expect(document.activeElement).toBe(desk.text);
  });
});

describe('typewriter scrolling', () => {
  it('keeps the line one writes at the same height', async () => {
    await page.viewport(900, 600);
    const desk = await openDesk({ entry: markdownToDocument(Array(40).fill('a line').join('\n\n')) });
    const scroller = desk.text.closest('main')?.parentElement;
    Object.assign(scroller?.style ?? {}, { blockSize: '100vh', overflowY: 'auto', containerType: 'size' });
    await choose('Typewriter scrolling');
    await vi.waitFor(() => expect(desk.text.dataset.typewriter).toBe('on'));
    await press('{Control>}{End}{/Control}');
    await userEvent.keyboard('x');
    await vi.waitFor(() => expect(Math.abs(height() - 240)).toBeLessThan(30));
    const first = height();
    await press('{Enter}');
    await userEvent.keyboard('y');
    await vi.waitFor(() => expect(Math.abs(height() - first)).toBeLessThan(3));
    await press('{ArrowUp}{ArrowUp}');
    await vi.waitFor(() => expect(Math.abs(height() - first)).toBeLessThan(3));
    await flushPendingWork();
    await page.viewport(1280, 800);
  });
});

describe('the count of words', () => {
  it('is of the selection while there is one', async () => {
    await openDesk({ entry: markdownToDocument('one two three four') });
    await press('{Control>}{Home}{/Control}');
    await page.getByText('4 words', { exact: true }).findElement();
    await press('{Shift>}{Control>}{ArrowRight}{ArrowRight}{/Control}{/Shift}');
    await page.getByText('2 of 4 words selected').findElement();
    await press('{ArrowRight}');
    await page.getByText('4 words', { exact: true }).findElement();
  });
});

describe('the count of words after everything was taken out', () => {
  it('is of what is written then, and of no selection', async () => {
    const desk = await openDesk({ entry: markdownToDocument('one two three\n\nfour') });
    await press('{Control>}a{/Control}');
    await page.getByText('4 of 4 words selected').findElement();
    await press('{Delete}');
    await page.getByText('No words yet').findElement();
    await userEvent.keyboard('five six');
    await page.getByText('2 words', { exact: true }).findElement();
    expect(page.getByText(/selected/).elements()).toEqual([]);
    await flushPendingWork();
    expect(desk.inJournal()).toBe('five six\n');
    // What comes over a selection leaves none either.
    await press('{Control>}a{/Control}');
    await page.getByText('2 of 2 words selected').findElement();
    await userEvent.keyboard('x');
    await page.getByText('1 word', { exact: true }).findElement();
  });
});

describe('undo', () => {
  it('survives every save in between, and so does redo', async () => {
    const desk = await openDesk({ entry: markdownToDocument('before') });
    await press('{Control>}{End}{/Control}');
    await userEvent.keyboard(' first');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('before first\n');
    await press('{Enter}');
    await userEvent.keyboard('second');
    await flushPendingWork();
    await press('{Control>}b{/Control}');
    await userEvent.keyboard('third');
    await flushPendingWork();
    const whole = desk.inJournal();
    for (let step = 0; step < 12 && desk.text.textContent !== 'before'; step += 1) {
      await press('{Control>}z{/Control}');
      await flushPendingWork();
    }
    expect(desk.inJournal()).toBe('before\n');
    for (let step = 0; step < 12; step += 1) await press('{Control>}{Shift>}z{/Shift}{/Control}');
    await flushPendingWork();
    expect(desk.inJournal()).toBe(whole);
    expect(desk.keeper.entries()).toHaveLength(1);
  });
});
