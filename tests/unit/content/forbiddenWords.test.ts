import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { helpText } from '../../../src/main/cli/helpText';
import { words } from '../../../src/main/shell/words';

const projectFolder = join(import.meta.dirname, '../../..');

/**
 * What the app never says of a person, of their mood and of their moving: no mechanism, no verdict, no measure to keep up
 * with. Every text of the app is held to it, because a word that is harmless of a file is soon copied beside a feeling.
 */
const forbidden =
  /\b(makes|boosts?|boosting|causes?|helps|improves?|proves|should|(good|bad) (day|week|month)s?|(better|worse)|goals?|streaks?|missed|only|failed|scores?|badges?|per ?cent|percentages?|overdue|days? in a row|personal best)\b|%/gi;

/** Where one of them stands all the same, with the reason: by key of the catalogue, id of the content, or line of the help. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'It says how far a file, a copy or a key reaches, not a person.': [
    'app.offline',
    'app.readOnly',
    'care.readOnly',
    'failure.JournalReadOnly',
    'recovery.why.rotated',
    'settings.keysAnew.done',
    'settings.kit.unseen',
    'settings.kit.makeText',
    'settings.offline.layer.page',
    'settings.quick.note',
    'settings.stored.asked',
    'settings.tags.count',
    'today.kit.unseen',
    'today.readOnly',
    'unlock.backup.askOlderKey',
    'unlock.footnote',
    'write.linkHint',
    'write.readOnly',
    'write.readOnlyTitle',
  ],
  'It narrows what a list or the page shows.': ['app.command.focus', 'care.fewer', 'journal.filter.marks'],
  'Somebody’s own question is theirs alone.': ['library.own.none'],
  'Nobody keeps score, it says.': ['play-no-score'],
  'The command makes a file.': [
    'makes a backup, reads it whole, removes old ones; with --second also copies it to another place',
    'makes a new, empty journal in a folder that is new or empty, and shows its recovery code this once',
    'gives the journal new keys and a new recovery code, for when a passphrase or a code has leaked; makes a backup before and after',
    'makes a new journal with an imagined life in it (3 years and seed 1 unless said otherwise)',
  ],
};
const excused = new Set(Object.values(allowed).flat());

interface Text {
  readonly where: string;
  readonly text: string;
}

const read = (path: string): unknown => JSON.parse(readFileSync(join(projectFolder, path), 'utf8'));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys whose values are names for the program, or the titles of other people’s works. */
const notSaid = new Set([
  'id',
  'theme',
  'moments',
  'source',
  'sources',
  'kind',
  'rung',
  'usual',
  'whileHealing',
]);

/** Every string of a piece of content, under the nearest `id` above it. */
function textsOf(value: unknown, where: string): readonly Text[] {
  if (typeof value === 'string') return [{ where, text: value }];
  if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, where));
  if (!isRecord(value)) return [];
  const here = typeof value['id'] === 'string' ? value['id'] : where;
  return Object.entries(value).flatMap(([key, each]) => (notSaid.has(key) ? [] : textsOf(each, here)));
}

const catalogueFolder = 'src/renderer/i18n/en';
const catalogues = readdirSync(join(projectFolder, catalogueFolder)).flatMap((file) =>
  Object.entries(read(`${catalogueFolder}/${file}`) as Readonly<Record<string, string>>).map(
    ([where, text]): Text => ({ where, text }),
  ),
);
/** The sample journal is left out: there an imagined person speaks, and people say what they like. */
const content = readdirSync(join(projectFolder, 'content'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'sample')
  .flatMap(({ name }) => textsOf(read(`content/${name}/en.json`), name));
const help = helpText()
  .split('\n')
  .map((line): Text => ({ where: line.trim(), text: line }));
const shell = textsOf(words, 'shell');

const everything = [...catalogues, ...content, ...help, ...shell];
const found = everything.flatMap(({ where, text }) =>
  [...text.matchAll(forbidden)].map(([word]) => ({ where, word })),
);

describe('the words of the app', () => {
  it('are all looked at', () => {
    expect(catalogues.length).toBeGreaterThan(900);
    expect(content.length).toBeGreaterThan(100);
    expect(help.length).toBeGreaterThan(30);
    expect(shell.length).toBeGreaterThan(30);
  });

  it('press nobody, judge nobody and claim no cause', () => {
    expect(found.filter(({ where }) => !excused.has(where))).toEqual([]);
  });

  it('are excused nowhere without need', () => {
    const needed = new Set(found.map(({ where }) => where));
    expect([...excused].filter((where) => !needed.has(where))).toEqual([]);
  });

  it('have no exception in what speaks of mood, of moving and of the person', () => {
    const personal =
      /^(today|movement|moving|history|feel|feelings|rituals|steps|spans|insights|words|hardDay)\./;
    expect([...excused].filter((where) => personal.test(where))).toEqual([
      'today.kit.unseen',
      'today.readOnly',
    ]);
  });
});

describe('the colours of the app', () => {
  const tokens = readFileSync(join(projectFolder, 'src/renderer/styles/tokens.css'), 'utf8');

  /** Hue in degrees, or null for a grey. */
  function hexToHue(hex: string): number | null {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    const most = Math.max(red, green, blue);
    const range = most - Math.min(red, green, blue);
    if (range / Math.max(most, 1) < 0.25) return null;
    if (most === red) return (60 * ((green - blue) / range) + 360) % 360;
    return most === green ? 60 * ((blue - red) / range) + 120 : 60 * ((red - green) / range) + 240;
  }

  const isRed = (hex: string): boolean => {
    const hue = hexToHue(hex);
    return hue !== null && (hue > 335 || hue < 14);
  };

  it('have no red but the line under a misspelled word', () => {
    expect(['#b3343c', '#ff0000', '#c21807'].map(isRed)).toEqual([true, true, true]);
    const red = [...tokens.matchAll(/--([\w-]+):([^;]*);/g)].filter(([, , value = '']) =>
      (value.match(/#[0-9a-f]{6}\b/gi) ?? []).some(isRed),
    );
    expect(red.map(([, name]) => name)).toEqual(['misspelled']);
  });

  it('have that red in the editor alone, and no other in any room', () => {
    const styles = readdirSync(join(projectFolder, 'src/renderer'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.module.css'))
      .map((file) => ({ file, css: readFileSync(join(projectFolder, 'src/renderer', file), 'utf8') }));
    expect(styles.length).toBeGreaterThan(50);
    const users = styles.filter(({ css }) => css.includes('--misspelled')).map(({ file }) => file);
    expect(users.filter((file) => !file.startsWith(join('features', 'write')))).toEqual([]);
    const own = styles.filter(
      ({ css }) =>
        /:[^;{}]*\b(red|crimson|firebrick|tomato|darkred)\b/i.test(css) ||
        (css.match(/#[0-9a-f]{6}\b/gi) ?? []).some(isRed),
    );
    expect(own.map(({ file }) => file)).toEqual([]);
  });
});
