import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  openJournal,
  openJournalWithLogin,
  recoverJournal,
  tryRecoveryCode,
  type OpenedJournal,
} from '../../../src/main/journal/journal';
import { splitCode } from '../../../src/main/vault/recoveryCode';
import { ok } from '../../../src/shared/result';
import { createEntryId } from '../../../src/shared/id';
import type { RecoveryKit } from '../../../src/shared/domain/vault';
import { documentOf } from '../../support/documents';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';
import { filesBelow, scanForText } from '../../support/scanForText';

const failure = (type: string, more: object = {}) => ({ ok: false, error: { type, ...more } });
const done = { ok: true, value: null };
const nextPassphrase = 'the longer way round by the mill';

const keyFile = (test: TestJournal, name = 'vault.json') => join(test.folder, name);
const slotsOf = (test: TestJournal): readonly { readonly id: string; readonly type: string }[] =>
  JSON.parse(readFileSync(keyFile(test), 'utf8')).slots;
const idsOf = (test: TestJournal, type: string) =>
  slotsOf(test)
    .filter((slot) => slot.type === type)
    .map(({ id }) => id);
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const storedKeyFile = (journal: OpenedJournal) =>
  journal.source.db.prepare<[], string>('SELECT text FROM key_file').pluck().get();

function groupsOf({ code, asked }: RecoveryKit): [string, string] {
  const groups = splitCode(code);
  return [groups[asked[0]] ?? '', groups[asked[1]] ?? ''];
}

function kitOf(journal: OpenedJournal): RecoveryKit {
  const kit = journal.keys.pendingKit();
  if (kit === null) throw new Error('no kit is pending');
  return kit;
}

const open = async (test: TestJournal, passphrase: string) =>
  await openJournal(test.folder, bytesOf(passphrase), test.ports);

async function withWords(): Promise<TestJournal> {
  const test = await createTestJournal();
  const id = createEntryId(test.clock.now(), test.ports.randomBytes);
  test.journal.entries.save({ id, document: documentOf('a heron at the weir'), baseRevision: 0 });
  return test;
}

describe('changing the passphrase', () => {
  it('leaves the database as it is, to the byte', async () => {
    await using test = await withWords();
    const database = join(test.folder, 'journal.db');
    const before = hashOf(database);
    expect(
      await test.journal.keys.changePassphrase(bytesOf(testPassphrase), bytesOf(nextPassphrase)),
    ).toEqual(done);
    expect(hashOf(database)).toBe(before);
  });

  it('ends the old one in the file and in its copy, and keeps the recovery code and the login', async () => {
    await using test = await withWords();
    const { code } = kitOf(test.journal);
    const login = new Uint8Array(32).fill(7);
    must(await test.journal.keys.addLogin(bytesOf(testPassphrase), { key: login, backend: 'kwallet6' }));
    must(await test.journal.keys.changePassphrase(bytesOf(testPassphrase), bytesOf(nextPassphrase)));
    expect(storedKeyFile(test.journal)).toBe(readFileSync(keyFile(test), 'utf8'));
    test.journal.close();
    expect(await open(test, testPassphrase)).toEqual(failure('WrongPassphrase'));
    expect(await tryRecoveryCode(test.folder, bytesOf(code))).toEqual(done);
    must(await openJournalWithLogin(test.folder, login.slice(), test.ports)).close();
    const changed = must(await open(test, nextPassphrase));
    expect(changed.everything.counts().entries).toBe(1);
    changed.close();
    // Whoever has nothing but the copy needs the new one as well.
    rmSync(keyFile(test));
    expect(await open(test, testPassphrase)).toEqual(failure('WrongPassphrase'));
    must(await open(test, nextPassphrase)).close();
  });

  it('refuses a wrong and an empty passphrase and writes nothing', async () => {
    await using test = await createTestJournal();
    const before = readFileSync(keyFile(test), 'utf8');
    const { keys } = test.journal;
    expect(await keys.changePassphrase(bytesOf('wrong'), bytesOf(nextPassphrase))).toEqual(
      failure('WrongPassphrase'),
    );
    expect(await keys.changePassphrase(bytesOf(testPassphrase), bytesOf(''))).toEqual(
      failure('PassphraseEmpty'),
    );
    expect(await keys.changePassphrase(bytesOf(''), bytesOf(nextPassphrase))).toEqual(
      failure('PassphraseEmpty'),
    );
    expect(readFileSync(keyFile(test), 'utf8')).toBe(before);
  });

  it('takes changes that are asked for at once one after the other', async () => {
    await using test = await createTestJournal();
    const { keys } = test.journal;
    const [changed, made, refused] = await Promise.all([
      keys.changePassphrase(bytesOf(testPassphrase), bytesOf(nextPassphrase)),
      keys.makeKit(bytesOf(nextPassphrase)),
      keys.makeKit(bytesOf(testPassphrase)),
    ]);
    expect(changed).toEqual(done);
    expect(refused).toEqual(failure('WrongPassphrase'));
    test.journal.close();
    expect(await tryRecoveryCode(test.folder, bytesOf(must(made).code))).toEqual(done);
    must(await open(test, nextPassphrase)).close();
  });

  it('works when somebody took the key file away while the journal was open, and puts it back', async () => {
    await using test = await createTestJournal();
    rmSync(keyFile(test));
    rmSync(keyFile(test, 'vault.json.bak'));
    must(await test.journal.keys.changePassphrase(bytesOf(testPassphrase), bytesOf(nextPassphrase)));
    test.journal.close();
    must(await open(test, nextPassphrase)).close();
  });
});

describe('the recovery kit', () => {
  it('is made with the journal, and unproved until two groups were typed back', async () => {
    await using test = await createTestJournal();
    const kit = kitOf(test.journal);
    const { keys } = test.journal;
    must(await keys.noteKitSeen());
    expect(keys.status()).toMatchObject({ recovery: 'unproved', recoveryProvedAt: null, kits: 1 });
    const [first, second] = groupsOf(kit);
    for (const groups of [
      [second, first],
      [first, ''],
      [first, first],
      ['', ''],
    ] as const) {
      if (first === second) continue;
      expect(await keys.proveKit(groups)).toEqual(failure('KitProofWrong'));
    }
    expect(keys.status().recovery).toBe('unproved');
    expect(await keys.proveKit([first.toLowerCase(), ` ${second} `])).toEqual(done);
    expect(keys.status()).toMatchObject({ recovery: 'proved', recoveryProvedAt: test.clock.now() });
    expect(keys.pendingKit()).toBeNull();
    expect(await keys.proveKit([first, second])).toEqual(failure('KitNotPending'));
    expect((await test.reopen()).keys.status().recovery).toBe('proved');
  });

  it('is nowhere on the disk: not in the journal, not beside it', async () => {
    await using test = await withWords();
    const kits = [kitOf(test.journal)];
    must(await test.journal.keys.proveKit(groupsOf(kitOf(test.journal))));
    kits.push(must(await test.journal.keys.makeKit(bytesOf(testPassphrase))));
    must(await test.journal.keys.checkKit(bytesOf(kits[1]?.code ?? '')));
    for (const when of ['open', 'closed']) {
      for (const { code } of kits) {
        for (const words of [code, code.replaceAll('-', ''), code.slice(0, 11), code.slice(12)])
          expect([when, scanForText([join(test.folder, '..')], words)]).toEqual([when, []]);
      }
      test.journal.close();
    }
    expect(filesBelow(test.folder).length).toBeGreaterThan(2);
  });

  it('made anew stands beside the proved one, which works until the new one is proved', async () => {
    await using test = await createTestJournal();
    const { keys } = test.journal;
    const first = kitOf(test.journal);
    must(await keys.proveKit(groupsOf(first)));
    const putOff = must(await keys.makeKit(bytesOf(testPassphrase)));
    const second = must(await keys.makeKit(bytesOf(testPassphrase)));
    must(await keys.noteKitSeen());
    expect(idsOf(test, 'recovery')).toEqual(['rec-1', 'rec-2', 'rec-3']);
    expect(keys.status()).toMatchObject({ recovery: 'proved', kits: 3 });
    for (const { code } of [first, putOff])
      expect(await tryRecoveryCode(test.folder, bytesOf(code))).toEqual(done);
    must(await keys.proveKit(groupsOf(second)));
    expect(idsOf(test, 'recovery')).toEqual(['rec-3']);
    for (const { code } of [first, putOff])
      expect(await tryRecoveryCode(test.folder, bytesOf(code))).toEqual(failure('RecoveryCodeWrong'));
    expect(await tryRecoveryCode(test.folder, bytesOf(second.code))).toEqual(done);
    expect(storedKeyFile(test.journal)).toBe(readFileSync(keyFile(test), 'utf8'));
  });

  it('that was never proved works on when a new one is made and given up', async () => {
    await using test = await createTestJournal();
    const first = kitOf(test.journal);
    const reopened = await test.reopen();
    must(await reopened.keys.makeKit(bytesOf(testPassphrase)));
    reopened.close();
    expect(await tryRecoveryCode(test.folder, bytesOf(first.code))).toEqual(done);
    const opened = must(await recoverJournal(test.folder, bytesOf(first.code), bytesOf('anew'), test.ports));
    opened.close();
  });

  it('that somebody has stays however many are made after it; of the others the newest four do', async () => {
    await using test = await createTestJournal();
    const { keys } = test.journal;
    const first = kitOf(test.journal);
    must(await keys.noteKitSeen());
    for (let made = 0; made < 6; made += 1) must(await keys.makeKit(bytesOf(testPassphrase)));
    expect(idsOf(test, 'recovery')).toEqual(['rec-1', 'rec-4', 'rec-5', 'rec-6', 'rec-7']);
    expect(await tryRecoveryCode(test.folder, bytesOf(first.code))).toEqual(done);
  });

  it('nobody said they have is not asked for: after the making, after new keys, and after a new start', async () => {
    await using test = await createTestJournal();
    expect(test.journal.keys.status()).toMatchObject({ recovery: 'unseen', kits: 1 });
    must(await test.journal.keys.noteKitSeen());
    const reopened = await test.reopen();
    expect(reopened.keys.status().recovery).toBe('unproved');
    must(await reopened.keys.rotate(bytesOf(testPassphrase), () => ok(null)));
    expect(reopened.keys.status()).toMatchObject({ recovery: 'unseen', kits: 1 });
    const again = await test.reopen();
    // The page is gone with the session, so nothing can be said of its kit any more.
    must(await again.keys.noteKitSeen());
    expect(again.keys.status().recovery).toBe('unseen');
  });

  it('of before, proved while a newer one waits, ends the newer one and its proof', async () => {
    await using test = await createTestJournal();
    const { keys } = test.journal;
    const first = kitOf(test.journal);
    const second = must(await keys.makeKit(bytesOf(testPassphrase)));
    must(await keys.checkKit(bytesOf(first.code)));
    expect(await keys.proveKit(groupsOf(second))).toEqual(failure('KitNotPending'));
    expect(idsOf(test, 'recovery')).toEqual(['rec-1']);
    expect(keys.status()).toMatchObject({ recovery: 'proved', kits: 1 });
  });

  it('can be proved again later with the whole code; another journal\u2019s and a mistyped one are told apart', async () => {
    await using test = await createTestJournal();
    await using other = await createTestJournal({ seed: 9 });
    const { code } = kitOf(test.journal);
    const mistyped = code.slice(0, -1) + (code.endsWith('0') ? '2' : '0');
    const journal = await test.reopen();
    expect(await journal.keys.checkKit(bytesOf(mistyped))).toEqual(failure('RecoveryCodeMistyped'));
    expect(await journal.keys.checkKit(bytesOf(kitOf(other.journal).code))).toEqual(
      failure('RecoveryCodeWrong'),
    );
    expect(journal.keys.status().recovery).toBe('unseen');
    expect(await journal.keys.checkKit(bytesOf(code))).toEqual(done);
    test.clock.advance({ days: 90 });
    expect(await journal.keys.checkKit(bytesOf(code))).toEqual(done);
    expect(journal.keys.status()).toMatchObject({ recovery: 'proved', recoveryProvedAt: test.clock.now() });
  });

  it('checked while a newer one waits does not end the newer one', async () => {
    await using test = await createTestJournal();
    const { keys } = test.journal;
    const first = kitOf(test.journal);
    must(await keys.proveKit(groupsOf(first)));
    const second = must(await keys.makeKit(bytesOf(testPassphrase)));
    must(await keys.checkKit(bytesOf(first.code)));
    expect(idsOf(test, 'recovery')).toEqual(['rec-1', 'rec-2']);
    must(await keys.checkKit(bytesOf(second.code)));
    expect(idsOf(test, 'recovery')).toEqual(['rec-2']);
    expect(keys.pendingKit()).toBeNull();
  });
});

describe('a forgotten passphrase', () => {
  it('gives way to a new one with the recovery code, which goes on working', async () => {
    await using test = await withWords();
    const { code } = kitOf(test.journal);
    test.journal.close();
    const typed = bytesOf(code.toLowerCase().replaceAll('-', ' '));
    const given = bytesOf(nextPassphrase);
    const recovered = must(await recoverJournal(test.folder, typed, given, test.ports));
    expect([...new Set([...typed, ...given])]).toEqual([0]);
    expect(recovered.everything.counts().entries).toBe(1);
    expect(storedKeyFile(recovered)).toBe(readFileSync(keyFile(test), 'utf8'));
    recovered.close();
    expect(idsOf(test, 'passphrase')).toHaveLength(1);
    expect(await open(test, testPassphrase)).toEqual(failure('WrongPassphrase'));
    must(await open(test, nextPassphrase)).close();
    expect(await tryRecoveryCode(test.folder, bytesOf(code))).toEqual(done);
  });

  it('is not replaced without a right code, a passphrase and a whole database: both or neither', async () => {
    await using test = await createTestJournal();
    await using other = await createTestJournal({ seed: 9 });
    const [code, foreign] = [kitOf(test.journal).code, kitOf(other.journal).code];
    test.journal.close();
    const before = readFileSync(keyFile(test), 'utf8');
    const recover = async (given: string, passphrase = nextPassphrase) =>
      await recoverJournal(test.folder, bytesOf(given), bytesOf(passphrase), test.ports);
    expect(await recover(`${code}0`)).toEqual(failure('RecoveryCodeMistyped'));
    expect(await recover(foreign)).toEqual(failure('RecoveryCodeWrong'));
    expect(await recover(code, '')).toEqual(failure('PassphraseEmpty'));
    const database = join(test.folder, 'journal.db');
    const whole = readFileSync(database);
    writeFileSync(database, 'no database '.repeat(2000));
    expect(await recover(code)).toEqual(failure('JournalDamaged', { part: 'database' }));
    writeFileSync(database, whole);
    expect(readFileSync(keyFile(test), 'utf8')).toBe(before);
    await test.reopen();
  });

  it('is no way in for a mistyped code: nothing is read before its checksum is right', async () => {
    expect(await tryRecoveryCode('/nowhere/at/all', bytesOf('R0000'))).toEqual(
      failure('RecoveryCodeMistyped'),
    );
    await using test = await createTestJournal();
    expect(await tryRecoveryCode(join(test.folder, 'none'), bytesOf(kitOf(test.journal).code))).toEqual(
      failure('JournalMissing'),
    );
  });
});

const login = (fill: number) => ({ key: new Uint8Array(32).fill(fill), backend: 'gnome_libsecret' });

describe('the login of a computer', () => {
  it('opens with its key, and its slot says where the key is kept', async () => {
    await using test = await withWords();
    must(await test.journal.keys.addLogin(bytesOf(testPassphrase), login(7)));
    expect(test.journal.keys.status().hasLogin).toBe(true);
    expect(slotsOf(test)).toContainEqual(expect.objectContaining({ id: 'os-1', backend: 'gnome_libsecret' }));
    test.journal.close();
    const { key } = login(7);
    const opened = must(await openJournalWithLogin(test.folder, key, test.ports));
    expect([...new Set(key)]).toEqual([0]);
    expect(opened.everything.counts().entries).toBe(1);
    opened.close();
  });

  it('that is not accepted changes nothing: no byte of the key file, and the passphrase works', async () => {
    await using test = await createTestJournal();
    must(await test.journal.keys.addLogin(bytesOf(testPassphrase), login(7)));
    test.journal.close();
    const before = readFileSync(keyFile(test), 'utf8');
    for (const key of [login(8).key, new Uint8Array(32), new Uint8Array(16).fill(7)])
      expect(await openJournalWithLogin(test.folder, key, test.ports)).toEqual(failure('LoginNotAccepted'));
    expect(readFileSync(keyFile(test), 'utf8')).toBe(before);
    must(await open(test, testPassphrase)).close();
  });

  it('cannot be given another place afterwards: the slot is bound to it', async () => {
    await using test = await createTestJournal();
    must(await test.journal.keys.addLogin(bytesOf(testPassphrase), login(7)));
    test.journal.close();
    const text = readFileSync(keyFile(test), 'utf8').replace('gnome_libsecret', 'basic_text_____');
    for (const name of ['vault.json', 'vault.json.bak']) writeFileSync(keyFile(test, name), text);
    expect(await openJournalWithLogin(test.folder, login(7).key, test.ports)).toEqual(
      failure('JournalDamaged', { part: 'vault' }),
    );
  });

  it('is one at a time, wants the passphrase to come and none to go', async () => {
    await using test = await createTestJournal();
    const { keys } = test.journal;
    expect(await keys.addLogin(bytesOf('wrong'), login(1))).toEqual(failure('WrongPassphrase'));
    expect(keys.status().hasLogin).toBe(false);
    must(await keys.addLogin(bytesOf(testPassphrase), login(1)));
    must(await keys.addLogin(bytesOf(testPassphrase), login(2)));
    expect(idsOf(test, 'keychain')).toEqual(['os-2']);
    expect(await keys.removeLogin()).toEqual(done);
    expect(await keys.removeLogin()).toEqual(done);
    expect(idsOf(test, 'keychain')).toEqual([]);
    test.journal.close();
    expect(await openJournalWithLogin(test.folder, login(2).key, test.ports)).toEqual(
      failure('LoginNotAccepted'),
    );
    must(await open(test, testPassphrase)).close();
  });
});
