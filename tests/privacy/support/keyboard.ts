import { execFileSync, spawnSync } from 'node:child_process';

/**
 * Keys as a keyboard sends them, one by one. What Playwright types passes through the memory of the app's main process as a whole
 * sentence, where it would be found later although the app never had it there.
 */
export const hasKeyboard = spawnSync('xdotool', ['version']).status === 0;

function xdotool(...args: readonly string[]): string {
  return execFileSync('xdotool', [...args], { encoding: 'utf8', timeout: 15_000 });
}

/** The window of the app gets the keys; nobody else manages windows on a display of tests. */
export function takeFocus(): void {
  const windows = xdotool('search', '--sync', '--onlyvisible', '--name', '^Footnote$').trim().split('\n');
  xdotool('windowfocus', '--sync', windows.at(-1) ?? '');
}

export function typeKeys(text: string): void {
  xdotool('type', '--delay', '15', text);
}

/** Such as "Return" or "ctrl+l". */
export function pressKey(name: string): void {
  xdotool('key', name);
}
