import { cpus, release, totalmem, type } from 'node:os';
import { readSqliteVersion } from './plainJournal';

/** What the figures were measured on; a figure without it says nothing. */
export interface Machine {
  /** Short enough to stand beside every figure. */
  readonly name: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly sqlite: string;
}

export function describeMachine(): Machine {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const cores = cpus().length;
  const memoryGiB = Math.round((totalmem() / 2 ** 30) * 10) / 10;
  return {
    name: `${processor}, ${cores} cores, ${memoryGiB} GiB`,
    processor,
    cores,
    memoryGiB,
    system: `${type()} ${release()} ${process.arch}`,
    node: process.versions.node,
    sqlite: readSqliteVersion(),
  };
}
