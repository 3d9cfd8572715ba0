import { writeDurably } from '../disk/durableFiles';

/** A small file of the app's own. Where it cannot be written the old one stays, and the answer says so. */
export function writeOwnFile(file: string, text: string): 'written' | 'notWritten' {
  try {
    writeDurably(file, text);
    return 'written';
  } catch {
    return 'notWritten';
  }
}
