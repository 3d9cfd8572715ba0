import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createPathTokens,
  describePlace,
  freeFolder,
  shortenHome,
  suggestFolder,
  withExtension,
} from '../../../src/main/shell/journalPlaces';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { createTestFolder } from '../../support/testFolder';

const tokens = () => createPathTokens({ now: () => 1_700_000_000_000 }, createSeededRandom(1).bytes);

const isJournal = (path: string) => describePlace(path, '/home/ada', tokens()).isJournal;

describe('the place of a journal', () => {
  it('is a token, a name and a folder in a person’s words, and no path', () => {
    const known = tokens();
    const place = describePlace('/home/ada/Documents/Diary.journal', '/home/ada', known);
    expect(place).toEqual({
      token: expect.any(String),
      name: 'Diary',
      place: '~/Documents',
      isJournal: false,
    });
    expect(known.pathOf(place.token)).toBe('/home/ada/Documents/Diary.journal');
  });

  it('tells a folder that holds no journal from one that may', () => {
    using folder = createTestFolder();
    expect(isJournal(folder.path)).toBe(false);
    writeFileSync(join(folder.path, 'letter.txt'), 'Dear Ada');
    expect(isJournal(folder.path)).toBe(false);
    expect(isJournal(join(folder.path, 'letter.txt')), 'unlocking says that it is a file').toBe(true);
    for (const name of ['vault.json', 'journal.db', 'backups']) {
      using one = createTestFolder();
      mkdirSync(join(one.path, name));
      expect(isJournal(one.path), name).toBe(true);
    }
  });

  it('keeps its token', () => {
    const known = tokens();
    expect(known.tokenFor('/a')).toBe(known.tokenFor('/a'));
    expect(known.tokenFor('/a')).not.toBe(known.tokenFor('/b'));
  });

  it.each([
    ['/home/ada', '~'],
    ['/home/ada/Documents', '~/Documents'],
    ['/home/adam', '/home/adam'],
    ['/media/stick', '/media/stick'],
    ['/', '/'],
    ['/home/ada/..notes', '~/..notes'],
  ])('shows %s as %s', (path, shown) => {
    expect(shortenHome(path, '/home/ada')).toBe(shown);
  });

  it('is the first free name when a new one is suggested', () => {
    using folder = createTestFolder();
    expect(suggestFolder(folder.path)).toBe(join(folder.path, 'Journal.journal'));
    mkdirSync(join(folder.path, 'Journal.journal'));
    mkdirSync(join(folder.path, 'Journal 2.journal'));
    expect(suggestFolder(folder.path)).toBe(join(folder.path, 'Journal 3.journal'));
  });

  it('can be suggested where there are no documents yet', () => {
    expect(suggestFolder('/nowhere/Documents')).toBe('/nowhere/Documents/Journal.journal');
  });

  it('ends in ".journal", once', () => {
    expect(withExtension('/a/Diary')).toBe('/a/Diary.journal');
    expect(withExtension('/a/Diary.journal')).toBe('/a/Diary.journal');
  });
});

describe('an export', () => {
  it('never lands in a folder that is there', () => {
    using folder = createTestFolder();
    mkdirSync(join(folder.path, 'Export'));
    mkdirSync(join(folder.path, 'Export (2)'));
    expect(freeFolder(folder.path, 'Export')).toBe(join(folder.path, 'Export (3)'));
  });
});
