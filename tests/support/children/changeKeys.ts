/**
 * Run in a process of its own until it is killed: opens the journal in the folder it is given, says `ready`, makes one change to its
 * keys, says `done`, and waits. In a rotation it says `both` when the key file and its copy hold both keys. With a number it ends
 * itself, as SIGKILL would, before that call of the file system, or in the middle of it when it writes.
 */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { openJournal, type JournalPorts } from '../../../src/main/journal/journal';
import { ok } from '../../../src/shared/result';
import { bytesOf, testKdf } from '../journalFixture';

const [folder = '', change = '', passphrase = '', next = '', lastCall = ''] = process.argv.slice(2);
let callsLeft = lastCall === '' ? Number.POSITIVE_INFINITY : Number(lastCall);
let isCounting = false;

function say(word: string): void {
  writeSync(1, `${word}\n`);
}

function end(): void {
  process.kill(process.pid, 'SIGKILL');
}

const { openSync, fsyncSync, closeSync, renameSync, rmSync, writeSync } = fs;
const counted =
  <Given extends readonly unknown[], Answer>(call: (...given: Given) => Answer) =>
  (...given: Given): Answer => {
    if (isCounting && (callsLeft -= 1) < 0) end();
    return call(...given);
  };
fs.openSync = counted(openSync);
fs.fsyncSync = counted(fsyncSync);
fs.closeSync = counted(closeSync);
let renames = 0;
fs.renameSync = counted((from: fs.PathLike, to: fs.PathLike) => {
  renameSync(from, to);
  renames += Number(isCounting);
  if (renames === 2) say('both');
});
fs.rmSync = counted(rmSync);
fs.writeSync = (descriptor: number, bytes: unknown, from: unknown = 0) => {
  if (!(bytes instanceof Uint8Array) || typeof from !== 'number')
    throw new Error('only bytes are written here');
  if (isCounting && (callsLeft -= 1) < 0) {
    writeSync(descriptor, bytes, from, Math.floor((bytes.length - from) / 2));
    end();
  }
  return writeSync(descriptor, bytes, from);
};
syncBuiltinESMExports();

const ports: JournalPorts = {
  clock: { now: () => Date.now(), zone: () => 'UTC' },
  randomBytes,
  kdf: testKdf,
};
const opened = await openJournal(folder, bytesOf(passphrase), ports);
if (!opened.ok) throw new Error(opened.error.type);
const { keys } = opened.value;

say('ready');
isCounting = true;
const changed =
  change === 'rotate'
    ? await keys.rotate(bytesOf(passphrase), () => ok(null))
    : await keys.changePassphrase(bytesOf(passphrase), bytesOf(next));
isCounting = false;
if (!changed.ok) throw new Error(changed.error.type);
say('done');
setInterval(() => undefined, 1000);
