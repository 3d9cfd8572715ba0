import type { ForeignFiles } from './foreignFiles';

/** Files by their last names, for programs that name a picture without saying where it lies. The first of two that are called the same. */
export const filesByBase = (files: ForeignFiles): ReadonlyMap<string, string> =>
  new Map(
    files
      .names()
      .toReversed()
      .map((name) => [name.split('/').at(-1) ?? name, name]),
  );
