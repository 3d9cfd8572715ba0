import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMemoryFile } from '../../../src/main/journal/integrity/findMemoryFile';
import { lookAround } from '../../../src/main/journal/opening/lookAround';
import { createTestJournal } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';

function folderAt(place: string, ...parts: readonly string[]): string {
  const folder = join(place, ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}

describe('conflict copies', () => {
  it('are named, inside the folder and beside it, and nothing else is', () => {
    using place = createTestFolder();
    const folder = folderAt(place.path, 'Diary.journal');
    const conflicts = [
      "journal (Ada's conflicted copy 2025-05-14).db",
      'journal.sync-conflict-20250514-101112-ABCDEFG.db',
      'vault (1).json',
    ];
    for (const name of [...conflicts, 'journal.db', 'vault.json', 'reserve'])
      writeFileSync(join(folder, name), '');
    folderAt(place.path, 'Diary (conflict).journal');
    folderAt(place.path, 'Diary (1).journal');
    folderAt(place.path, 'Holiday (1)');
    writeFileSync(join(place.path, 'conflict of interest.txt'), '');
    expect(lookAround(folder)).toEqual([
      {
        type: 'ConflictCopies',
        names: ['Diary (1).journal', 'Diary (conflict).journal', ...conflicts].toSorted(),
      },
    ]);
  });

  it('are told until they are dismissed, and again when there are others', async () => {
    await using test = await createTestJournal();
    const types = (): readonly string[] => test.journal.warnings().map(({ type }) => type);
    expect(types()).toEqual([]);
    writeFileSync(join(test.folder, 'journal (1).db'), '');
    await test.reopen();
    expect(types()).toEqual(['ConflictCopies']);
    await test.reopen();
    expect(types()).toEqual(['ConflictCopies']);
    test.journal.dismissWarning('ConflictCopies');
    expect(types()).toEqual([]);
    await test.reopen();
    expect(types()).toEqual([]);
    writeFileSync(join(test.folder, 'journal (2).db'), '');
    await test.reopen();
    expect(types()).toEqual(['ConflictCopies']);
  });
});

describe('a synchronised folder', () => {
  it.each([
    ['Dropbox', ['Dropbox', 'Notes']],
    ['Dropbox', ['Dropbox (Personal)']],
    ['OneDrive', ['OneDrive - Contoso']],
    ['iCloud Drive', ['Library', 'Mobile Documents', 'com~apple~CloudDocs']],
    ['Google Drive', ['Google Drive', 'My Drive']],
    ['Nextcloud', ['Nextcloud']],
  ] as const)('of %s is known by its name', (service, parts) => {
    using place = createTestFolder();
    expect(lookAround(folderAt(place.path, ...parts, 'Diary.journal'))).toEqual([
      { type: 'SyncFolder', service },
    ]);
  });

  it.each([
    ['Syncthing', '.stfolder'],
    ['Dropbox', '.dropbox.cache'],
    ['Nextcloud', '.sync_0f3a9c.db'],
  ])('of %s is known by what the program leaves in it', (service, mark) => {
    using place = createTestFolder();
    const folder = folderAt(place.path, 'Sync', 'deep', 'Diary.journal');
    writeFileSync(join(place.path, 'Sync', mark), '');
    expect(lookAround(folder)).toEqual([{ type: 'SyncFolder', service }]);
  });

  it('is not seen in a name that only sounds like one', () => {
    using place = createTestFolder();
    expect(lookAround(folderAt(place.path, 'Not Dropbox', 'OneDriver', 'Diary.journal'))).toEqual([]);
  });
});

describe('the memory of a person', () => {
  it('lies where the app of that system keeps its own things', () => {
    const home = '/home/ada';
    const find = (platform: NodeJS.Platform, env: Record<string, string>, at = home) =>
      findMemoryFile({ platform, env, home: at });
    expect(find('linux', {})).toBe('/home/ada/.config/Footnote/state.json');
    expect(find('linux', { XDG_CONFIG_HOME: '/elsewhere' })).toBe('/elsewhere/Footnote/state.json');
    expect(find('darwin', {})).toBe('/home/ada/Library/Application Support/Footnote/state.json');
    expect(find('win32', { APPDATA: 'C:\\Users\\Ada\\AppData\\Roaming' }, 'C:\\Users\\Ada')).toBe(
      'C:\\Users\\Ada\\AppData\\Roaming\\Footnote\\state.json',
    );
    expect(find('linux', { FOOTNOTE_USER_DATA: '/tmp/profile' })).toBe('/tmp/profile/state.json');
  });
});
