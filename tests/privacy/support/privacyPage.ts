import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const page = resolve(import.meta.dirname, '../../../docs/privacy.md');

export type Section = 'Your journal' | 'The app' | 'In places of the system';

/**
 * The names in the first column of the tables under one heading of docs/privacy.md, as patterns for paths with slashes. `…` is
 * anything.
 */
export function namesOnPrivacyPage(section: Section): readonly string[] {
  const text = readFileSync(page, 'utf8');
  const part = text.split(/^## /m).find((each) => each.startsWith(section));
  if (part === undefined) throw new Error(`docs/privacy.md has no heading that begins with "${section}"`);
  const rows = part
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|')[1] ?? '');
  const names = rows.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  if (names.length === 0) throw new Error(`no file is named under "${section}" in docs/privacy.md`);
  return names;
}

export function isNamed(path: string, names: readonly string[]): boolean {
  return names.some((name) => new RegExp(`^${name.split('…').map(escape).join('.*')}$`).test(path));
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
