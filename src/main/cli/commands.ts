import type { Command } from './command';
import { add } from './commands/add';
import { create } from './commands/create';
import { exportTo } from './commands/exportTo';
import { list } from './commands/list';
import { sample } from './commands/sample';
import { search } from './commands/search';
import { show } from './commands/show';
import { verify } from './commands/verify';

/** In the order of --help. */
export const commands: readonly Command[] = [create, add, list, show, search, exportTo, verify, sample];
