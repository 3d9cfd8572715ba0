import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeeperTarget } from '../../../src/main/keeper/protocol';
import { splitCode } from '../../../src/main/vault/recoveryCode';
import { entryIdSchema } from '../../../src/shared/id';
import type { RecoveryKit } from '../../../src/shared/domain/vault';
import { documentOf } from '../../support/documents';
import { createTestFolder } from '../../support/testFolder';
import { beginKeeper, passphraseBytes as bytes, type KeeperFixture } from '../../support/keeperFixture';
import { must } from '../../support/must';

let place: ReturnType<typeof createTestFolder>;
let target: KeeperTarget;
let running: KeeperFixture[];

beforeEach(() => {
  place = createTestFolder();
  target = { kind: 'journal', folder: join(place.path, 'Ada.journal') };
  running = [];
});
afterEach(async () => {
  for (const keeper of running) await keeper.service.hear({ type: 'close' });
  place[Symbol.dispose]();
});

const passphrase = 'a loop in the rain';
const next = 'home before the storm';
const done = { ok: true, value: null };
const failure = (type: string) => ({ ok: false, error: { type } });
const entryId = entryIdSchema.parse('01a2044e-5402-72e1-b396-f8fcd4dbd485');

async function begin(): Promise<KeeperFixture> {
  const keeper = await beginKeeper(target);
  running.push(keeper);
  return keeper;
}

async function create(): Promise<{ readonly keeper: KeeperFixture; readonly kit: RecoveryKit }> {
  const keeper = await begin();
  const kit = must(await keeper.ask('vault.create', { passphrase: bytes(passphrase) }));
  must(await keeper.ask('entries.save', { id: entryId, document: documentOf('the heron'), baseRevision: 0 }));
  return { keeper, kit };
}

const loginKey = () => ({ type: 'loginKey', key: new Uint8Array(32).fill(9), backend: 'kwallet6' });

const close = async (keeper: KeeperFixture) => await keeper.service.hear({ type: 'close' });

async function expectToOpenWith(words: string): Promise<void> {
  const keeper = await begin();
  expect(await keeper.ask('vault.unlock', { passphrase: bytes(words) })).toEqual(done);
  expect((await keeper.ask('entries.read', { id: entryId })).ok).toBe(true);
  await close(keeper);
}

function groupsOf({ code, asked }: RecoveryKit): [string, string] {
  const groups = splitCode(code);
  return [groups[asked[0]] ?? '', groups[asked[1]] ?? ''];
}

const statusOf = async (keeper: KeeperFixture) => must(await keeper.ask('vault.status', {}));

describe('the keys of a journal, asked over the bridge', () => {
  it('start with a kit that nobody has yet, and say how they stand', async () => {
    const { keeper, kit } = await create();
    expect(await statusOf(keeper)).toEqual({
      mode: 'readWrite',
      readOnlyBecause: null,
      recovery: 'unseen',
      recoveryProvedAt: null,
      kits: 1,
      hasLogin: false,
      kdf: { memory: 65_536, passes: 1 },
      warnings: [],
    });
    expect(await keeper.ask('vault.kitSeen', {})).toEqual(done);
    expect(await statusOf(keeper)).toMatchObject({ recovery: 'unproved' });
    expect(await keeper.ask('vault.proveKit', { groups: ['AAAAA', 'BBBBB'] })).toEqual(
      failure('KitProofWrong'),
    );
    expect(await keeper.ask('vault.proveKit', { groups: groupsOf(kit) })).toEqual(done);
    expect(await statusOf(keeper)).toMatchObject({ recovery: 'proved' });
    expect(await keeper.ask('vault.proveKit', { groups: groupsOf(kit) })).toEqual(failure('KitNotPending'));
    expect(await keeper.ask('vault.checkKit', { code: bytes(kit.code) })).toEqual(done);
  });

  it('change the passphrase and wipe what was sent, right or wrong', async () => {
    const { keeper } = await create();
    const sent = [bytes('wrong'), bytes(next), bytes(passphrase), bytes(next)];
    const [wrong, unused, current, chosen] = sent;
    expect(await keeper.askAnything('vault.changePassphrase', { current: wrong, next: unused })).toEqual(
      failure('WrongPassphrase'),
    );
    expect(await keeper.askAnything('vault.changePassphrase', { current, next: chosen })).toEqual(done);
    expect([...new Set(sent.flatMap((secret) => [...secret]))]).toEqual([0]);
    await close(keeper);
    await expectToOpenWith(next);
  });

  it('keep a pending kit in memory alone: a keeper that begins anew asks for a new one', async () => {
    const { keeper, kit } = await create();
    await close(keeper);
    const again = await begin();
    must(await again.ask('vault.unlock', { passphrase: bytes(passphrase) }));
    expect(await again.ask('vault.proveKit', { groups: groupsOf(kit) })).toEqual(failure('KitNotPending'));
    const made = must(await again.ask('vault.makeKit', { passphrase: bytes(passphrase) }));
    expect(await statusOf(again)).toMatchObject({ kits: 2 });
    expect(await again.ask('vault.proveKit', { groups: groupsOf(made) })).toEqual(done);
    expect(await again.ask('vault.checkKit', { code: bytes(kit.code) })).toEqual(
      failure('RecoveryCodeWrong'),
    );
  });

  it('open with the recovery code and a new passphrase, in one call', async () => {
    const { keeper, kit } = await create();
    await close(keeper);
    const again = await begin();
    expect(await again.ask('vault.tryRecoveryCode', { code: bytes('not a code') })).toEqual(
      failure('RecoveryCodeMistyped'),
    );
    expect(await again.ask('vault.tryRecoveryCode', { code: bytes(kit.code) })).toEqual(done);
    expect(await again.ask('vault.status', {})).toEqual(failure('JournalLocked'));
    expect(await again.ask('vault.recover', { code: bytes(kit.code), passphrase: bytes('') })).toEqual(
      failure('PassphraseEmpty'),
    );
    expect(again.fromKeeper).toEqual([]);
    expect(await again.ask('vault.recover', { code: bytes(kit.code), passphrase: bytes(next) })).toEqual(
      done,
    );
    expect(again.fromKeeper).toEqual([{ type: 'unlocked' }]);
    await close(again);
    await expectToOpenWith(next);
  });

  it('open with the login main gave, once, and go on without it', async () => {
    const { keeper } = await create();
    expect(await keeper.ask('vault.addLogin', { passphrase: bytes(passphrase) })).toEqual(
      failure('LoginNotAccepted'),
    );
    await keeper.service.hear(loginKey());
    expect(keeper.fromKeeper.at(-1)).toEqual({ type: 'loginKeyNoted' });
    expect(await keeper.ask('vault.addLogin', { passphrase: bytes(passphrase) })).toEqual(done);
    expect(await keeper.ask('vault.addLogin', { passphrase: bytes(passphrase) })).toEqual(
      failure('LoginNotAccepted'),
    );
    expect(await statusOf(keeper)).toMatchObject({ hasLogin: true });
    await close(keeper);
    expect(readFileSync(join(target.folder, 'vault.json'), 'utf8')).toContain('"backend":"kwallet6"');

    const again = await begin();
    expect(await again.ask('vault.unlockWithLogin', {})).toEqual(failure('LoginNotAccepted'));
    const key = new Uint8Array(32).fill(8);
    await again.service.hear({ ...loginKey(), key });
    expect(await again.ask('vault.unlockWithLogin', {})).toEqual(failure('LoginNotAccepted'));
    expect([...new Set(key)]).toEqual([0]);
    await again.service.hear(loginKey());
    expect(await again.ask('vault.unlockWithLogin', {})).toEqual(done);
    expect(await again.ask('vault.removeLogin', {})).toEqual(done);
    expect(await statusOf(again)).toMatchObject({ hasLogin: false });
    await close(again);
    const third = await begin();
    await third.service.hear(loginKey());
    expect(await third.ask('vault.unlockWithLogin', {})).toEqual(failure('LoginNotAccepted'));
    await expectToOpenWith(passphrase);
  });

  it('wipe a login key that was never used when the keeper closes', async () => {
    const { keeper } = await create();
    const key = new Uint8Array(32).fill(9);
    await keeper.service.hear({ type: 'loginKey', key });
    await close(keeper);
    expect([...new Set(key)]).toEqual([0]);
    const another = await begin();
    await expect(another.service.hear({ type: 'loginKey', key: new Uint8Array(31) })).rejects.toThrow();
  });

  it('are new after a rotation, with a backup before it and one after it', async () => {
    const { keeper, kit } = await create();
    expect(await keeper.ask('vault.rotateKey', { passphrase: bytes('wrong') })).toEqual(
      failure('WrongPassphrase'),
    );
    expect(must(await keeper.ask('backups.list', {})).backups).toEqual([]);
    const rotated = must(await keeper.ask('vault.rotateKey', { passphrase: bytes(passphrase) }));
    expect(rotated.code).not.toBe(kit.code);
    const { backups } = must(await keeper.ask('backups.list', {}));
    expect(backups.map(({ hasPresentKey }) => hasPresentKey)).toEqual([true, false]);
    expect(backups.every(({ verifiedAt }) => verifiedAt !== null)).toBe(true);
    expect(await keeper.ask('vault.checkKit', { code: bytes(kit.code) })).toEqual(
      failure('RecoveryCodeWrong'),
    );
    expect(await keeper.ask('vault.proveKit', { groups: groupsOf(rotated) })).toEqual(done);
    expect((await keeper.ask('repair.verify', {})).ok).toBe(true);
    expect(must(await keeper.ask('repair.verify', {}))).toMatchObject({ isSound: true, entries: 1 });
    await close(keeper);
    await expectToOpenWith(passphrase);
    const [newest, oldest] = backups;
    if (newest === undefined || oldest === undefined) throw new Error('two backups');
    for (const { id, place: where } of [newest, oldest]) {
      const restoring = await begin();
      expect((await restoring.ask('backups.restore', { id, place: where })).ok).toBe(true);
      await close(restoring);
      await expectToOpenWith(passphrase);
    }
  });

  it('say once that the key file was lost and made again from its copy', async () => {
    const { keeper } = await create();
    await close(keeper);
    const file = join(target.folder, 'vault.json');
    const whole = readFileSync(file, 'utf8');
    for (const lose of [() => rmSync(file), () => writeFileSync(file, whole.slice(0, 200))]) {
      lose();
      const again = await begin();
      must(await again.ask('vault.unlock', { passphrase: bytes(passphrase) }));
      expect(readFileSync(file, 'utf8')).toBe(whole);
      expect((await statusOf(again)).warnings).toEqual([{ type: 'KeyFileRestored' }]);
      expect(await again.ask('vault.dismissWarning', { type: 'KeyFileRestored' })).toEqual(done);
      expect((await statusOf(again)).warnings).toEqual([]);
      await close(again);
    }
    const calm = await begin();
    must(await calm.ask('vault.unlock', { passphrase: bytes(passphrase) }));
    expect((await statusOf(calm)).warnings).toEqual([]);
  });

  it('are locked again after a restore, and open with the passphrase of that time', async () => {
    const { keeper } = await create();
    const backup = must(await keeper.ask('backups.make', {}));
    must(await keeper.ask('vault.changePassphrase', { current: bytes(passphrase), next: bytes(next) }));
    expect((await keeper.ask('backups.restore', { id: backup.id, place: 'journal' })).ok).toBe(true);
    expect(keeper.fromKeeper.at(-1)).toEqual({ type: 'journalClosed' });
    expect(await keeper.ask('today.read', {})).toEqual(failure('JournalLocked'));
    await close(keeper);
    await expectToOpenWith(passphrase);
  });

  it('leave nothing but what belongs in the folder', async () => {
    const { keeper } = await create();
    must(await keeper.ask('vault.changePassphrase', { current: bytes(passphrase), next: bytes(next) }));
    must(await keeper.ask('vault.makeKit', { passphrase: bytes(next) }));
    await close(keeper);
    expect(readdirSync(target.folder).filter((name) => /tmp|wal|shm|journal$/.test(name))).toEqual([]);
  });
});
