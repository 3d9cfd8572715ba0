import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../runtime/refusal.mjs';
import { run } from '../runtime/run.mjs';

/**
 * @typedef {object} ClosedNetwork
 * @property {readonly string[]} within starts a program inside
 * @property {string} packets file with a line of JSON for each packet that left
 * @property {() => Promise<void>} remove
 */

/**
 * A network of its own with one cable, at whose other end somebody writes down every packet and nobody answers. It has addresses, a
 * default route, a name server and a neighbour that is known beforehand, so that whatever wants to get out does.
 * @param {string} folder for the list of packets
 * @returns {Promise<ClosedNetwork>}
 */
export async function makeClosedNetwork(folder) {
  const inside = `footnote-in-${process.pid}`;
  const outside = `footnote-out-${process.pid}`;
  const packets = join(folder, 'packets.jsonl');
  const settings = join('/etc/netns', inside);
  const remove = async () => {
    listener?.kill();
    for (const name of [inside, outside]) await run('ip', ['netns', 'del', name]);
    rmSync(settings, { recursive: true, force: true });
  };
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let listener;
  try {
    await layCable(inside, outside);
    // `ip netns exec` puts this in the place of the machine's own.
    mkdirSync(settings, { recursive: true });
    writeFileSync(join(settings, 'resolv.conf'), 'nameserver 198.51.100.53\noptions timeout:1 attempts:2\n');
    writeFileSync(packets, '');
    const script = join(import.meta.dirname, 'listen.py');
    listener = spawn('ip', ['netns', 'exec', outside, 'python3', script, 'cable', packets], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await listening(listener);
    return { within: ['ip', 'netns', 'exec', inside], packets, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** @param {string} inside @param {string} outside */
async function layCable(inside, outside) {
  const macs = { inside: '02:00:00:00:00:02', outside: '02:00:00:00:00:01' };
  await ip('netns', 'add', inside);
  await ip('netns', 'add', outside);
  // One end of a cable must not be seen by the machine itself, not even for a moment.
  await ip('-n', inside, 'link', 'add', 'cable', 'type', 'veth', 'peer', 'name', 'cable', 'netns', outside);
  await ip('-n', inside, 'link', 'set', 'cable', 'address', macs.inside);
  await ip('-n', outside, 'link', 'set', 'cable', 'address', macs.outside);
  await ip('-n', inside, 'addr', 'add', '192.0.2.2/24', 'dev', 'cable');
  await ip('-n', outside, 'addr', 'add', '192.0.2.1/24', 'dev', 'cable');
  for (const name of [inside, outside]) {
    await ip('-n', name, 'link', 'set', 'lo', 'up');
    await ip('-n', name, 'link', 'set', 'cable', 'up');
  }
  const { outside: gateway } = macs;
  await ip(
    '-n',
    inside,
    'neigh',
    'replace',
    '192.0.2.1',
    'lladdr',
    gateway,
    'dev',
    'cable',
    'nud',
    'permanent',
  );
  await ip('-n', inside, 'route', 'add', 'default', 'via', '192.0.2.1');
  // A kernel without IPv6 has no packets of that kind to show.
  const six = ['-n', inside, '-6'];
  await run('ip', [...six, 'addr', 'add', '2001:db8::2/64', 'dev', 'cable', 'nodad']);
  await run('ip', [
    ...six,
    'neigh',
    'replace',
    '2001:db8::1',
    'lladdr',
    gateway,
    'dev',
    'cable',
    'nud',
    'permanent',
  ]);
  await run('ip', [...six, 'route', 'add', 'default', 'via', '2001:db8::1']);
}

/** @param {...string} args */
async function ip(...args) {
  const { code, output } = await run('ip', args);
  if (code !== 0) throw new Refusal(`\`ip ${args.join(' ')}\` failed: ${output.trim()}`);
}

/** @param {import('node:child_process').ChildProcess} listener */
async function listening(listener) {
  await new Promise((resolve, reject) => {
    listener.stdout?.once('data', resolve);
    listener.once('exit', (code) => reject(new Refusal(`the listener ended at once (exit code ${code})`)));
    listener.once('error', reject);
  });
}
