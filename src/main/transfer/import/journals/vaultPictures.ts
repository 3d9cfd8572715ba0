import type { ImageId } from '../../../../shared/id';
import { pictureIdOf, type ForeignFiles } from './foreignFiles';
import type { ForeignPicture } from './foreignJournal';
import type { PictureAt } from './pictureAt';
import { isPictureName } from './obsidianText';

/** The pictures of a folder of notes, found as programs find them: beside the note, from the root, or by the name alone. */
export interface VaultPictures {
  /** The file an address in a note means; null for what lies elsewhere or is no picture. */
  readonly nameOf: (note: string, address: string) => string | null;
  /** What a note shows; addresses that match `except` are left alone. */
  readonly of: (
    note: string,
    markdown: string,
    except?: RegExp,
  ) => Promise<{ readonly pictureAt: PictureAt; readonly found: readonly ForeignPicture[] }>;
}

const address = /!\[(?:\\.|[^\\[\]]){0,1000}\]\(\s*(?:<([^<>\n]{1,2000})>|([^\s()<>]{1,2000}))/g;

export function createVaultPictures(files: ForeignFiles): VaultPictures {
  const byName = new Map<string, string>();
  for (const name of files.names()) {
    const key = fold(name.split('/').at(-1) ?? '');
    const known = byName.get(key);
    // Obsidian takes the nearest to the root.
    if (isPictureName(name) && (known === undefined || depth(name) < depth(known))) byName.set(key, name);
  }
  const ids = new Map<string, ImageId | null>();

  const nameOf = (note: string, where: string): string | null => {
    const path = decoded(where).split(/[?#]/)[0]?.replaceAll('\\', '/') ?? '';
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(path) || !isPictureName(path)) return null;
    const beside = joined(note.split('/').slice(0, -1), path);
    const below = joined([], path);
    return (
      (beside === null ? null : files.find(beside)) ??
      (below === null ? null : files.find(below)) ??
      byName.get(fold(path.split('/').at(-1) ?? '')) ??
      null
    );
  };
  const idOf = async (name: string): Promise<ImageId | null> => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    const id = await pictureIdOf(files, name);
    ids.set(name, id);
    return id;
  };
  return {
    nameOf,
    of: async (note, markdown, except) => {
      const found = new Map<string, ForeignPicture>();
      for (const [, pointy, plain] of markdown.matchAll(address)) {
        const where = pointy ?? plain ?? '';
        if (except?.test(where) === true) continue;
        const name = nameOf(note, where);
        const id = name === null ? null : await idOf(name);
        if (name !== null && id !== null) found.set(decoded(where), { id, name, altText: '' });
      }
      const each = new Map([...found.values()].map((picture) => [picture.id, picture]));
      return { pictureAt: (where) => found.get(where) ?? null, found: [...each.values()] };
    },
  };
}

const depth = (name: string): number => name.split('/').length;
const fold = (name: string): string => name.normalize('NFC').toLowerCase();

/** Null for a path that leads out of the folder. */
function joined(folder: readonly string[], path: string): string | null {
  const parts = path.startsWith('/') ? [] : [...folder];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

function decoded(where: string): string {
  try {
    return decodeURIComponent(where);
  } catch {
    return where;
  }
}
