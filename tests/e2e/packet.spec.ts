import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  createDocument,
  createHeading,
  createLink,
  createParagraph,
  createText,
} from '../../src/shared/document/createDocument';
import { createImage } from '../../src/shared/document/image';
import type { DocumentNode } from '../../src/shared/document/schema';
import { imageIdSchema } from '../../src/shared/id';
import { noSessionFacts } from '../../src/shared/domain/movement';
import { z } from 'zod';
import { accessibilityProblems } from '../support/accessibilityProblems';
import { scanForSecrets } from '../support/scanForText';
import { createNewImage } from '../support/images';
import { findInPdf, readPdf } from '../support/pdfText';
import { expect, test, type Footnote, type Page } from './fixtures/app';
import { askKeeper, takeKeeperPort } from './fixtures/keeperLine';
import { DoorScreen } from './screens/DoorScreen';
import { PacketScreen } from './screens/PacketScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { chooseFromMenu } from './steps';

const id = (last: string): string => `018f0000-0000-7000-8000-0000000000${last}`;
const hour = 3_600_000;

/** A name wherever one can be said, a passage to cover, an entry to leave out, and a link that says the name too. */
async function fill(page: Page): Promise<void> {
  const rooms = new RoomsColumn(page);
  await takeKeeperPort(page, () => rooms.go('Insights'));
  const now = Date.now();
  const added = await askKeeper(page, 'images.add', createNewImage(1));
  const { value } = z.object({ value: z.object({ id: imageIdSchema }) }).parse(added);
  const picture = { ...value, alt: 'Ottoline at sea', width: 40, height: 30, shown: 'page' } as const;
  const zone = 'UTC';
  const felt = { valence: 1 / 3, energy: null, feelings: ['Ottoline-ish'] };
  const dayBefore = (days: number): string => new Date(now - days * 24 * hour).toISOString().slice(0, 10);
  const link = createLink('https://ottoline.example/', [createText('a page')]);
  const long = Array.from({ length: 90 }, (_, index) =>
    createParagraph([createText(`Paragraph number ${index} goes on about the weather for a while.`)]),
  );
  const entry = (last: string, ...blocks: readonly DocumentNode[]) =>
    ['entries.save', { id: id(last), document: createDocument(blocks), baseRevision: 0 }] as const;
  const calls: readonly (readonly [string, unknown])[] = [
    entry(
      'a1',
      createHeading('h1', [createText('Down at the weir')]),
      createParagraph([createText('With Otto'), createText('line', 1), createText(' and the others.')]),
      createParagraph([createText('Something about the boathouse key.')]),
      createParagraph([createText('Saw '), link]),
      createImage(picture),
      createParagraph([createText('Nobody else knew this.')]),
    ),
    entry('a2', createParagraph([createText('Zebras are left out.')])),
    entry('a3', ...long),
    ['entries.setTitle', { id: id('a1'), title: 'OTTOLINE again' }],
    ['entries.setTags', { id: id('a1'), tags: ['with Ottoline', 'water'] }],
    ['checkIns.save', { id: id('b1'), ...felt, note: 'Ottoline rang twice' }],
    ...[2, 3, 4, 5, 6].map(
      (days) =>
        [
          'checkIns.save',
          { id: id(`e${days}`), ...felt, moment: { day: dayBefore(days), clock: '12:00', zone } },
        ] as const,
    ),
    [
      'sessions.save',
      {
        ...noSessionFacts,
        id: id('c1'),
        kind: 'walk',
        startedAt: now - 5 * hour,
        zone,
        isTimed: true,
        minutes: 40,
        company: 'Ottoline',
        note: 'With óttoline, slowly',
        before: null,
        after: null,
        beforeAt: null,
        afterAt: null,
      },
    ],
    [
      'spans.save',
      {
        id: id('d1'),
        kind: 'travel',
        name: 'to Ottoline',
        firstDay: dayBefore(6),
        lastDay: null,
        note: 'Ottoline’s house',
      },
    ],
  ];
  for (const [channel, input] of calls) {
    expect(await askKeeper(page, channel, input), channel).toMatchObject({ ok: true });
  }
  await rooms.go('Today');
}

async function openFilled(footnote: Footnote): Promise<PacketScreen> {
  const { page } = footnote;
  await new DoorScreen(page).begin('a passphrase nobody wrote down');
  await new TodayScreen(page).isShown();
  await fill(page);
  await chooseFromMenu(footnote, 'Pages for somebody…');
  const packet = new PacketScreen(page);
  await packet.isShown();
  return packet;
}

/** Undefined where poppler is not installed. */
function poppler(tool: 'pdftotext' | 'pdfinfo', ...args: readonly string[]): string | undefined {
  try {
    return execFileSync(tool, args, { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}

test('what is covered or left out is nowhere in the PDF: in no page, bookmark, description or stream', async ({
  launchFootnote,
  home,
}) => {
  test.setTimeout(240_000);
  const target = join(home, 'pages.pdf');
  const footnote = await launchFootnote({
    pickers: { packetTarget: target },
    env: { LC_PAPER: 'de_DE.UTF-8' },
  });
  const { page } = footnote;
  const packet = await openFilled(footnote);
  expect(await accessibilityProblems(page)).toEqual([]);
  await packet.tick(/Zebras/).press('Space');
  await packet.tick('How were the days, and when was there movement?').press('Space');
  await packet.tick('Pictures in the entries').press('Space');
  await packet.seePages();
  await expect(packet.desk).toContainText('OTTOLINE again');
  await expect(packet.desk).not.toContainText('Zebras');

  await packet.coverName('ottoline');
  await packet.coverWithKeys('Something about the boathouse', 4);
  await page.getByText('Nobody else knew this.').click({ clickCount: 3 });
  await page.getByRole('button', { name: 'Cover', exact: true }).click();
  await expect(packet.desk).not.toContainText(/Ottoline|boathouse|Nobody/i);
  await expect(packet.desk.getByRole('img', { name: /How were the days/ })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  const shown = await packet.pages();
  expect(shown).toBeGreaterThan(2);

  await packet.save('PDF');
  await expect(page.getByText('Saved in ~/pages.pdf.')).toBeVisible({ timeout: 30_000 });
  const file = readFileSync(target);
  const pdf = readPdf(file);
  for (const word of ['ottoline', 'óttoline', 'Otto', 'boathouse', 'Nobody', 'Zebras', 'ottoline.example']) {
    expect(findInPdf(pdf, word), word).toEqual([]);
  }
  // The search itself works, and what is not covered is there.
  for (const word of [
    'Down at the weir',
    'and the others.',
    'key.',
    'Travel',
    'water',
    'Paragraph number 89',
  ]) {
    expect(findInPdf(pdf, word), word).not.toEqual([]);
  }
  expect(pdf.pages[0]).toContain('Where█████stands');
  expect(pdf.pages[0]).toContain('Howwerethedays');
  // As many pages as were shown, each with its number.
  expect(pdf.pages).toHaveLength(shown);
  for (const [index, text] of pdf.pages.entries()) expect(text).toContain(`${index + 1}/${shown}`);
  // Tagged, with bookmarks, and nothing about it but title and dates.
  expect(pdf.bytes).toContain('/StructTreeRoot');
  expect(pdf.bytes).toContain('/Outlines');
  expect(pdf.bytes).toMatch(/\/Lang \(en/);
  expect(pdf.bytes).not.toMatch(/Creator|Producer|Chrom|Skia|Mozilla|Electron|\/Type \/Metadata/);
  expect(pdf.strings.filter((text) => text === 'From my journal').length).toBeGreaterThan(1);
  expect(pdf.strings.some((text) => text === '█████ again')).toBe(true);
  // The picture came along, and what it says does not say the name.
  expect(pdf.bytes).toContain('/Subtype /Image');
  expect(pdf.strings).toContain('█████ at sea');
  expect(statSync(target).mode & 0o077).toBe(0);

  const text = poppler('pdftotext', target, '-');
  if (text !== undefined) {
    expect(text).toContain('Down at the weir');
    expect(text).not.toMatch(/ottoline|boathouse|nobody|zebras/i);
  }
  const info = poppler('pdfinfo', target);
  if (info !== undefined) {
    expect(info).toMatch(/^Title: +From my journal$/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^Page size: .*A4/m);
    expect(info).not.toMatch(/^(Creator|Producer|Author):/m);
  }

  // The app goes on as it was, and nothing else came to lie anywhere.
  expect(await page.title()).toBe('Footnote');
  const secrets = ['Something about the boathouse', 'Ottoline’s house', 'Nobody else knew this'];
  expect(scanForSecrets([home, '/dev/shm'], secrets)).toEqual([]);
  expect(readdirSync(home).filter((name) => /pages|export/.test(name))).toEqual(['pages.pdf']);
  // What was covered is forgotten with the page.
  await new RoomsColumn(page).go('Today');
  await page.keyboard.press('Control+Shift+P');
  await packet.isShown();
  await packet.seePages();
  await expect(packet.desk).toContainText('OTTOLINE again');
  const uncover = page.getByRole('button', { name: /^Uncover/ });
  await expect(uncover).toHaveCount(0);
  // By keys alone: where one is uncovered the next has the focus, and the field after the last.
  await packet.coverName('ottoline');
  await packet.coverName('weir');
  await uncover.first().press('Enter');
  await expect(page.getByRole('button', { name: 'Uncover “weir”' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name or word')).toBeFocused();
});

test('pages go into a locked zip or onto paper, and where nothing may be written nothing is', async ({
  launchFootnote,
  home,
}) => {
  test.setTimeout(180_000);
  // Where printers hold another paper, pages are laid out on that.
  const footnote = await launchFootnote({ env: { LC_PAPER: 'en_US.UTF-8' } });
  const { page } = footnote;
  await new DoorScreen(page).lookAround();
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Settings');
  await page.getByRole('button', { name: 'Choose pages for somebody' }).press('Enter');
  const packet = new PacketScreen(page);
  await packet.isShown();
  await packet.tick(/^Check-ins/).press('Space');
  await expect(page.getByRole('radio', { name: 'US Letter' })).toBeChecked();
  await packet.seePages();
  const pages = await packet.pages();

  const target = join(home, 'pages.zip');
  footnote.answerPickers({ packetTarget: target });
  await packet.save('locked zip');
  const dialog = page.getByRole('dialog', { name: 'A passphrase for the zip' });
  await expect(dialog).toContainText('7-Zip');
  expect(await accessibilityProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save zip…' }).press('Enter');
  await expect(dialog.getByText('A locked zip needs a passphrase.')).toBeVisible();
  await dialog.getByLabel('Passphrase', { exact: true }).fill('lantern gravel oboe');
  await dialog.getByLabel('Once more').fill('lantern gravel oboes');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('The two are not the same.')).toBeVisible();
  await dialog.getByLabel('Once more').fill('lantern gravel oboe');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved in ~/pages.zip.')).toBeVisible({ timeout: 30_000 });
  const zip = readFileSync(target);
  expect(zip.readUInt32LE(0)).toBe(0x04034b50);
  expect(zip.includes('%PDF')).toBe(false);
  expect(zip.includes('From my journal')).toBe(false);

  const onLetter = join(home, 'letter.pdf');
  footnote.answerPickers({ packetTarget: onLetter });
  await packet.save('PDF');
  await expect(page.getByText('Saved in ~/letter.pdf.')).toBeVisible({ timeout: 30_000 });
  const pdf = readPdf(readFileSync(onLetter));
  expect(pdf.pages).toHaveLength(pages);
  const sheets = [...pdf.bytes.matchAll(/\/MediaBox \[([\d. ]+)\]/g)].map(([, box]) => box);
  expect([...new Set(sheets)]).toEqual(['0 0 612 792']);

  // Stopped while they are made, they go nowhere.
  const stoppedTarget = join(home, 'stopped.pdf');
  footnote.answerPickers({ packetTarget: stoppedTarget });
  await packet.saveAndStop();
  await expect(page.getByText('Stopped. Nothing was written.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Save as PDF…' })).toBeFocused();
  expect(existsSync(stoppedTarget)).toBe(false);

  footnote.answerPickers({ print: 'printed' });
  await page.getByRole('button', { name: 'Print…' }).press('Enter');
  await expect(page.getByText('Given to the printer.')).toBeVisible();
  footnote.answerPickers({ print: 'failed' });
  await page.getByRole('button', { name: 'Print…' }).press('Enter');
  await expect(page.getByText('The pages could not be made this time.')).toBeVisible();
  footnote.answerPickers({ packetTarget: '/nowhere/at/all/pages.pdf' });
  await packet.save('PDF');
  await expect(page.getByText('Footnote may not write there')).toBeVisible({ timeout: 30_000 });
  expect(existsSync('/nowhere')).toBe(false);
  footnote.answerPickers({});
  await packet.save('PDF');
  await expect(page.getByText('Footnote may not write there')).toBeHidden();
  expect(await packet.pages()).toBe(pages);
});
