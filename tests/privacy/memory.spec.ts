import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { keyFileName } from '../../src/main/disk/journalNames';
import { readKeyFileTexts } from '../../src/main/vault/keyFileStore';
import { recoveryCodeToSecret } from '../../src/main/vault/recoveryCode';
import { withDataKey } from '../../src/main/vault/vault';
import { dataKeyToKeyring } from '../../src/main/vault/dataKey';
import { expect, test, type Page } from '../e2e/fixtures/app';
import { startUndriven, type Undriven } from '../e2e/fixtures/undriven';
import { DoorScreen } from '../e2e/screens/DoorScreen';
import { KitScreen } from '../e2e/screens/KitScreen';
import { RoomsColumn } from '../e2e/screens/RoomsColumn';
import { TodayScreen } from '../e2e/screens/TodayScreen';
import { WriteScreen } from '../e2e/screens/WriteScreen';
import { isAlive } from '../support/processes';
import { hasKeyboard, pressKey, takeFocus, typeKeys } from './support/keyboard';
import {
  keyNeedles,
  matchesInMemory,
  searchMemory,
  textNeedles,
  type Found,
  type Needle,
} from './support/memory';

const passphrase = 'seven quiet herons under the mill bridge';
const marker = 'qv7 the heron stood in the cold shallows k2x';

// No `expect` of Playwright looks at a page here: it carries a picture of the page in words through the app's main process.

test.skip(
  !hasKeyboard,
  'xdotool is not installed: what Playwright types stays in the memory of the main process',
);

test('two seconds after a lock no process holds a word, a key, the passphrase or the recovery code', async ({
  home,
}) => {
  test.setTimeout(240_000);
  const footnote = await startUndriven(home);
  try {
    await scanAroundLocks(footnote, home);
  } finally {
    await footnote.end();
  }
});

async function scanAroundLocks(footnote: Undriven, home: string): Promise<void> {
  const page = await footnote.look();
  await typeInto(page, new DoorScreen(page).passphrase, passphrase);
  await typeInto(page, new DoorScreen(page).again, passphrase);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  const kit = new KitScreen(page);
  await kit.groups.first().waitFor();
  const inMain = searchMemory(footnote.pids().slice(0, 1), textNeedles('passphrase', passphrase));
  report('in the main process just after the passphrase was given', inMain);
  passedThroughMain.push(...inMain);

  const folder = journalBelow(join(home, 'Documents'));
  const { dataKey, databaseKey, setHashKey } = await keysOf(folder);
  const { code, secret } = await codeOnScreen(footnote, folder);
  await kit.goOn();
  await proveWithKeys(page, code);
  await kit.heading.waitFor({ state: 'hidden' });
  await new TodayScreen(page).scale.waitFor();
  await new RoomsColumn(page).go('Write');
  await typeInto(page, new WriteScreen(page).text, `${marker} `.repeat(8));
  await page.getByText('Saved', { exact: true }).first().waitFor();
  await new RoomsColumn(page).go('Journal');
  await typeInto(page, page.getByRole('searchbox'), 'heron');
  await page.getByText('1 entry has these words').waitFor();

  const needles: readonly Needle[] = [
    ...textNeedles('text', marker),
    ...textNeedles('passphrase', passphrase),
    ...textNeedles('recovery code', code),
    ...textNeedles('recovery code without dashes', code.replaceAll('-', '')),
    ...keyNeedles('recovery secret', secret),
    ...keyNeedles('data key', dataKey),
    ...keyNeedles('database key', databaseKey.subarray(4)),
    ...keyNeedles('set-hash key', setHashKey),
  ];
  const unlocked = searchMemory(footnote.pids(), needles);
  report('unlocked', unlocked);
  expect(
    unlocked.some(({ what }) => what.startsWith('text')),
    'the search finds the text',
  ).toBe(true);
  expect(
    unlocked.some(({ what }) => what.startsWith('database key')),
    'and the key',
  ).toBe(true);

  const holders = holdersIn(unlocked);
  const goneAfter = timeUntilGone(holders);
  const locked = await footnote.pageAfterLock(() => new RoomsColumn(page).lock.click());
  const seconds = await goneAfter;
  console.log(
    `  the ${holders.length} processes that held keys and text, the main process among them, were gone in ${seconds.toFixed(2)} s`,
  );
  expect(seconds, 'the bar of the security specification').toBeLessThan(1);
  await locked.getByRole('heading', { name: 'Welcome back' }).waitFor();
  await wait(2_000);
  const after = searchMemory(footnote.pids(), needles);
  report('two seconds after the lock', after);
  expect(after).toEqual([]);

  // Once more with the code, which is typed this time, and locked with the keyboard.
  await locked.getByRole('button', { name: 'Use the recovery code' }).click();
  await typeInto(locked, new DoorScreen(locked).code, code);
  pressKey('Return');
  await locked.getByRole('heading', { name: 'A new passphrase' }).waitFor();
  await typeInto(locked, new DoorScreen(locked).passphrase, `${passphrase} again`);
  await typeInto(locked, new DoorScreen(locked).again, `${passphrase} again`);
  pressKey('Return');
  await new TodayScreen(locked).scale.waitFor();
  const withCode = searchMemory(footnote.pids(), needles);
  report('unlocked with the recovery code', withCode);
  passedThroughMain.push(
    ...withCode.filter(({ process, what }) => isInMain(process) && !what.startsWith('text')),
  );
  await footnote.pageAfterLock(async () => pressKey('ctrl+l'));
  await wait(2_000);
  const afterCode = searchMemory(footnote.pids(), needles);
  report('two seconds after that lock', afterCode);
  expect(afterCode).toEqual([]);
}

test('the main process never sees a passphrase or a recovery code', () => {
  expect(passedThroughMain).toEqual([]);
});

/** Of the first test, for the one after it. The text itself does pass, at every key, for input methods; it ends with the process. */
const passedThroughMain: Found[] = [];

const isInMain = (process: string) => process.startsWith('main ');

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const holdersIn = (found: readonly Found[]) => [
  ...new Set(found.map(({ process }) => Number(process.split(' ').at(-1)))),
];

/** Seconds from now. */
async function timeUntilGone(pids: readonly number[]): Promise<number> {
  const started = Date.now();
  while (pids.some(isAlive) && Date.now() - started < 20_000) await wait(5);
  return (Date.now() - started) / 1000;
}

async function typeInto(page: Page, field: ReturnType<Page['getByRole']>, text: string): Promise<void> {
  takeFocus();
  await field.click();
  await field.focus();
  typeKeys(text);
  await page.waitForTimeout(200);
}

function journalBelow(documents: string): string {
  const name = readdirSync(documents).find((each) => each.endsWith('.journal'));
  if (name === undefined) throw new Error(`no journal in ${documents}, or no ${keyFileName} in it`);
  return join(documents, name);
}

/** What the keeper must not leave behind, made here from the passphrase as it makes it. */
async function keysOf(folder: string) {
  const found = await withDataKey(
    readKeyFileTexts(folder),
    { type: 'passphrase', bytes: new TextEncoder().encode(passphrase) },
    async ({ file, dataKey }) => ({
      dataKey: Buffer.from(dataKey),
      ...dataKeyToKeyring(file.journalId, dataKey),
    }),
  );
  if (!found.ok) throw new Error(`the journal does not open: ${found.error.type}`);
  return found.value;
}

/** Read from the memory of the page, so that no driver of tests ever has it. The one that opens the journal is the right one. */
async function codeOnScreen(
  footnote: Undriven,
  folder: string,
): Promise<{ readonly code: string; readonly secret: Uint8Array }> {
  const form = /[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){4}-[0-9A-HJKMNP-TV-Z]{4}/g;
  for (const pid of footnote.pids())
    for (const code of matchesInMemory(pid, form, 64)) {
      const secret = recoveryCodeToSecret(new TextEncoder().encode(code));
      if (!secret) continue;
      const kept = Uint8Array.from(secret);
      const opened = await withDataKey(
        readKeyFileTexts(folder),
        { type: 'recovery', bytes: secret },
        async () => null,
      );
      if (opened.ok) return { code, secret: kept };
    }
  throw new Error('the code that is on the screen was found in no process');
}

async function proveWithKeys(page: Page, code: string): Promise<void> {
  const fields = page.getByRole('dialog').getByRole('textbox', { name: /^Group \d$/ });
  await fields.nth(1).waitFor();
  for (const field of await fields.all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
    await typeInto(page, field, code.split('-')[Number(label.slice(-1)) - 1] ?? '');
  }
  await page.getByRole('button', { name: 'Done' }).click();
}

function report(when: string, found: readonly Found[]): void {
  console.log(`  ${when}: ${found.length === 0 ? 'nothing in any process' : ''}`);
  for (const { what, process, count } of found) console.log(`    ${process}: ${what} ×${count}`);
}
