import { chmodSync } from 'node:fs';
import { cannotMount, mountReadOnly } from './testMounts';

const isRoot = process.getuid?.() === 0;

/** Whether `makeReadOnly` works here. */
export const canRefuseWrites = process.platform !== 'win32' && (!isRoot || cannotMount === null);

/** Nothing below `folder` can be written until it is disposed. Root is stopped by a read-only mount, others by permissions. */
export function makeReadOnly(folder: string): Disposable {
  if (isRoot) return mountReadOnly(folder);
  chmodSync(folder, 0o555);
  return { [Symbol.dispose]: () => chmodSync(folder, 0o755) };
}
