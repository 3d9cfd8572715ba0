import { everyDay } from '../../../src/shared/domain/transfer';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pathTokenSchema, entryIdSchema, imageIdSchema } from '../../../src/shared/id';
import type { KeeperTarget } from '../../../src/main/keeper/protocol';
import { createNewImage } from '../../support/images';
import { createTestFolder } from '../../support/testFolder';
import { beginKeeper, passphraseBytes } from '../../support/keeperFixture';

let place: ReturnType<typeof createTestFolder>;
let target: KeeperTarget;

beforeEach(() => {
  place = createTestFolder();
  target = { kind: 'journal', folder: join(place.path, 'Ada.journal') };
});
afterEach(() => place[Symbol.dispose]());

const words = 'the heron stood in the shallows';
const passphrase = 'a loop in the rain';
const entryId = entryIdSchema.parse('01a2044e-5402-72e1-b396-f8fcd4dbd485');
const token = pathTokenSchema.parse('01a2044e-5402-72e1-b396-aaaaaaaaaaaa');

const document = {
  root: {
    type: 'root',
    version: 1,
    children: [{ type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text: words }] }],
  },
};

const aKit = {
  ok: true,
  value: {
    code: expect.stringMatching(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{4}$/),
    asked: [expect.any(Number), expect.any(Number)],
  },
};

const create = async () => {
  const keeper = await beginKeeper(target);
  expect(await keeper.ask('vault.create', { passphrase: passphraseBytes(passphrase) })).toEqual(aKit);
  return keeper;
};

/** With the passphrase it was made with, in a keeper of its own. */
async function expectToOpenAgain(): Promise<void> {
  const next = await beginKeeper(target);
  expect(await next.ask('vault.unlock', { passphrase: passphraseBytes(passphrase) })).toEqual({
    ok: true,
    value: null,
  });
  await next.service.hear({ type: 'close' });
}

describe('a keeper', () => {
  it('hands main a picture of the open journal by its id, and nothing while it is locked', async () => {
    const first = await create();
    const image = createNewImage();
    const added = await first.ask('images.add', image);
    if (!added.ok) throw new Error(added.error.type);
    const { id } = added.value;
    const other = imageIdSchema.parse('01a2044e-5402-72e1-b396-bbbbbbbbbbbb');
    await first.service.hear({ type: 'image', request: 1, id, size: 'small' });
    await first.service.hear({ type: 'image', request: 2, id: other, size: 'full' });
    const answers = first.fromKeeper.filter(({ type }) => type === 'image');
    expect(answers).toMatchObject([
      { request: 1, image: { mediaType: 'image/png' } },
      { request: 2, image: null },
    ]);
    await first.service.hear({ type: 'close' });
    const locked = await beginKeeper(target);
    await locked.service.hear({ type: 'image', request: 3, id, size: 'full' });
    expect(locked.fromKeeper.at(-1)).toEqual({ type: 'image', request: 3, image: null });
    await expect(
      locked.service.hear({ type: 'image', request: 4, id: '../../etc/passwd', size: 'full' }),
    ).rejects.toThrow();
    await locked.service.hear({ type: 'close' });
  });

  it('keeps what was written before it closed', async () => {
    const first = await create();
    expect(await first.ask('entries.save', { id: entryId, document, baseRevision: 0 })).toMatchObject({
      ok: true,
    });
    await first.service.hear({ type: 'close' });
    expect(first.fromKeeper.map(({ type }) => type)).toEqual(['unlocked', 'closed']);
    expect(first.hasExited()).toBe(true);

    const second = await beginKeeper(target);
    expect(await second.ask('vault.unlock', { passphrase: passphraseBytes('another') })).toEqual({
      ok: false,
      error: { type: 'WrongPassphrase' },
    });
    expect(await second.ask('today.read', {})).toEqual({ ok: false, error: { type: 'JournalLocked' } });
    expect(await second.ask('vault.unlock', { passphrase: passphraseBytes(passphrase) })).toEqual({
      ok: true,
      value: null,
    });
    expect(await second.ask('entries.read', { id: entryId })).toMatchObject({ value: { document } });
    await second.service.hear({ type: 'close' });
  });

  it('writes its log back into the journal when it closes', async () => {
    const keeper = await create();
    await keeper.service.hear({ type: 'close' });
    expect(readdirSync(target.folder).filter((name) => /-wal$|-shm$/.test(name))).toEqual([]);
  });

  it('wipes a passphrase, right or wrong', async () => {
    const keeper = await beginKeeper(target);
    const right = passphraseBytes(passphrase);
    await keeper.askAnything('vault.create', { passphrase: right });
    expect([...new Set(right)]).toEqual([0]);
    await keeper.service.hear({ type: 'close' });

    const next = await beginKeeper(target);
    const wrong = passphraseBytes('another');
    await next.askAnything('vault.unlock', { passphrase: wrong });
    expect([...new Set(wrong)]).toEqual([0]);
    await next.service.hear({ type: 'close' });
  });

  it('answers the renderer when main knows that it is unlocked, not before', async () => {
    const keeper = await beginKeeper(target, { notesUnlocked: 'by hand' });
    let hasAnswered = false;
    const answered = keeper.ask('vault.create', { passphrase: passphraseBytes(passphrase) }).then((reply) => {
      hasAnswered = true;
      return reply;
    });
    await expect.poll(() => keeper.fromKeeper.map(({ type }) => type)).toEqual(['unlocked']);
    await new Promise((done) => setTimeout(done, 20));
    expect(hasAnswered).toBe(false);
    await keeper.service.hear({ type: 'unlockedNoted' });
    expect(await answered).toEqual(aKit);
    await keeper.service.hear({ type: 'close' });
  });

  it('tries one passphrase at a time', async () => {
    const keeper = await beginKeeper(target);
    const first = keeper.ask('vault.create', { passphrase: passphraseBytes(passphrase) });
    expect(await keeper.ask('vault.create', { passphrase: passphraseBytes(passphrase) })).toEqual({
      ok: false,
      error: { type: 'InvalidInput' },
    });
    expect(await first).toEqual(aKit);
    await keeper.service.hear({ type: 'close' });
  });

  it('finishes an attempt to open before it closes, and leaves nothing open', async () => {
    const keeper = await beginKeeper(target, { notesUnlocked: 'by hand' });
    void keeper.ask('vault.create', { passphrase: passphraseBytes(passphrase) });
    await expect.poll(() => keeper.fromKeeper.map(({ type }) => type)).toEqual(['unlocked']);
    await keeper.service.hear({ type: 'close' });
    expect(keeper.hasExited()).toBe(true);
    await expectToOpenAgain();
  });

  it('closes during an attempt to open', async () => {
    await (await create()).service.hear({ type: 'close' });
    const keeper = await beginKeeper(target);
    void keeper.ask('vault.unlock', { passphrase: passphraseBytes(passphrase) });
    await keeper.service.hear({ type: 'close' });
    expect(keeper.hasExited()).toBe(true);
    await expectToOpenAgain();
  });

  it('tells a second keeper that the journal is open already', async () => {
    const first = await create();
    const second = await beginKeeper(target);
    expect(await second.ask('vault.unlock', { passphrase: passphraseBytes(passphrase) })).toEqual({
      ok: false,
      error: { type: 'JournalAlreadyOpen' },
    });
    await first.service.hear({ type: 'close' });
  });

  it('exports to a path that main named, and to no other', async () => {
    const keeper = await create();
    await keeper.ask('entries.save', { id: entryId, document, baseRevision: 0 });
    expect(await keeper.ask('export.run', { token, format: 'json', days: everyDay })).toEqual({
      ok: false,
      error: { type: 'PathTokenUnknown' },
    });
    const path = join(place.path, 'everything.json');
    await keeper.service.hear({ type: 'path', token, path });
    expect(keeper.fromKeeper.at(-1)).toEqual({ type: 'pathNoted', token });
    expect(await keeper.ask('export.run', { token, format: 'json', days: everyDay })).toMatchObject({
      value: { entries: 1 },
    });
    expect(readFileSync(path, 'utf8')).toContain(words);
    await keeper.service.hear({ type: 'close' });
  });

  it('opens no sample where a journal is meant, and no journal where a sample is', async () => {
    const keeper = await beginKeeper(target);
    expect(await keeper.ask('vault.openSample', {})).toMatchObject({ error: { type: 'Unexpected' } });
    expect(existsSync(target.folder)).toBe(false);
    const sample = await beginKeeper({ kind: 'sample', folder: place.path });
    expect(await sample.ask('vault.create', { passphrase: passphraseBytes(passphrase) })).toMatchObject({
      error: { type: 'Unexpected' },
    });
    expect(readdirSync(place.path)).toEqual([]);
  });

  it('fills a sample with three years, encrypted like any journal', async () => {
    const keeper = await beginKeeper({ kind: 'sample', folder: place.path });
    expect(await keeper.ask('vault.openSample', {})).toEqual({ ok: true, value: null });
    const listed = await keeper.ask('entries.list', { where: 'journal', after: null, limit: 1 });
    expect(listed.ok && listed.value.total).toBeGreaterThan(1500);
    await keeper.service.hear({ type: 'close' });
    const head = readFileSync(join(place.path, 'Sample.journal', 'journal.db')).subarray(0, 15);
    expect(head.toString('latin1')).not.toBe('SQLite format 3');
  });

  it.each([
    { type: 'open' },
    { type: 'path', token: 'x', path: '/tmp' },
    { type: 'begin' },
    { type: 'close', now: true },
    'close',
    null,
  ])('takes a message that is not of the protocol for a bug of ours: %j', async (message) => {
    const keeper = await beginKeeper(target);
    await expect(keeper.service.hear(message)).rejects.toThrow();
  });
});
