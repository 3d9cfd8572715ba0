import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { ensureChromium } from '../../scripts/runtime/chromium.mjs';
import { sandboxArguments } from '../../scripts/runtime/sandbox.mjs';
import { galleryCards, galleryStates, type GalleryCard } from '../gallery/galleryNames';
import { serveGallery, type ServedGallery } from '../gallery/serveGallery';
import { accessibilityProblems } from '../support/accessibilityProblems';

let gallery: ServedGallery;
let browser: Browser;
let page: Page;

test.describe.configure({ timeout: 240_000 });

test.beforeAll(async () => {
  gallery = await serveGallery();
  const executablePath = await ensureChromium();
  browser = await chromium.launch({ executablePath, args: [...sandboxArguments()] });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});

test.afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

/** Every sample of one card. */
async function open(card: GalleryCard): Promise<readonly Locator[]> {
  await page.goto(`${gallery.address}?card=${card}`);
  await expect(page.locator('[data-card]').first()).toBeAttached();
  const samples = await page.locator('[data-card]').all();
  expect(samples.length).toBeGreaterThanOrEqual(galleryStates.length);
  // Pictures know their width one frame after the page is there.
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 4; frame += 1) {
      await new Promise((done) => {
        requestAnimationFrame(done);
      });
    }
  });
  return samples;
}

/** Colours of drawings that are not the person's own text, ground or highlight, whatever they let through. */
const ownColours = async (): Promise<readonly string[]> =>
  page.evaluate(() => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it goes into the page
    const opaque = (colour: string): string =>
      (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number).join(' ');
    const probe = document.body.appendChild(document.createElement('i'));
    const chosen = ['CanvasText', 'Canvas', 'Highlight'].map((name) => {
      probe.style.color = name;
      return opaque(getComputedStyle(probe).color);
    });
    probe.remove();
    // A mixture with nothing is written from 0 to 1.
    const known = new Set(
      chosen.flatMap((colour) => [
        colour,
        colour
          .split(' ')
          .map((channel) => Number(channel) / 255)
          .join(' '),
      ]),
    );
    const found = new Set<string>();
    for (const shape of document.querySelectorAll(
      'main section svg :is(path, circle, rect, line, text, tspan)',
    )) {
      if (shape.closest('button, defs') !== null) continue;
      const { fill, stroke } = getComputedStyle(shape);
      for (const colour of [fill, stroke]) {
        const isDrawn = colour !== 'none' && !colour.startsWith('url(') && !/[,/] 0\)$/.test(colour);
        if (isDrawn && !known.has(opaque(colour)))
          found.add(`${shape.getAttribute('class') ?? shape.tagName} ${colour}`);
      }
    }
    return [...found];
  });

const words = (text: string): string => text.replaceAll(/\s+/g, '');

for (const card of galleryCards) {
  test(`${card}: says and draws every state, in light, dark and forced colours, in as few shapes as were promised`, async () => {
    for (const media of [
      { colorScheme: 'light', forcedColors: 'none' },
      { colorScheme: 'dark', forcedColors: 'none' },
      { colorScheme: 'dark', forcedColors: 'active' },
    ] as const) {
      await page.emulateMedia(media);
      const samples = await open(card);
      expect(await accessibilityProblems(page)).toEqual([]);
      if (media.forcedColors === 'active') expect(await ownColours()).toEqual([]);
      for (const sample of samples) {
        for (const picture of await sample.locator('svg[role=img], svg:not([role])').all()) {
          expect(await picture.locator('*').count()).toBeLessThanOrEqual(1500);
        }
        const said = await sample.innerText();
        expect(said).not.toMatch(/NaN|undefined|null|Infinity|\{/);
      }
    }
  });

  test(`${card}: every control is reached by Tab, and every table opens by keys`, async () => {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    const samples = await open(card);
    const closed = page.getByRole('button', { name: 'Show as table' });
    for (let left = await closed.count(); left > 0; left -= 1) {
      await closed.first().press('Enter');
      await expect(closed).toHaveCount(left - 1);
    }
    for (const sample of samples) {
      // A picture may be a table itself.
      const opened = await sample.getByRole('button', { name: 'Hide table' }).count();
      expect(await sample.getByRole('table').count()).toBeGreaterThanOrEqual(opened);
    }
    const reachable = page.locator(
      'main :is(button, input, select, a[href], [tabindex="0"]):not([disabled]):visible',
    );
    const expected = await reachable.evaluateAll((controls) => {
      for (const [number, control] of controls.entries()) control.setAttribute('data-stop', String(number));
      return controls.length;
    });
    const stops = new Set<string>();
    await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 0));
    await page.locator('body').press('Tab');
    for (let stop = 0; stop < expected + 5; stop += 1) {
      const at = await page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(focused);
        const isSeen =
          (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || focused.matches('input');
        return { stop: focused.getAttribute('data-stop'), isSeen };
      });
      if (at?.stop) {
        stops.add(at.stop);
        expect(at.isSeen).toBe(true);
      }
      await page.keyboard.press('Tab');
    }
    expect(stops.size).toBe(expected);
  });

  test(`${card}: keeps within the page at twice the size, and its axes where they belong`, async () => {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    // 1280 pixels at 200 % are 640 of CSS.
    await page.setViewportSize({ width: 640, height: 450 });
    await open(card);
    const overhang = await page
      .locator('main')
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(overhang).toBeLessThanOrEqual(0);

    for (const sample of await open(card)) {
      for (const picture of await sample.locator('svg[role=img]').all()) {
        const labels = await picture.locator('text').allTextContents();
        const steps = labels.flatMap((label) => {
          const found = /^([−+]?\d+) steps?$/.exec(label);
          return found?.[1] === undefined ? [] : [Number(found[1].replace('−', '-'))];
        });
        if (steps.length > 0) {
          expect(Math.min(...steps)).toBe(-Math.max(...steps));
          expect(Math.max(...steps)).toBeGreaterThanOrEqual(1);
        }
        const ends = ['very pleasant', 'very unpleasant'].filter((end) => labels.includes(end));
        expect([0, 2]).toContain(ends.length);
      }
    }
  });

  test(`${card}: as a picture it says what the screen says`, async () => {
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' });
    for (const sample of await open(card)) {
      for (const section of await sample.locator('section:has(> h2)').all()) {
        if ((await section.getAttribute('data-saved')) === 'not') continue;
        const { said, svg, png } = await section.evaluate(async (element: HTMLElement) => ({
          said: [...element.querySelectorAll(':scope > h2, :scope > p, [role="note"]')].map(
            (part) => (part.matches('[role="note"]') ? part.lastChild : part.firstChild)?.textContent ?? '',
          ),
          svg: globalThis.galleryTools.svgOf(element),
          png: await globalThis.galleryTools.pngOf(element),
        }));
        const readable = words(
          svg
            .replaceAll(/<(title|desc)[^>]*>[^<]*<\/\1>/g, '')
            .replaceAll(/<[^>]*>/g, ' ')
            .replaceAll('&#39;', "'")
            .replaceAll('&quot;', '"')
            .replaceAll('&amp;', '&'),
        );
        expect(said.length).toBeGreaterThan(1);
        for (const part of said) expect(readable).toContain(words(part));
        expect(svg).not.toMatch(/NaN|url\(|var\(|class=/);
        expect(png).toBeGreaterThan(2000);
      }
    }
  });
}

test('nothing of the gallery comes into the app', () => {
  const folder = resolve(import.meta.dirname, '../../out/renderer');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter(({ name }) => /gallery/i.test(name))).toEqual([]);
  const holding = files.filter(({ name, parentPath }) =>
    /galleryTools|Gallery of the insights|three lean weeks/.test(
      readFileSync(join(parentPath, name), 'utf8'),
    ),
  );
  expect(holding).toEqual([]);
});
