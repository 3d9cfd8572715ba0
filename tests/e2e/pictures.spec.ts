import { accessibilityProblems } from '../support/accessibilityProblems';
import { scanForText } from '../support/scanForText';
import { createExif, createPngBomb, jpegComment, withSegments } from '../support/images';
import { expect, test, type Footnote, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';
import { lockAndUnlock } from './steps';

const passphrase = 'three herons and a bicycle';

/** A meadow under a sky, as JPEG; painted by the page, which has the only encoder here. */
async function paintJpeg(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([wide, high]) => {
      const canvas = new OffscreenCanvas(wide, high);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('there is no canvas');
      const sky = context.createLinearGradient(0, 0, 0, high);
      sky.addColorStop(0, '#7fa6c9');
      sky.addColorStop(0.55, '#e9d8c0');
      sky.addColorStop(0.56, '#6d7f4a');
      sky.addColorStop(1, '#3d4a2c');
      context.fillStyle = sky;
      context.fillRect(0, 0, wide, high);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    [width, height] as const,
  );
  return Buffer.from(base64, 'base64');
}

const pictures = (page: Page) => page.getByRole('textbox', { name: 'Your text' }).locator('figure img');

async function choose(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer });
}

async function begin(launch: () => Promise<Footnote>): Promise<{ footnote: Footnote; page: Page }> {
  const footnote = await launch();
  const { page } = footnote;
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Write');
  return { footnote, page };
}

const isDrawn = async (page: Page, index = 0): Promise<void> => {
  await expect
    .poll(async () =>
      pictures(page)
        .nth(index)
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBeGreaterThan(0);
};

/** What the app's own protocol answers, asked by main: the page itself may fetch nothing at all. */
const askProtocol = async ({ app }: Footnote, addresses: readonly string[]) =>
  app.evaluate(async ({ session }, asked) => {
    const own = session.fromPartition('footnote', { cache: false });
    return Promise.all(
      asked.map(async (address) => {
        try {
          const response = await own.fetch(address);
          const body = new Uint8Array(await response.arrayBuffer());
          return {
            status: response.status,
            headers: Object.fromEntries(response.headers),
            bytes: body.length,
          };
        } catch {
          return { status: 0, headers: {}, bytes: 0 };
        }
      }),
    );
  }, addresses);

test('a picture goes into an entry, is there after a lock, and comes back from the bin', async ({
  launchFootnote,
}) => {
  const { footnote, page } = await begin(launchFootnote);
  const problems: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error') problems.push(line.text());
  });
  const write = new WriteScreen(page);
  await write.write('At the lake');
  await page.keyboard.press('Enter');
  await choose(
    page,
    'IMG_0001.jpg',
    'image/jpeg',
    withBuffer(await paintJpeg(page, 1200, 800), createExif(6)),
  );
  await expect(pictures(page)).toHaveCount(1);
  await isDrawn(page);
  // Turned as the telephone was held.
  expect(
    await pictures(page).evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]),
  ).toEqual([800, 1200]);
  await page.locator('figcaption').click();
  await page.getByRole('textbox', { name: 'What is to be seen?' }).fill('Mist over the lake');
  await page.keyboard.press('Enter');
  await write.isSaved();
  expect(problems).toEqual([]);

  const locked = await lockAndUnlock(footnote, page, passphrase);
  await new RoomsColumn(locked).go('Journal');
  await locked
    .getByRole('button', { name: /At the lake/ })
    .first()
    .click();
  await isDrawn(locked);
  await expect(locked.getByRole('img', { name: 'Mist over the lake' })).toBeVisible();
  await locked.getByRole('button', { name: 'Move to bin' }).click();
  await locked.getByRole('button', { name: 'Undo' }).click();
  await isDrawn(locked);
});

/** Whether a drop there is refused before anything can come of it. */
const isRefused = async (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((where) => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'x.txt', { type: 'text/plain' }));
    const over = new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true });
    document.querySelector(where)?.dispatchEvent(over);
    return over.defaultPrevented && data.dropEffect === 'none';
  }, selector);

test('a file is taken where one writes and nowhere else, and every state of a picture can be used by everybody', async ({
  launchFootnote,
}) => {
  const { page } = await begin(launchFootnote);
  expect(await isRefused(page, 'nav')).toBe(true);
  expect(await isRefused(page, 'body')).toBe(true);
  await choose(page, 'a.jpg', 'image/jpeg', await paintJpeg(page, 640, 400));
  await isDrawn(page);
  expect(await accessibilityProblems(page), 'without words').toEqual([]);
  await pictures(page).click({ position: { x: 20, y: 20 } });
  await expect(page.getByRole('group', { name: 'This picture' })).toBeVisible();
  expect(await accessibilityProblems(page), 'selected').toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'What is to be seen?' })).toBeFocused();
  expect(await accessibilityProblems(page), 'being described').toEqual([]);
  for (const button of await page.getByRole('group', { name: 'This picture' }).getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
});

test('the address of a picture answers for this journal’s pictures while it is open, and for nothing else', async ({
  launchFootnote,
}) => {
  const { footnote, page } = await begin(launchFootnote);
  await choose(page, 'a.jpg', 'image/jpeg', await paintJpeg(page, 640, 400));
  await isDrawn(page);
  await new WriteScreen(page).isSaved();
  const address = (await pictures(page).getAttribute('src')) ?? '';
  const id = address.split('/')[3] ?? '';
  const [full, small] = await askProtocol(footnote, [address, `footnote://image/${id}/small`]);
  for (const answer of [full, small]) {
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'image/jpeg',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; sandbox",
      },
    });
  }
  expect(small?.bytes).toBeLessThan(full?.bytes ?? 0);

  const foreign = [
    `footnote://image/018f0000-0000-7000-8000-000000000001/full`,
    `footnote://image/${id}`,
    `footnote://image/${id}/original`,
    `footnote://image/${id}/full?as=image/svg+xml`,
    `footnote://image/${id}/full/..`,
    `footnote://image/${id.toUpperCase()}/full`,
    `footnote://image/%2e%2e%2f%2e%2e%2fetc%2fpasswd/full`,
    'footnote://image/../../../../../../etc/passwd',
    'footnote://image/',
    `footnote://app/image/${id}/full`,
    `footnote://elsewhere/${id}/full`,
    'footnote://image/index.html',
  ];
  for (const [index, answer] of (await askProtocol(footnote, foreign)).entries()) {
    expect([0, 404], foreign[index]).toContain(answer.status);
    expect(answer.bytes, foreign[index]).toBe(0);
  }
  await footnote.pageAfterLock(() => new RoomsColumn(page).lock.click());
  const [afterLock] = await askProtocol(footnote, [address]);
  expect(afterLock).toMatchObject({ status: 404, bytes: 0 });
});

test('a bomb and an SVG are left out at once, and the page stays alive', async ({ launchFootnote }) => {
  const { page } = await begin(launchFootnote);
  const write = new WriteScreen(page);
  await write.write('here');
  await choose(page, 'huge.png', 'image/png', Buffer.from(createPngBomb()));
  await expect(page.getByText('far larger than a page can show')).toBeVisible({ timeout: 5000 });
  await choose(
    page,
    'drawing.svg',
    'image/svg+xml',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran=1"/>'),
  );
  await expect(page.getByText('A drawing in SVG can hold more')).toBeVisible({ timeout: 5000 });
  await write.write(' and on');
  await expect(write.text).toHaveText(/here and on/);
  await expect(pictures(page)).toHaveCount(0);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

test('what a camera wrote into a picture, and what the person says of it, is in no file', async ({
  home,
  launchFootnote,
}) => {
  const secret = 'Rq4 taken behind the old boathouse z8L';
  const words = 'Wm6 the dog that never came when called c3T';
  const { footnote, page } = await begin(launchFootnote);
  const leaks = () => [secret, words].flatMap((text) => scanForText([home, '/dev/shm'], text));
  const photo = withBuffer(await paintJpeg(page, 900, 600), createExif(1), jpegComment(secret));
  expect(photo.includes(secret)).toBe(true);
  await choose(page, 'photo.jpg', 'image/jpeg', photo);
  await isDrawn(page);
  const stored = await askProtocol(footnote, [(await pictures(page).getAttribute('src')) ?? '']);
  expect(stored[0]?.status).toBe(200);
  await page.locator('figcaption').click();
  await page.getByRole('textbox', { name: 'What is to be seen?' }).fill(words);
  await page.keyboard.press('Enter');
  await new WriteScreen(page).isSaved();
  expect(leaks(), 'while unlocked').toEqual([]);
  const locked = await lockAndUnlock(footnote, page, passphrase);
  expect(leaks(), 'after a lock').toEqual([]);
  await new TodayScreen(locked).isShown();
  await footnote.kill();
  expect(leaks(), 'after a kill').toEqual([]);
});

function withBuffer(jpeg: Buffer, ...segments: readonly Buffer[]): Buffer {
  return Buffer.from(withSegments(jpeg, ...segments));
}
