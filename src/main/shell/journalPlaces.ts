import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { createPathToken, type PathToken } from '../../shared/id';
import type { Output } from '../../shared/ipc/contract';
import type { Clock, RandomBytes } from '../../shared/ports';
import { hasErrorCode } from '../disk/errorCode';
import { backupsFolderName, databaseName, keyFileBackupName, keyFileName } from '../disk/journalNames';
import { words } from './words';

export type JournalPlace = Output<'journal.suggestNew'>;

const extension = '.journal';

/** The renderer gets tokens, never paths; what a token stands for stays here. */
export interface PathTokens {
  /** The same token for the same path, as long as the app runs. */
  readonly tokenFor: (path: string) => PathToken;
  readonly pathOf: (token: PathToken) => string | undefined;
}

export function createPathTokens(clock: Pick<Clock, 'now'>, randomBytes: RandomBytes): PathTokens {
  const paths = new Map<PathToken, string>();
  const tokens = new Map<string, PathToken>();
  return {
    tokenFor: (path) => {
      const known = tokens.get(path);
      if (known) return known;
      const token = createPathToken(clock.now(), randomBytes);
      paths.set(token, path);
      tokens.set(path, token);
      return token;
    },
    pathOf: (token) => paths.get(token),
  };
}

/** A folder that is not there any more has a place too; unlocking says that it is missing. */
export function describePlace(folder: string, home: string, tokens: PathTokens): JournalPlace {
  return {
    token: tokens.tokenFor(folder),
    name: basename(folder, extension),
    place: shortenHome(dirname(folder), home),
    isJournal: !isWithoutJournal(folder),
  };
}

/** What cannot be looked into may be one: unlocking it says more. */
function isWithoutJournal(folder: string): boolean {
  try {
    const names = readdirSync(folder);
    return ![keyFileName, keyFileBackupName, databaseName, backupsFolderName].some((name) =>
      names.includes(name),
    );
  } catch (error) {
    return hasErrorCode(error, 'ENOENT');
  }
}

/** "/home/ada/Documents" as "~/Documents". */
export function shortenHome(path: string, home: string): string {
  const rest = relative(home, path);
  if (rest === '') return '~';
  const isOutside = rest === '..' || rest.startsWith(`..${sep}`) || rest === path;
  return isOutside ? path : `~${sep}${rest}`;
}

/** The first of "Journal", "Journal 2", … that is free among the person's documents. Neither folder need exist. */
export function suggestFolder(documents: string): string {
  let number = 1;
  while (existsSync(join(documents, `${words.journalName(number)}${extension}`))) number += 1;
  return join(documents, `${words.journalName(number)}${extension}`);
}

export function withExtension(path: string): string {
  return path.endsWith(extension) ? path : `${path}${extension}`;
}

/** The first free name of an export folder: a second one on the same day gets a number. */
export function freeFolder(parent: string, name: string): string {
  let path = join(parent, name);
  for (let number = 2; existsSync(path); number += 1) path = join(parent, `${name} (${number})`);
  return path;
}
