import { DoorScreen } from './screens/DoorScreen';
import { JournalScreen } from './screens/JournalScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';
import type { Footnote, Locator, Page } from './fixtures/app';

/** What many walks through the rooms have in common. */
export async function writeAndSave(page: Page, words: string): Promise<void> {
  await new RoomsColumn(page).go('Write');
  await new WriteScreen(page).write(words);
  await new WriteScreen(page).isSaved();
}

/** From the door to the Journal room of the sample journal. */
export async function openSampleJournal(page: Page): Promise<JournalScreen> {
  await new DoorScreen(page).lookAround();
  await new TodayScreen(page).isShown();
  const journal = new JournalScreen(page);
  await journal.go();
  return journal;
}

/** Answers with the page after it. */
export async function lockAndUnlock(footnote: Footnote, page: Page, passphrase: string): Promise<Page> {
  const locked = await footnote.pageAfterLock(() => new RoomsColumn(page).lock.click());
  await new DoorScreen(locked).unlock(passphrase);
  await new TodayScreen(locked).isShown();
  return locked;
}

/** What is told above every room: warnings, reading only, words that are not saved. */
export const noticesOf = (page: Page): Locator => page.getByRole('region', { name: 'About this journal' });

/** By the label of an item, wherever in the menu it is. */
export async function chooseFromMenu({ app }: Footnote, label: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    const item = items.find((each) => each.label === wanted);
    if (!item) throw new Error(`no item of the menu is called ${wanted}`);
    item.click();
  }, label);
}
