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
const dialog = page.getByRole('dialog');

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
const gone = async (): Promise<void> => vi.waitFor(() => expect(dialog.elements()).toHaveLength(0));

describe('a link', () => {
  it('shows its address while the caret is in it', async () => {
    await openWith(address);
    expect(popover.elements()).toHaveLength(0);
    await intoLink();
    await popover.getByText(address).findElement();
    await press('{Escape}');
    await vi.waitFor(() => expect(popover.elements()).toHaveLength(0));
  });

  it('is opened from the keyboard only after all of its address was shown', async () => {
    const desk = await openWith(address);
    await intoLink();
    await popover.findElement();
    await press('{Alt>}{F10}{/Alt}');
    await expect.element(popover.getByRole('button', { name: 'Open…' })).toHaveFocus();
    await press('{Enter}');
    await expect.element(dialog).toHaveAccessibleName('Open example.org?');
    await dialog.getByText(address).findElement();
    expect(deskShell.opened).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Open in the browser' }));
    await vi.waitFor(() => expect(deskShell.opened).toEqual([address]));
    await gone();
    expect(document.activeElement).toBe(desk.text);
    await flushPendingWork();
    expect(desk.keeper.saves()).toEqual([]);
  });

  it('asks at Alt Enter and at a click with Ctrl, and opens nothing by itself', async () => {
    const desk = await openWith(address);
    await intoLink();
    await press('{Alt>}{Enter}{/Alt}');
    await dialog.findElement();
    await press('{Escape}');
    await gone();
    const link = desk.text.querySelector('a') ?? desk.text;
    await userEvent.click(link);
    expect(dialog.elements()).toHaveLength(0);
    await userEvent.click(link, { modifiers: ['Control'] });
    await dialog.findElement();
    await press('{Enter}');
    await gone();
    await userEvent.click(link, { button: 'middle' });
    expect(dialog.elements()).toHaveLength(0);
    expect(deskShell.opened).toEqual([]);
  });

  it('says whom it really reaches', async () => {
    await openWith('https://bank.example@elsewhere.example/x');
    await intoLink();
    await press('{Alt>}{Enter}{/Alt}');
    await expect.element(dialog).toHaveAccessibleName('Open elsewhere.example?');
    await press('{Escape}');
    await gone();
  });

  it('to a mailbox goes to the mail program', async () => {
    await openWith('mailto:mara@example.org');
    await intoLink();
    await press('{Alt>}{Enter}{/Alt}');
    await expect.element(dialog).toHaveAccessibleName('Write to mara@example.org?');
    await userEvent.click(dialog.getByRole('button', { name: 'Open in the mail program' }));
    await vi.waitFor(() => expect(deskShell.opened).toEqual(['mailto:mara@example.org']));
  });

  it('gives its address to the clipboard', async () => {
    await openWith(address);
    await intoLink();
    await press('{Alt>}{Enter}{/Alt}');
    let copied = '';
    const listen = (event: ClipboardEvent): void => {
      copied = event.clipboardData?.getData('text/plain') ?? '';
    };
    // Listens where the copy ends, so that what was given can be read.
    window.addEventListener('copy', listen, true);
    await userEvent.click(dialog.getByRole('button', { name: 'Copy address' }));
    window.removeEventListener('copy', listen, true);
    await page.getByText('The address is copied.').findElement();
    expect(copied === '' || copied === address).toBe(true);
    await gone();
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
