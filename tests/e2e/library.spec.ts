import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';

const passphrase = 'a kettle and an open window';

async function begin(page: Page): Promise<void> {
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
}

const question = 'Which window was lit when you came home?';

async function writeQuestion(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Write a question' }).click();
  await page.getByLabel('Your question').fill(question);
  await page.getByRole('button', { name: 'Keep the question' }).click();
  await expect(page.getByRole('button', { name: question })).toBeVisible();
}

test('a question of one’s own is written, answered, met again with its answer, and deleted with its words kept', async ({
  launchFootnote,
}) => {
  const footnote = await launchFootnote();
  let { page } = footnote;
  await begin(page);
  await new RoomsColumn(page).go('Library');
  await writeQuestion(page);
  await page.getByRole('button', { name: question }).click();
  await page.getByRole('button', { name: 'Write to this' }).click();
  const write = new WriteScreen(page);
  await expect(write.text).toContainText(question);
  await expect(write.margin).toContainText('A question of your own.');
  await write.write('The one over the bakery.');
  await write.isSaved();

  page = await footnote.pageAfterLock(() => new RoomsColumn(page).lock.click());
  await new DoorScreen(page).unlock(passphrase);
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Library');
  await page.getByRole('button', { name: question }).click();
  await expect(page.getByText('The one over the bakery.')).toBeVisible();
  await page.getByRole('button', { name: 'Write to this' }).click();
  const { margin } = new WriteScreen(page);
  await expect(margin).toContainText('You answered this before');
  await margin.getByRole('button', { name: /The one over the bakery/ }).click();
  await expect(new WriteScreen(page).text).toContainText(question);

  await new RoomsColumn(page).go('Library');
  await page.getByRole('button', { name: question }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('button', { name: question })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: question })).toBeVisible();
  await page.getByRole('button', { name: question }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await new RoomsColumn(page).go('Journal');
  await page.getByRole('button', { name: 'The one over the bakery.', exact: true }).click();
  await expect(new WriteScreen(page).text).toContainText(question);
});

test('a question that is put aside is not offered until it may come again, and one’s own comes up like any other', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  await begin(page);
  const offer = page.locator('section', {
    has: page.getByRole('heading', { name: 'A question for today' }),
  });
  const first = (await offer.locator('p').first().textContent())?.split('?')[0] ?? '';
  await new RoomsColumn(page).go('Library');
  await page.getByRole('searchbox', { name: 'Look for a question' }).fill(first);
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(first.slice(0, 30)) })
    .click();
  await page.getByRole('button', { name: 'Don’t offer this' }).click();
  await expect(page.getByRole('heading', { name: 'Not offered' })).toBeVisible();
  await new RoomsColumn(page).go('Today');
  await new TodayScreen(page).isShown();
  await expect(page.getByRole('main').getByText(first)).toHaveCount(0);

  await new RoomsColumn(page).go('Library');
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(first.slice(0, 30)) })
    .click();
  await page.getByRole('button', { name: 'Let it come again' }).click();
  await expect(page.getByRole('heading', { name: 'Not offered' })).toHaveCount(0);

  await writeQuestion(page);
  await new RoomsColumn(page).go('Today');
  const another = page.getByRole('button', { name: 'Another' });
  const own = page.getByRole('main').getByText(question);
  // None comes twice on a day, so it comes up before the library has run out.
  for (let turn = 0; turn < 70 && !(await own.isVisible()); turn += 1) {
    const before = await page.getByRole('main').innerText();
    await another.click();
    await expect.poll(async () => page.getByRole('main').innerText()).not.toBe(before);
  }
  await expect(own).toBeVisible();
  await expect(new TodayScreen(page).margin).toContainText('A question of your own.');
});

test('a question goes into the entry that is being written: from the library, and with a slash', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  await begin(page);
  await new RoomsColumn(page).go('Write');
  const write = new WriteScreen(page);
  await write.write('Rain on the skylight.');
  await write.isSaved();
  await new RoomsColumn(page).go('Library');
  await page.getByRole('button', { name: /If nobody counted/ }).click();
  await page.getByRole('button', { name: /^Put into the entry/ }).click();
  await expect(write.text).toContainText('Rain on the skylight.If nobody counted');
  await expect(write.text).toBeFocused();
  await page.keyboard.type('Walking home the long way.');

  await page.keyboard.press('Enter');
  await page.keyboard.type('/ques');
  await page.keyboard.press('Enter');
  const chooser = page.getByRole('dialog', { name: 'A question' });
  await page.keyboard.type('song moves you');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(chooser).toBeHidden();
  await page.keyboard.type('The one with the handclaps.');
  const order = [
    'Rain on the skylight.',
    'If nobody counted',
    'Walking home',
    'Which song moves you',
    'The one with',
  ];
  await expect(write.text).toContainText(new RegExp(order.join('.*'), 's'));
  await write.isSaved();
  await expect(write.margin.getByRole('note')).toHaveCount(2);

  await page.keyboard.press('Enter');
  await page.keyboard.type('/ques');
  await page.keyboard.press('Enter');
  await expect(chooser).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chooser).toBeHidden();
  await page.keyboard.type('No more questions.');
  await expect(write.text).toContainText('No more questions.');
});

test('a line is kept from an entry, changed, deleted and put back, and leads to its entry', async ({
  launchFootnote,
}) => {
  const footnote = await launchFootnote();
  let { page } = footnote;
  await begin(page);
  await new RoomsColumn(page).go('Write');
  let write = new WriteScreen(page);
  await write.write('The heron did not mind us.');
  await write.text.press('ControlOrMeta+a');
  await page.getByRole('button', { name: 'Keep this line' }).click();
  await expect(page.getByText('Kept. Now and then')).toBeVisible();

  page = await footnote.pageAfterLock(() => new RoomsColumn(page).lock.click());
  await new DoorScreen(page).unlock(passphrase);
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Library');
  await page.getByRole('button', { name: /^Kept lines/ }).click();
  const kept = page.getByRole('figure');
  await expect(kept).toContainText('The heron did not mind us.');
  await page.getByRole('button', { name: 'Keep a quote' }).click();
  await page.getByLabel('The line').fill('You are allowed to arrive slowly.');
  await page.getByLabel('Whose words').fill('Lene');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(kept).toHaveCount(2);
  await expect(kept.filter({ hasText: 'Lene' })).toContainText('You are allowed to arrive slowly.');
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.getByRole('button', { name: /^Delete “You are allowed/ }).click();
  await expect(kept).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(kept).toHaveCount(2);
  await page.getByRole('button', { name: /^Go to the entry of/ }).click();
  write = new WriteScreen(page);
  await expect(write.text).toContainText('The heron did not mind us.');
});

test('a kept line of the sample is met on Today, and leads to where it is from', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).lookAround();
  const today = new TodayScreen(page);
  await today.isShown();
  await expect(today.margin.getByRole('heading', { name: 'A line you kept' })).toBeVisible();
});

async function standsUp(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityProblems(page), colorScheme).toEqual([]);
  }
}

test('the page for hard days is two keys away, keeps what is written, and is read again after a lock', async ({
  launchFootnote,
}) => {
  const footnote = await launchFootnote();
  let { page } = footnote;
  await begin(page);
  await page.keyboard.press('ControlOrMeta+7');
  await expect(page.getByRole('heading', { name: 'If today is hard' })).toBeVisible();
  await expect(page.getByText(/call the emergency number where you live/)).toBeVisible();
  await standsUp(page);
  await page.getByRole('button', { name: 'Write something here' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Mara');
  await page.getByLabel('Number, or where').fill('030 1234 567');
  await page.getByLabel('What has helped before').fill('A glass of water\nThe long way round');
  await page.getByLabel('Words to read').fill('It passed before.');
  await page.getByLabel('The emergency number').fill('112');
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
  await standsUp(page);
  await page.getByLabel('Words to read').fill('It passed before. It will again.');

  page = await footnote.pageAfterLock(() => new RoomsColumn(page).lock.click());
  await new DoorScreen(page).unlock(passphrase);
  const today = new TodayScreen(page);
  await today.isShown();
  await today.margin.getByRole('button', { name: 'If today is hard' }).click();
  await expect(page.getByText('Mara')).toBeVisible();
  await expect(page.getByText('030 1234 567')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'The long way round' })).toBeVisible();
  await expect(page.getByText('It passed before. It will again.')).toBeVisible();
  await expect(page.getByText(/call 112/)).toBeVisible();
  await standsUp(page);
});

test('a note is read with its sources at its foot, and every page of the library stands up to WCAG 2.2 AA', async ({
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const { page } = await launchFootnote();
  await new DoorScreen(page).lookAround();
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Library');
  await page.getByRole('button', { name: /^In earlier chapters/ }).click();
  const pages = ['A little science', 'Starting small', 'Kept lines', 'Questions'];
  for (const name of pages) {
    await page
      .getByRole('complementary')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
    await expect(page.getByRole('main')).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityProblems(page), `${name}, ${colorScheme}`).toEqual([]);
    }
    if (name === 'A little science') {
      await expect(page.getByRole('note').first()).toContainText('10.1016/j.psyneuen.2021.105173');
      await expect(page.getByText('None of this is treatment.')).toBeVisible();
    }
  }
});
