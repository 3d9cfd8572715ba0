import { instantToMoment, type CivilDay } from '../../src/shared/time';
import { expect, test, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { MovementScreen } from './screens/MovementScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';

const passphrase = 'the same evening twice';

/** As far east and as far west as people live: 25 hours apart, so that it is never the same day in both. */
const east = 'Pacific/Kiritimati';
const west = 'Pacific/Pago_Pago';

/** "Sunday, 22 November", with the year where it is asked for. */
function inWords(day: CivilDay, year: 'with year' | 'without' = 'without'): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  const words = `${part({ weekday: 'long' })}, ${part({ day: 'numeric' })} ${part({ month: 'long' })}`;
  return year === 'without' ? words : `${words} ${part({ year: 'numeric' })}`;
}

const todayIn = (zone: string): CivilDay => instantToMoment(Date.now(), zone).day;

async function isDay(page: Page, zone: string): Promise<CivilDay> {
  await new TodayScreen(page).isShown();
  const day = todayIn(zone);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(inWords(day));
  return day;
}

test('travel across the date line begins an earlier day, and what was lived ahead stays on its own', async ({
  launchFootnote,
}) => {
  test.setTimeout(180_000);
  const home = await launchFootnote({ env: { TZ: east } });
  const { page } = home;
  await new DoorScreen(page).begin(passphrase);
  const dayAhead = await isDay(page, east);
  await page.getByRole('button', { name: 'Something is different for a while' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Illness' }).check({ force: true });
  await dialog.getByLabel('In your own words').fill('a cold');
  await dialog.getByRole('button', { name: 'Note it' }).click();
  await expect(page.getByRole('main')).toContainText('Illness: a cold, since today');
  await new RoomsColumn(page).go('Write');
  await new WriteScreen(page).text.fill('The plane leaves on Sunday and lands on Saturday.');
  await new RoomsColumn(page).go('Today');
  await home.quit();

  const away = await launchFootnote({ env: { TZ: west } });
  await new DoorScreen(away.page).unlock(passphrase);
  const dayBehind = await isDay(away.page, west);
  expect(dayBehind < dayAhead).toBe(true);
  // Here it has not begun, so Today says nothing of it.
  await expect(away.page.getByRole('main')).not.toContainText('a cold');
  await expect(new TodayScreen(away.page).margin).not.toContainText('The plane leaves');
  // It is there all the same, and can be changed although it began on a day that is ahead.
  await away.page.getByRole('button', { name: 'Something is different for a while' }).click();
  await away.page.getByRole('button', { name: 'Change Illness: a cold' }).click();
  await away.page.getByRole('dialog').getByLabel('In your own words').fill('a cold on the way');
  await away.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(away.page.getByRole('dialog')).toBeHidden();
  await new RoomsColumn(away.page).go('Write');
  await new WriteScreen(away.page).text.fill('Saturday once more.');
  await new RoomsColumn(away.page).go('Journal');
  // Each on the day it was lived, the one ahead above.
  const days = away.page.getByRole('main').getByRole('heading', { level: 3 });
  await expect(days).toContainText([inWords(dayAhead, 'with year'), inWords(dayBehind, 'with year')]);
  await expect(away.page.getByRole('region', { name: inWords(dayAhead, 'with year') })).toContainText(
    'The plane leaves',
  );
  await expect(away.page.getByRole('region', { name: inWords(dayBehind, 'with year') })).toContainText(
    'Saturday once more',
  );
  await away.quit();

  const back = await launchFootnote({ env: { TZ: east } });
  await new DoorScreen(back.page).unlock(passphrase);
  await isDay(back.page, east);
  await expect(back.page.getByRole('main')).toContainText('Illness: a cold on the way');
});

test('whoever leaves by one clock and comes back by another is told so, and the time that passed counts', async ({
  launchFootnote,
}) => {
  const home = await launchFootnote({ env: { TZ: 'Europe/Paris' } });
  await new DoorScreen(home.page).begin(passphrase);
  await new TodayScreen(home.page).isShown();
  await home.page.getByRole('button', { name: 'I’m about to move' }).click();
  await home.page.keyboard.press('2');
  await home.page.getByLabel('Hike', { exact: true }).click();
  await home.page.getByRole('button', { name: 'Off I go' }).click();
  await expect(home.page.getByText('Before: unpleasant')).toBeVisible();
  await home.quit();

  const { page } = await launchFootnote({ env: { TZ: 'America/New_York' } });
  await new DoorScreen(page).unlock(passphrase);
  await page.getByRole('button', { name: 'I’m back' }).click();
  await expect(page.getByRole('main')).toContainText(
    'It began by the clock of Europe/Paris, and here the clock is that of America/New_York.',
  );
  await page.getByLabel('Minutes', { exact: true }).fill('40');
  await page.getByRole('radiogroup', { name: 'After' }).getByRole('radio', { name: /^5,/ }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  // Paired, although the second clock is hours behind the first.
  await new MovementScreen(page).go();
  await expect(page.getByRole('article')).toContainText('From unpleasant to slightly pleasant');
});
