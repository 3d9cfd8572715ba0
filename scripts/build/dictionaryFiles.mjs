import { resolve } from 'node:path';

/**
 * The dictionaries' packages let in nobody but Node, which reads them from the disk; they are bundled as text instead. Found from
 * the working directory, as everything in the build's configuration: there the place of a module is not its own.
 */
export const dictionaryFiles = [
  { find: /^(dictionary-en(?:-gb)?)\/(index\.(?:aff|dic))/, replacement: resolve('node_modules/$1/$2') },
];
