import { openDesk, press, type Desk } from './desk';
import { deskShell } from './deskKeeper';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flushPendingWork } from '../../src/renderer/session/pendingWork';
import {
  createDocument,
  createLink,
  createParagraph,
  createText,
} from '../../src/shared/document/createDocument';

const address = 'https://example.org/a/long/path?with=a#query';
const popover = page.getByRole('toolbar', { name: 'Link' });

async function openWith(url: string): Promise<Desk> {
  const desk = await openDesk({
    entry: createDocument([
      createParagraph([
        createText('see '),
        createLink(url, [createText('the orchard path')]),
        createText(' there'),
      ]),
    ]),
  });
  await press('{Control>}{Home}{/Control}');
  return desk;
}

const intoLink = async (): Promise<void> =>
  press('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}');

describe('a link', () => {
  it('shows its address while the caret is in it', async () => {
    await openWith(address);
    expect(popover.elements()).toHaveLength(0);
    await intoLink();
    await popover.getByText(address).findElement();
    await press('{Escape}');
    await vi.waitFor(() => expect(popover.elements()).toHaveLength(0));
  });

  it('is given to the shell, which asks, from the popover by keyboard', async () => {
    const desk = await openWith(address);
    await intoLink();
    await popover.findElement();
    await press('{Alt>}{F10}{/Alt}');
    await expect.element(popover.getByRole('button', { name: 'Open…' })).toHaveFocus();
    expect(deskShell.askedToOpen).toEqual([]);
    await press('{Enter}');
    await vi.waitFor(() => expect(deskShell.askedToOpen).toEqual([address]));
    await flushPendingWork();
    expect(desk.keeper.saves()).toEqual([]);
  });

  it('is given to the shell at Alt Enter and at a click with Ctrl, and at nothing else', async () => {
    const desk = await openWith(address);
    await intoLink();
    await press('{Alt>}{Enter}{/Alt}');
    await vi.waitFor(() => expect(deskShell.askedToOpen).toEqual([address]));
    const link = desk.text.querySelector('a') ?? desk.text;
    await userEvent.click(link);
    await userEvent.click(link, { button: 'middle' });
    expect(deskShell.askedToOpen).toEqual([address]);
    await userEvent.click(link, { modifiers: ['Control'] });
    await vi.waitFor(() => expect(deskShell.askedToOpen).toEqual([address, address]));
  });

  it('gives its address to the clipboard', async () => {
    await openWith(address);
    await intoLink();
    let copied = '';
    const listen = (event: ClipboardEvent): void => {
      copied = event.clipboardData?.getData('text/plain') ?? '';
    };
    // Listens where the copy ends, so that what was given can be read.
    window.addEventListener('copy', listen, true);
    await userEvent.click(popover.getByRole('button', { name: 'Copy' }));
    window.removeEventListener('copy', listen, true);
    await page.getByText('The address is copied.').findElement();
    expect(copied === '' || copied === address).toBe(true);
  });

  it('is changed from the popover', async () => {
    const desk = await openWith(address);
    await intoLink();
    await userEvent.click(popover.getByRole('button', { name: 'Change' }));
    await userEvent.fill(page.getByRole('textbox', { name: 'Address' }), 'https://example.org/b');
    await press('{Enter}');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('see [the orchard path](https://example.org/b) there\n');
  });
});
