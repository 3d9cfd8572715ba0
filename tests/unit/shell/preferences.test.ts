import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPreferences } from '../../../src/main/shell/preferences';
import { createTestFolder } from '../../support/testFolder';

const fresh = {
  appearance: 'system',
  lastJournal: null,
  privacy: { lockAfterMinutes: 5, curtainOnBlur: false, hideFromCapture: true },
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

  it.each([
    '',
    '{',
    '{}',
    '[]',
    '{"appearance":"pink","lastJournal":null}',
    '{"appearance":"dark","lastJournal":null,"x":1}',
  ])('start afresh from a damaged file (%j)', (text) => {
    using folder = createTestFolder();
    const file = join(folder.path, 'preferences.json');
    writeFileSync(file, text);
    expect(openPreferences(file).read()).toEqual(fresh);
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
