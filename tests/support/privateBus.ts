import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PrivateBus {
  readonly address: string;
  readonly stop: () => void;
}

export const isInstalled = (program: string): boolean =>
  process.platform === 'linux' && spawnSync('which', [program]).status === 0;

/** A message bus of its own in `folder`: nothing reaches the machine's, and no service is started on it. */
export async function startBus(folder: string): Promise<PrivateBus> {
  const own = mkdtempSync(join(folder, 'bus-'));
  const address = `unix:path=${join(own, 'socket')}`;
  const settings = join(own, 'bus.conf');
  writeFileSync(
    settings,
    `<busconfig><type>session</type><listen>${address}</listen><auth>EXTERNAL</auth>
     <policy context="default"><allow user="*"/><allow own="*"/><allow send_destination="*" eavesdrop="true"/>
     <allow eavesdrop="true"/></policy></busconfig>`,
  );
  const daemon = spawn(
    'dbus-daemon',
    [`--config-file=${settings}`, '--nofork', '--nopidfile', '--print-address'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  await new Promise<void>((ready, failed) => {
    daemon.stdout.once('data', () => ready());
    daemon.once('exit', () => failed(new Error('dbus-daemon ended')));
  });
  return { address, stop: () => daemon.kill('SIGKILL') };
}
