/** Entry of the utility process that alone holds the keys and the database. Main starts it to unlock and ends it to lock. */
import { randomBytes, randomFillSync } from 'node:crypto';
import { describeBug } from '../logging/bugReport';
import { createKeeperService, type RendererPort } from './keeperService';
import { requireParentPort, type ElectronPort } from './parentPort';
import type { FromKeeper } from './protocol';

const parentPort = requireParentPort(Reflect.get(process, 'parentPort'));

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port to one process has no origin
const tellMain = (message: FromKeeper) => parentPort.postMessage(message);

const keeper = createKeeperService({
  clock: { now: () => Date.now(), zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone },
  // Filled in place: a copy of a key would lie about until somebody else needs the memory.
  randomBytes: (length) => randomFillSync(new Uint8Array(length)),
  // Built beside this file.
  readerScript: new URL('./foreignReader.js', import.meta.url),
  tellMain,
  exit: () => process.exit(0),
});

function asRendererPort(port: ElectronPort): RendererPort {
  return {
    send: (response) => port.postMessage(response),
    receive: (listener) => {
      port.on('message', ({ data }) => listener(data));
      port.start();
    },
  };
}

/** Half a keeper is worse than none: main notices the end and locks. */
function endAfterBug(thrown: unknown): void {
  const reference = randomBytes(4).toString('hex');
  tellMain({ type: 'bug', report: describeBug(reference, 'keeper', thrown) });
  setImmediate(() => process.exit(1));
}

process.on('uncaughtException', endAfterBug);
process.on('unhandledRejection', endAfterBug);

parentPort.on('message', ({ data, ports: [port] }) => {
  keeper.hear(data, port && asRendererPort(port)).catch(endAfterBug);
});
