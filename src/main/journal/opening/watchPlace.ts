import { statSync } from 'node:fs';

/**
 * Whether the path of an open file still leads to it. Its folder can be moved, deleted or unmounted while it is open, and
 * what is written then goes where nobody looks for it. Asks for its facts only: opening and closing the file would let go of
 * SQLite's lock on it.
 */
export function watchPlace(path: string): () => boolean {
  const opened = statSync(path);
  return () => {
    try {
      const present = statSync(path, { throwIfNoEntry: false });
      return present !== undefined && present.ino === opened.ino && present.dev === opened.dev;
    } catch {
      return false;
    }
  };
}
