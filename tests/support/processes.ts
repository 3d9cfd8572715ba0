import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** Linux keeps the family tree in /proc; elsewhere this knows no children. */
export function descendantsOf(pid: number): readonly number[] {
  if (!existsSync('/proc')) return [];
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
        return [{ pid: Number(name), parent: Number(parent) }];
      } catch {
        return [];
      }
    });
  const childrenOf = (one: number): readonly number[] =>
    parents.filter(({ parent }) => parent === one).flatMap((child) => [child.pid, ...childrenOf(child.pid)]);
  return childrenOf(pid);
}

/** Everything that runs a program below this folder, whoever its parent is. */
export function processesOfFolder(folder: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readlinkSync(`/proc/${name}/exe`).startsWith(`${folder}/`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

export function endAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** The arguments a process was started with; empty when it is gone. */
export function commandLineOf(pid: number): readonly string[] {
  try {
    // Chromium's helpers write theirs with spaces.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      .split(/\0| (?=--)/)
      .filter((part) => part !== '');
  } catch {
    return [];
  }
}

/** "Seccomp", "NoNewPrivs" and the like, as /proc/…/status has them. */
export function statusOf(pid: number): ReadonlyMap<string, string> {
  const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n');
  return new Map(lines.map((line) => line.split(/:\s*/, 2) as [string, string]));
}

/** Two processes with the same answer share a network. */
export const networkOf = (pid: number): string => readlinkSync(`/proc/${pid}/ns/net`);

/** The largest core dump the system would write of a process, in bytes: what it has now and what it could ask for. */
export function coreLimitOf(pid: number): { readonly soft: string; readonly hard: string } {
  const line = readFileSync(`/proc/${pid}/limits`, 'utf8')
    .split('\n')
    .find((each) => each.startsWith('Max core file size'));
  const [, soft = '', hard = ''] = /size\s+(\S+)\s+(\S+)/.exec(line ?? '') ?? [];
  return { soft, hard };
}

/** Ports these processes listen on. */
export function listeningPorts(pids: readonly number[]): readonly number[] {
  const sockets = new Set(
    pids.flatMap(openFilesOf).flatMap((file) => /^socket:\[(\d+)\]$/.exec(file)?.[1] ?? []),
  );
  const listening = '0A';
  return ['/proc/net/tcp', '/proc/net/tcp6']
    .filter((table) => existsSync(table))
    .flatMap((table) => readFileSync(table, 'utf8').trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === listening && sockets.has(inode ?? ''))
    .map(([, local]) => Number.parseInt(local?.split(':')[1] ?? '', 16));
}

/** What a process has open: paths, and "socket:[…]" and the like. */
export function openFilesOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((name) => {
      try {
        return [readlinkSync(`/proc/${pid}/fd/${name}`)];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}
