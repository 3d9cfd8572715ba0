import type { TransferProgress } from '../../shared/domain/transferProgress';
import { createPace, type Pace } from './pace';

type TransferKind = Exclude<TransferProgress['what'], 'nothing'>;

interface Running {
  readonly what: TransferKind;
  readonly since: number;
  done: number;
  total: number;
  isCancelled: boolean;
}

interface Watched {
  readonly pace: Pace;
  readonly end: () => void;
}

export interface TransferWatch {
  /** What has the pace is seen by `progress` and ended by `cancel`, until it says that it has come to its end. */
  readonly begin: (what: TransferKind) => Watched;
  /** The same for as long as `work` takes. */
  readonly during: <Value>(what: TransferKind, work: (pace: Pace) => Promise<Value>) => Promise<Value>;
  /** Of what was begun last and still goes on. */
  readonly progress: () => TransferProgress;
  /** Everything that goes on ends at its next pause. */
  readonly cancel: () => void;
}

/** Sees how far exports and looks have come, and ends them when somebody says so. */
export function createTransferWatch(): TransferWatch {
  const running = new Set<Running>();
  const begin = (what: TransferKind): Watched => {
    const one: Running = { what, since: performance.now(), done: 0, total: 0, isCancelled: false };
    running.add(one);
    const pace = createPace({
      note: (done, total) => {
        one.done = done;
        one.total = total;
      },
      isCancelled: () => one.isCancelled,
    });
    return { pace, end: () => running.delete(one) };
  };
  return {
    begin,
    during: async (what, work) => {
      const { pace, end } = begin(what);
      try {
        return await work(pace);
      } finally {
        end();
      }
    },
    progress: () => {
      const latest = [...running].at(-1);
      if (latest === undefined) return { what: 'nothing', done: 0, total: 0, perSecond: 0 };
      const { what, since, done, total } = latest;
      const seconds = Math.max((performance.now() - since) / 1000, 0.001);
      return { what, done, total, perSecond: Math.round(done / seconds) };
    },
    cancel: () => {
      for (const one of running) one.isCancelled = true;
    },
  };
}
