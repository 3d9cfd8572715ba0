// npm run pictures [-- FOLDER]: every room of the sample journal in a real window, light and dark, large and small.
// Without a folder it renews the two pictures of the README.
import './runtime/requireNode.mjs';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright';
import { projectFolder } from './runtime/places.mjs';
import { prepareApp } from './runtime/prepareApp.mjs';
import { runCommand } from './runtime/refusal.mjs';
import { endTogether } from './runtime/run.mjs';
import { sandboxArguments } from './runtime/sandbox.mjs';

/** @typedef {import('playwright').Page} Page */

const large = { width: 1280, height: 800 };
const small = { width: 900, height: 600 };
const rooms = ['Today', 'Write', 'Journal', 'Movement', 'Insights', 'Library', 'Settings'];

endTogether();
await runCommand(async () => {
  const env = await prepareApp();
  const folder = process.argv[2];
  const target = resolve(folder ?? join(projectFolder, 'docs/pictures'));
  mkdirSync(target, { recursive: true });
  const home = mkdtempSync(join(tmpdir(), 'footnote-pictures-'));
  const app = await _electron.launch({
    executablePath: env.FOOTNOTE_ELECTRON,
    args: [projectFolder, ...sandboxArguments(), `--user-data-dir=${join(home, 'profile')}`],
    env: { ...definedOnly({ ...process.env, ...env }), HOME: home },
  });
  try {
    const page = await app.firstWindow();
    if (folder) await shoot(page, target, 'unlock', [large, small]);
    await page.getByRole('button', { name: 'Look around in a sample journal' }).click();
    await page.getByRole('radiogroup').first().waitFor();
    if (!folder) {
      await shoot(page, target, 'today', [large]);
      return 0;
    }
    for (const room of rooms) {
      await page
        .getByRole('navigation')
        .getByRole('button', { name: new RegExp(`^${room}`) })
        .click();
      await shoot(page, target, room.toLowerCase(), [large, small]);
    }
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
  return 0;
});

/**
 * @param {Page} page
 * @param {string} target
 * @param {string} name
 * @param {readonly { width: number, height: number }[]} sizes
 */
async function shoot(page, target, name, sizes) {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const scheme of /** @type {const} */ (['light', 'dark'])) {
      await page.emulateMedia({ colorScheme: scheme });
      // The room is lazy and its words come from the keeper.
      await page.waitForTimeout(600);
      const suffix = sizes.length > 1 ? `-${size.width}x${size.height}` : '';
      await page.screenshot({ path: join(target, `${name}${suffix}-${scheme}.png`) });
    }
  }
}

/** @param {NodeJS.ProcessEnv} env @returns {Record<string, string>} */
function definedOnly(env) {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
