import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestFolder } from './testFolder';

export interface Mount extends Disposable {
  /** Takes it away again; the second time does nothing. */
  readonly end: () => void;
}

function mounted(folder: string): Mount {
  let isThere = true;
  const end = (): void => {
    if (!isThere) return;
    isThere = false;
    execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
  };
  return { end, [Symbol.dispose]: end };
}

const mount = (...given: readonly string[]): Buffer => execFileSync('mount', given, { stdio: 'ignore' });

/** The folder as it is, but nobody may write in it, root neither. */
export function mountReadOnly(folder: string): Mount {
  mount('--bind', folder, folder);
  mount('-o', 'remount,bind,ro', folder);
  return mounted(folder);
}

/** An empty disk of so many bytes, in memory, in the place of the folder: it can really be full. */
export function mountSmallDisk(folder: string, bytes: number): Mount {
  mount('-t', 'tmpfs', '-o', `size=${bytes},mode=0777`, 'tmpfs', folder);
  return mounted(folder);
}

/** The same in a folder of its own, which goes with it. */
export function createSmallDisk(bytes: number): Disposable & { readonly path: string } {
  const place = createTestFolder();
  const disk = mountSmallDisk(place.path, bytes);
  return {
    path: place.path,
    [Symbol.dispose]: () => {
      disk.end();
      place[Symbol.dispose]();
    },
  };
}

/** Why a test that mounts cannot run here; null where it can. */
export const cannotMount: string | null = isRefused()
  ? 'only root on Linux can mount a disk of its own for this test'
  : null;

/** Asked of the system: root in a container may be no root here. */
function isRefused(): boolean {
  using place = createTestFolder();
  try {
    using _ = mountSmallDisk(place.path, 65_536);
    return false;
  } catch {
    return true;
  }
}

const fillerName = 'filler-';

/** Takes every free block of the disk the folder lies on. */
export function fillDisk(folder: string): void {
  for (let part = 0; ; part += 1) {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail === 0) return;
    writeFileSync(join(folder, `${fillerName}${Date.now()}-${part}`), Buffer.alloc(bavail * bsize));
  }
}

/** Gives back what `fillDisk` took. */
export function makeRoom(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith(fillerName)) rmSync(join(folder, name), { force: true });
}
