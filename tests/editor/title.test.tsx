import { openDesk, press } from './desk';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flushPendingWork } from '../../src/renderer/session/pendingWork';
import { markdownToDocument } from '../../src/shared/document/markdown';

const title = () => page.getByRole('textbox', { name: 'Title' });
const tag = () => page.getByRole('combobox', { name: 'Add a tag' });
const place = (): string =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName ?? '';

describe('the title', () => {
  it('waits above the page, and the caret is in the page all the same', async () => {
    const desk = await openDesk();
    expect(document.activeElement).toBe(desk.text);
    await userEvent.keyboard('three lines');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('three lines\n');
    expect(desk.keeper.said()).toEqual([]);
  });

  it('is reached with the arrow up from the first line, and left with the arrow down and with Enter', async () => {
    const desk = await openDesk({ entry: markdownToDocument('one\n\ntwo') });
    await press('{Control>}{End}{/Control}');
    await press('{ArrowUp}');
    expect(place()).toBe('Your text');
    await press('{ArrowUp}');
    expect(place()).toBe('Title');
    await userEvent.keyboard('The shed{ArrowDown}');
    expect(place()).toBe('Your text');
    await press('{ArrowUp}');
    await press('{Enter}');
    await userEvent.keyboard('and ');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('and one\n\ntwo\n');
    expect(desk.keeper.said()).toEqual([['entries.setTitle', 'The shed']]);
  });

  it('shows the first line in its place while it is empty', async () => {
    await openDesk({ entry: markdownToDocument('Rain on the roof.\n\nAnd wind.') });
    await press('{Control>}{Home}{/Control}');
    // The caret is at the first line when the browser has told the editor so.
    await expect
      .poll(async () => {
        await press('{ArrowUp}');
        return title().element().getAttribute('placeholder');
      })
      .toBe('Rain on the roof.');
  });

  it('is one line, however it is pasted', async () => {
    const desk = await openDesk();
    await title().fill('two\nlines');
    await flushPendingWork();
    expect(desk.keeper.said()).toEqual([['entries.setTitle', 'two lines']]);
  });
});

describe('what is said of an entry before its first word', () => {
  it('is held until there is an entry, and told to it then', async () => {
    const desk = await openDesk();
    await userEvent.click(page.getByRole('button', { name: 'Star' }).element());
    await flushPendingWork();
    // A star alone is of nothing yet.
    expect(desk.keeper.saves()).toEqual([]);
    await userEvent.click(desk.text);
    await userEvent.keyboard('words');
    await flushPendingWork();
    expect(desk.keeper.said()).toEqual([['entries.setStar', 'on']]);
  });

  it.each([
    ['a title', async () => title().fill('The heron'), ['entries.setTitle', 'The heron']],
    ['a tag that is still being typed', async () => tag().fill('birds'), ['entries.setTags', 'birds']],
  ])('is an entry when it is %s', async (_name, say, told) => {
    const desk = await openDesk();
    await say();
    await flushPendingWork();
    expect(desk.keeper.entries()).toHaveLength(1);
    expect(desk.keeper.said()).toEqual([told]);
  });

  it('is not lost when the journal cannot be written: it is told once it can', async () => {
    const desk = await openDesk();
    desk.keeper.refuseWith({ type: 'DiskFull' });
    await title().fill('The heron');
    expect(await flushPendingWork()).toBe('failed');
    await page.getByRole('button', { name: 'Try now' }).findElement();
    desk.keeper.refuseWith(null);
    expect(await flushPendingWork()).toBe('saved');
    expect(desk.keeper.said()).toEqual([['entries.setTitle', 'The heron']]);
  });
});

describe('tags', () => {
  it('are completed by keys, and what is typed stands unless one is chosen', async () => {
    const desk = await openDesk({ entry: markdownToDocument('words') });
    await tag().fill('w');
    await vi.waitFor(() =>
      expect(
        page
          .getByRole('option')
          .elements()
          .map(({ textContent }) => textContent),
      ).toEqual(['walk', 'weather']),
    );
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect
      .element(page.getByRole('option', { name: 'weather' }))
      .toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Enter}');
    await tag().fill('wi');
    await userEvent.keyboard('{Enter}');
    await tag().fill('w');
    await userEvent.keyboard('{Escape}');
    expect(page.getByRole('listbox').elements()).toEqual([]);
    await tag().fill('');
    await flushPendingWork();
    expect(desk.keeper.said().at(-1)).toEqual(['entries.setTags', 'weather, wi']);
  });
});
