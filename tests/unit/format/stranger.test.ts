import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createDocument, createParagraph, createText } from '../../../src/shared/document/createDocument';
import { createEntryId } from '../../../src/shared/id';
import { makeBackup } from '../../../src/main/backup/makeBackup';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { keyFileToText } from '../../../src/main/vault/keyFile';
import { planRotation, withDataKey } from '../../../src/main/vault/vault';
import {
  bytesOf,
  createTestJournal,
  testKdf,
  testPassphrase,
  type TestJournal,
} from '../../support/journalFixture';
import { createNewImage, pictureDocument } from '../../support/images';
import { createTestFolder } from '../../support/testFolder';
import {
  databaseKeyOf,
  databasePath,
  decryptDatabase,
  documentToText,
  nextDataKey,
  openVault,
  readVault,
  vaultPath,
} from './stranger';

const words = 'The heron stood in the cold shallows, and so did I.';

function write(test: TestJournal, text: string, seed: number): void {
  const id = createEntryId(test.clock.now(), createSeededRandom(seed).bytes);
  const document = createDocument([createParagraph([createText(text)])]);
  const saved = test.journal.entries.save({ id, document, baseRevision: 0 });
  if (!saved.ok) throw new Error(saved.error.type);
}

/** Step 10, with nothing but SQLite. */
function entriesOf(plain: Buffer, folder: string): readonly string[] {
  const path = join(folder, 'plain.db');
  writeFileSync(path, plain);
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    return db
      .prepare('SELECT document FROM entries WHERE binned_at IS NULL ORDER BY at, id')
      .all()
      .map(({ document }) => documentToText(String(document)).trim());
  } finally {
    db.close();
  }
}

function read(folder: string, secret: Parameters<typeof openVault>[1], to: string): readonly string[] {
  const vault = readVault(vaultPath(folder));
  const key = databaseKeyOf(vault, openVault(vault, secret));
  return entriesOf(decryptDatabase(databasePath(folder), key), to);
}

const passphrase = { type: 'passphrase', text: testPassphrase } as const;

describe('a stranger with the document, Node and SQLite', () => {
  it('reads a journal from the passphrase alone', async () => {
    using place = createTestFolder();
    await using test = await createTestJournal();
    write(test, words, 2);
    test.journal.close();
    expect(existsSync(`${databasePath(test.folder)}-wal`)).toBe(false);
    expect(read(test.folder, passphrase, place.path)).toEqual([words]);
  });

  it('finds the pictures, and what is to be seen on them', async () => {
    using place = createTestFolder();
    await using test = await createTestJournal();
    const image = createNewImage();
    const added = test.journal.images.add(image);
    if (!added.ok) throw new Error(added.error.type);
    const id = createEntryId(test.clock.now(), createSeededRandom(2).bytes);
    const document = pictureDocument([added.value.id], words, 'A heron');
    expect(test.journal.entries.save({ id, document, baseRevision: 0 }).ok).toBe(true);
    test.journal.close();
    expect(read(test.folder, passphrase, place.path)).toEqual([`A heron\n${words}`]);
    const db = new DatabaseSync(join(place.path, 'plain.db'), { readOnly: true });
    const found = db.prepare("SELECT image_id, media_type, bytes FROM image_bytes WHERE size = 'full'").all();
    db.close();
    expect(found.map(({ image_id, media_type }) => [image_id, media_type])).toEqual([
      [added.value.id, 'image/png'],
    ]);
    const [bytes] = found.map((row) => row.bytes);
    expect(bytes instanceof Uint8Array && Buffer.from(bytes).equals(image.bytes)).toBe(true);
  });

  it('reads it from the recovery code alone, however it was typed', async () => {
    using place = createTestFolder();
    await using test = await createTestJournal();
    const code = test.journal.keys.pendingKit()?.code ?? '';
    write(test, words, 2);
    test.journal.close();
    expect(code).toMatch(/^(?:[0-9A-Z]{5}-){5}[0-9A-Z]{4}$/);
    for (const text of [
      code,
      code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'),
    ])
      expect(read(test.folder, { type: 'recovery', text }, place.path)).toEqual([words]);
  });

  it('reads what is only in the log of a journal that was not closed', async () => {
    using place = createTestFolder();
    await using test = await createTestJournal();
    write(test, words, 2);
    await test.reopen();
    test.clock.advance({ hours: 1 });
    write(test, 'Said after the last checkpoint.', 3);
    const crashed = join(place.path, 'Crashed.journal');
    cpSync(test.folder, crashed, { recursive: true });
    expect(statSync(`${databasePath(crashed)}-wal`).size).toBeGreaterThan(4096);
    expect(read(crashed, passphrase, place.path)).toEqual([words, 'Said after the last checkpoint.']);

    // A commit that was cut off by the end of the power is not one.
    const log = `${databasePath(crashed)}-wal`;
    writeFileSync(log, readFileSync(log).subarray(0, -100));
    expect(read(crashed, passphrase, place.path)).toEqual([words]);
  });

  it('reads a backup with the key file that lies beside it', async () => {
    using place = createTestFolder();
    await using test = await createTestJournal();
    write(test, words, 2);
    const made = makeBackup(test.journal, { clock: test.clock });
    if (!made.ok) throw new Error(made.error.type);
    // Step 11.
    const backup = join(test.folder, 'backups', made.value.id);
    const vault = readVault(`${backup}.vault.json`);
    const key = databaseKeyOf(vault, openVault(vault, passphrase));
    expect(entriesOf(decryptDatabase(`${backup}.db`, key), place.path)).toEqual([words]);
  });

  it('finds the next key in a key file that a rotation left in the middle', async () => {
    await using test = await createTestJournal();
    const text = readFileSync(vaultPath(test.folder), 'utf8');
    const secret = { type: 'passphrase', bytes: bytesOf(testPassphrase) } as const;
    const planned = await withDataKey([text], secret, async (found) =>
      planRotation(found, bytesOf(testPassphrase), testKdf, test.ports.randomBytes),
    );
    if (!planned.ok) throw new Error(planned.error.type);
    writeFileSync(vaultPath(test.folder), keyFileToText(planned.value.rotating));
    const vault = readVault(vaultPath(test.folder));
    const next = databaseKeyOf(vault, nextDataKey(vault, openVault(vault, passphrase)));
    expect(planned.value.finished.databaseKey.subarray(4)).toEqual(next);
  });

  it('notices another passphrase, a typing error in the code, and one changed bit', async () => {
    using place = createTestFolder();
    await using test = await createTestJournal();
    const code = test.journal.keys.pendingKit()?.code ?? '';
    write(test, words, 2);
    test.journal.close();
    expect(() => read(test.folder, { type: 'passphrase', text: 'another' }, place.path)).toThrow();
    const typo = `${code.startsWith('7') ? '8' : '7'}${code.slice(1)}`;
    expect(() => read(test.folder, { type: 'recovery', text: typo }, place.path)).toThrow('typing error');
    for (const at of [0, 17, 30, 4096 * 2 + 5, 4096 * 3 - 1]) {
      const bytes = readFileSync(databasePath(test.folder));
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const copy = join(place.path, `flipped-${at}.journal`);
      cpSync(test.folder, copy, { recursive: true });
      writeFileSync(databasePath(copy), bytes);
      expect(() => read(copy, passphrase, place.path)).toThrow('is not what was written');
    }
  });
});
