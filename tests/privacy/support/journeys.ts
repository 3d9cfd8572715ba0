import { expect, type Footnote, type Page } from '../../e2e/fixtures/app';
import { DoorScreen } from '../../e2e/screens/DoorScreen';
import { RoomsColumn } from '../../e2e/screens/RoomsColumn';
import { TodayScreen } from '../../e2e/screens/TodayScreen';
import { WriteScreen } from '../../e2e/screens/WriteScreen';
import { hostileHtml } from './hostileHtml';
import { outside, tryEveryWayOut, type Attempted } from './waysOut';

export const passphrase = 'a passphrase nobody wrote down';

/** From the first start to the desk where one writes. */
export async function beginWriting(page: Page): Promise<WriteScreen> {
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Write');
  return new WriteScreen(page);
}

/** Through the clipboard of the system, as a person does. Resolves when the words are in the text and saved. */
export async function pasteHostileHtml({ app }: Footnote, page: Page): Promise<void> {
  const write = new WriteScreen(page);
  await app.evaluate(async (electron, html) => {
    const text = 'words that were pasted';
    const { clipboard, ClipboardItem } = electron as unknown as {
      clipboard: { write: (data: unknown) => unknown };
      ClipboardItem?: new (items: Record<string, string>) => unknown;
    };
    // Older Electrons take an object.
    if (ClipboardItem) await clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': text })]);
    else clipboard.write({ html, text });
  }, hostileHtml);
  await write.text.press('Control+v');
  await expect(write.text).toContainText('words that were pasted');
  await write.isSaved();
}

/** What a script inside the page would try. Empty when the last attempt tore the page away: then all were tried. */
export async function everyWayOut(page: Page): Promise<Attempted> {
  return page.evaluate(tryEveryWayOut, outside).catch(() => ({}));
}
