import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPreferences } from '../../../src/main/shell/preferences';
import { createTestFolder } from '../../support/testFolder';

const fresh = {
  appearance: 'system',
  lastJournal: null,
  privacy: { lockAfterMinutes: 5, curtainOnBlur: false, hideFromCapture: true },
  writing: { focus: 'off', typewriter: 'off' },
  quick: { keys: 'off', tray: 'off' },
  reminders: { state: 'off', times: ['18:00'], days: [1, 2, 3, 4, 5, 6, 7] },
  secondBackups: {},
};

describe('preferences', () => {
  it('remember what was chosen', () => {
    using folder = createTestFolder();
    const file = join(folder.path, 'preferences.json');
    openPreferences(file).change({ appearance: 'dark' });
    openPreferences(file).change({ lastJournal: '/home/ada/Diary.journal' });
    expect(openPreferences(file).read()).toEqual({
      ...fresh,
      appearance: 'dark',
      lastJournal: '/home/ada/Diary.journal',
    });
    expect(readdirSync(folder.path)).toEqual(['preferences.json']);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('of an earlier version keep what they say, and lock after five minutes', () => {
    using folder = createTestFolder();
    const file = join(folder.path, 'preferences.json');
    writeFileSync(file, '{"appearance":"dark","lastJournal":"/home/ada/Diary.journal"}');
    expect(openPreferences(file).read()).toEqual({
      ...fresh,
      appearance: 'dark',
      lastJournal: '/home/ada/Diary.journal',
    });
  });

  it.each(['', '{', '[]', '"dark"', 'null'])(
    'start afresh from a damaged file and keep it aside (%j)',
    (text) => {
      using folder = createTestFolder();
      const file = join(folder.path, 'preferences.json');
      writeFileSync(file, text, { mode: 0o644 });
      const preferences = openPreferences(file);
      expect(preferences.read()).toEqual(fresh);
      preferences.change({ appearance: 'dark' });
      expect(openPreferences(file).read()).toEqual({ ...fresh, appearance: 'dark' });
      expect(readdirSync(folder.path)).toEqual(['preferences.damaged.json', 'preferences.json']);
      const aside = join(folder.path, 'preferences.damaged.json');
      expect(readFileSync(aside, 'utf8')).toBe(text);
      expect(statSync(aside).mode & 0o077).toBe(0);
    },
  );

  const whole = {
    appearance: 'dark',
    lastJournal: '/home/ada/Diary.journal',
    privacy: { lockAfterMinutes: 12, curtainOnBlur: true, hideFromCapture: false },
    writing: { focus: 'on', typewriter: 'off' },
    quick: { keys: 'CommandOrControl+Alt+N', tray: 'on' },
    reminders: { state: 'on', times: ['07:30', '21:00'], days: [2, 4] },
    secondBackups: { '/home/ada/Diary.journal': '/media/stick' },
  };

  it.each([
    ['appearance', { appearance: 'pink' }, { appearance: 'system' }],
    ['lastJournal', { lastJournal: 7 }, { lastJournal: null }],
    ['privacy', { privacy: 'yes' }, { privacy: fresh.privacy }],
    [
      'one field of privacy',
      { privacy: { ...whole.privacy, lockAfterMinutes: 1.5 } },
      { privacy: { ...whole.privacy, lockAfterMinutes: 5 } },
    ],
    ['writing', { writing: { focus: 'maybe' } }, { writing: { focus: 'off', typewriter: 'off' } }],
    ['quick', { quick: { keys: 'F1' } }, { quick: { keys: 'off', tray: 'off' } }],
    ['reminders', { reminders: { state: 'on', times: ['25:00'], days: [] } }, { reminders: fresh.reminders }],
    ['secondBackups', { secondBackups: [] }, { secondBackups: {} }],
    ['one second place', { secondBackups: { ...whole.secondBackups, '/x': 4 } }, {}],
  ])('lose no more than %s where that is damaged', (_, damage, expected) => {
    using folder = createTestFolder();
    const file = join(folder.path, 'preferences.json');
    writeFileSync(file, JSON.stringify({ ...whole, ...damage }));
    expect(openPreferences(file).read()).toEqual({ ...whole, ...expected });
  });

  it('keep what a later version wrote when they are written again', () => {
    using folder = createTestFolder();
    const file = join(folder.path, 'preferences.json');
    const later = { ...whole, privacy: { ...whole.privacy, blur: 3 }, tide: { is: 'high' } };
    writeFileSync(file, JSON.stringify(later));
    const preferences = openPreferences(file);
    expect(preferences.read()).toEqual(whole);
    preferences.change({ appearance: 'light', privacy: { ...whole.privacy, lockAfterMinutes: 20 } });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      ...later,
      appearance: 'light',
      privacy: { ...later.privacy, lockAfterMinutes: 20 },
    });
  });

  it('hold for the session where they cannot be written', () => {
    const preferences = openPreferences('/nowhere/at/all/preferences.json');
    preferences.change({ appearance: 'light' });
    expect(preferences.read().appearance).toBe('light');
  });

  it('stay whole when a new version cannot be finished', () => {
    using folder = createTestFolder();
    const file = join(folder.path, 'preferences.json');
    openPreferences(file).change({ appearance: 'dark' });
    writeFileSync(`${file}.tmp`, '{"appear');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ appearance: 'dark' });
    expect(openPreferences(file).read().appearance).toBe('dark');
  });
});
