import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { WriteScreen } from './screens/WriteScreen';

const passphrase = 'the long field, in the rain';

test('the curtain hides everything within a frame, takes no keys, and gives the place in the text back', async ({
  launchFootnote,
}) => {
  const footnote = await launchFootnote();
  const { page } = footnote;
  await new DoorScreen(page).begin(passphrase);
  await new RoomsColumn(page).go('Write');
  const write = new WriteScreen(page);
  await write.write('Only mine');
  await write.isSaved();

  const wasDrawnInFrame = await page.evaluate(
    async () =>
      new Promise<boolean>((resolve) => {
        window.addEventListener(
          'keydown',
          () =>
            requestAnimationFrame(() => {
              const { innerWidth, innerHeight } = window;
              const points = [
                [2, 2],
                [innerWidth / 2, innerHeight / 2],
                [innerWidth - 2, innerHeight - 2],
              ] as const;
              resolve(points.every(([x, y]) => document.elementFromPoint(x, y)?.closest('dialog')));
            }),
          { capture: true, once: true },
        );
        window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9', cancelable: true }));
      }),
  );
  expect(wasDrawnInFrame).toBe(true);

  const curtain = page.getByRole('dialog', { name: 'The curtain is drawn' });
  await expect(curtain).toBeVisible();
  expect(await page.title()).toBe('Footnote');
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const readable = nodes.filter(({ ignored }) => !ignored).map(({ name }) => String(name?.value ?? ''));
  expect(readable.join(' ')).not.toMatch(/Only mine|Today|Journal/);
  expect(readable).toContain('Show again');

  await page.keyboard.type('into the dark 7');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+1');
  await expect(curtain).toBeVisible();
  await page.keyboard.press('F9');
  await expect(curtain).toBeHidden();
  await page.keyboard.type(', again');
  await expect(write.text).toHaveText('Only mine, again');

  await new RoomsColumn(page).go('Today');
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await page.keyboard.press('F9');
  await expect(curtain).toBeVisible();
  expect(await page.evaluate(() => document.elementFromPoint(640, 400)?.closest('dialog')?.ariaLabel)).toBe(
    'The curtain is drawn',
  );
  await page.getByRole('button', { name: 'Show again' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('F9');
  // The page may be gone before the key is up again.
  const locked = await footnote.pageAfterLock(() =>
    page.keyboard.press('ControlOrMeta+l').catch(() => undefined),
  );
  await new DoorScreen(locked).seesUnlock();
});
