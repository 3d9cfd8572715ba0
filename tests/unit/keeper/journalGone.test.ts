import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entryIdSchema } from '../../../src/shared/id';
import { createTestFolder } from '../../support/testFolder';
import { beginKeeper, passphraseBytes, type KeeperFixture } from '../../support/keeperFixture';

let place: ReturnType<typeof createTestFolder>;
let folder: string;
let elsewhere: string;
let keeper: KeeperFixture;

const passphrase = 'a loop in the rain';
const id = entryIdSchema.parse('01a2044e-5402-72e1-b396-f8fcd4dbd485');
const gone = { ok: false, error: { type: 'JournalGone' } };

const documentOf = (text: string) => ({
  root: {
    type: 'root' as const,
    version: 1 as const,
    children: [
      {
        type: 'paragraph' as const,
        version: 1 as const,
        children: [{ type: 'text' as const, version: 1 as const, text }],
      },
    ],
  },
});

const save = (text: string, baseRevision: number) =>
  keeper.ask('entries.save', { id, document: documentOf(text), baseRevision });

const openAgain = async () => {
  keeper = await beginKeeper({ kind: 'journal', folder });
  return await keeper.ask('vault.unlock', { passphrase: passphraseBytes(passphrase) });
};

beforeEach(async () => {
  place = createTestFolder();
  folder = join(place.path, 'Ada.journal');
  elsewhere = join(place.path, 'Moved.journal');
  keeper = await beginKeeper({ kind: 'journal', folder });
  expect(await keeper.ask('vault.create', { passphrase: passphraseBytes(passphrase) })).toMatchObject({
    ok: true,
  });
  expect(await save('the heron', 0)).toMatchObject({ ok: true });
});
afterEach(async () => {
  if (!keeper.hasExited()) await keeper.service.hear({ type: 'close' });
  place[Symbol.dispose]();
});

describe('a journal whose folder is moved away while it is open', () => {
  it('calls nothing saved, and goes on when the folder is back', async () => {
    renameSync(folder, elsewhere);
    expect(await save('the heron stood', 1)).toEqual(gone);
    expect(await keeper.ask('backups.make', {})).toEqual(gone);
    expect(await keeper.ask('vault.makeKit', { passphrase: passphraseBytes(passphrase) })).toEqual(gone);
    // What is in it can still be read, and taken along.
    expect(await keeper.ask('entries.read', { id })).toMatchObject({ ok: true });
    expect(existsSync(folder)).toBe(false);
    renameSync(elsewhere, folder);
    expect(await save('the heron stood in the shallows', 1)).toMatchObject({ ok: true });
    await keeper.service.hear({ type: 'close' });
    expect(await openAgain()).toEqual({ ok: true, value: null });
    expect(JSON.stringify(await keeper.ask('entries.read', { id }))).toContain(
      'the heron stood in the shallows',
    );
  });

  it('leaves nothing at the old place when it is closed, and every saved word at the new one', async () => {
    for (let revision = 1; revision < 60; revision += 1) await save(`the heron, ${revision}`, revision);
    renameSync(folder, elsewhere);
    await keeper.service.hear({ type: 'close' });
    expect(existsSync(folder)).toBe(false);
    renameSync(elsewhere, folder);
    expect(await openAgain()).toEqual({ ok: true, value: null });
    expect(JSON.stringify(await keeper.ask('entries.read', { id }))).toContain('the heron, 59');
  });

  it('does not take another folder at the old place for its own', async () => {
    renameSync(folder, elsewhere);
    mkdirSync(folder);
    writeFileSync(join(folder, 'journal.db'), 'somebody else');
    expect(await save('the heron stood', 1)).toEqual(gone);
    await keeper.service.hear({ type: 'close' });
    expect(readdirSync(folder)).toEqual(['journal.db']);
  });

  it('says so of a folder that was deleted', async () => {
    rmSync(folder, { recursive: true });
    expect(await save('the heron stood', 1)).toEqual(gone);
    await keeper.service.hear({ type: 'close' });
    expect(existsSync(folder)).toBe(false);
  });
});

describe('key files that are deleted while a journal is open', () => {
  const names = ['vault.json', 'vault.json.bak'];
  const deleteThem = () => {
    for (const name of names) rmSync(join(folder, name));
  };

  it('are back after the next save', async () => {
    const before = readFileSync(join(folder, 'vault.json'), 'utf8');
    deleteThem();
    expect(await save('the heron stood', 1)).toMatchObject({ ok: true });
    for (const name of names) expect(readFileSync(join(folder, name), 'utf8')).toBe(before);
  });

  it('are back when it is closed, and open it', async () => {
    deleteThem();
    await keeper.service.hear({ type: 'close' });
    expect(await openAgain()).toEqual({ ok: true, value: null });
  });
});
