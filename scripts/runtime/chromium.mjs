import { existsSync } from 'node:fs';
import { installPackages, isDebian, mayInstall } from './debian.mjs';
import { findProgram, packageFile } from './programs.mjs';
import { Refusal } from './refusal.mjs';
import { run } from './run.mjs';
import { say, sayWhile } from './say.mjs';

const playwright = packageFile('playwright', 'cli.js');
const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/**
 * The browser for the editor tests: FOOTNOTE_CHROMIUM, else one that is installed, else Playwright's own.
 * @returns {Promise<string | undefined>} its executable
 */
export async function findChromium() {
  if (process.env.FOOTNOTE_CHROMIUM) return process.env.FOOTNOTE_CHROMIUM;
  for (const program of programs) {
    const file = findProgram(program);
    if (file) return file;
  }
  const { chromium } = await import('playwright');
  return [...applications, chromium.executablePath()].find((file) => existsSync(file));
}

/** @returns {Promise<string>} the same, installed first where that may be done */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  if (mayInstall()) await installPackages(['chromium'], 'for the editor tests');
  else await installFromPlaywright();
  const installed = await findChromium();
  if (!installed) throw new Refusal(advice());
  return installed;
}

async function installFromPlaywright() {
  say(`fetching Playwright's Chromium for the editor tests …`);
  const { code } = await sayWhile(
    'fetching',
    run(process.execPath, [playwright, 'install', 'chromium'], { show: 'on stderr' }),
  );
  if (code !== 0) throw new Refusal(advice());
}

function advice() {
  const how = isDebian() ? 'run `sudo apt-get install chromium`' : 'install Chromium or Chrome';
  return `the editor tests need Chromium: ${how}, or set FOOTNOTE_CHROMIUM to the executable of one.`;
}
