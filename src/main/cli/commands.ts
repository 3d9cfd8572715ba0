import type { Command } from './command';
import { add } from './commands/add';
import { backup } from './commands/backup';
import { backups } from './commands/backups';
import { checkin } from './commands/checkin';
import { create } from './commands/create';
import { exportTo } from './commands/exportTo';
import { importFrom, imports, takeBack } from './commands/importFrom';
import { list } from './commands/list';
import { move } from './commands/move';
import { recover } from './commands/recover';
import { restore } from './commands/restore';
import { rotateKey } from './commands/rotateKey';
import { salvage } from './commands/salvage';
import { sample } from './commands/sample';
import { search } from './commands/search';
import { span } from './commands/span';
import { show } from './commands/show';
import { verify } from './commands/verify';

/** In the order of --help. */
export const commands: readonly Command[] = [
  create,
  add,
  checkin,
  span,
  move,
  list,
  show,
  search,
  exportTo,
  importFrom,
  imports,
  takeBack,
  verify,
  backup,
  backups,
  restore,
  salvage,
  recover,
  rotateKey,
  sample,
];
