import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Linux: a core dump would hold whatever the process held. Node cannot set a limit, so `prlimit` of util-linux does; and what a
 * dump would contain is emptied, for systems that hand dumps to a program and leave it to that whether it heeds the limit.
 * First thing of all: later children inherit both. Those that Chromium has made before (its zygotes, parents of every page)
 * are reached through /proc. Where one of the two is not possible the other stands alone.
 */
export function forbidCoreDumps(platform: NodeJS.Platform): void {
  if (platform !== 'linux') return;
  for (const pid of [process.pid, ...descendantsOf(process.pid)]) {
    spawnSync('prlimit', ['--pid', String(pid), '--core=0:0'], { stdio: 'ignore', timeout: 1_000 });
    try {
      writeFileSync(`/proc/${pid}/coredump_filter`, '0');
    } catch {
      // Gone, or Chromium has closed it against everybody, which also keeps it from being dumped.
    }
  }
}

function descendantsOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' '))
      .map(Number)
      .filter((child) => child > 0)
      .flatMap((child) => [child, ...descendantsOf(child)]);
  } catch {
    return [];
  }
}
