import './zodWithoutEval';
import { keeperPortMessage, type ChannelName, type ShellEvent } from '../../shared/ipc/channels';
import {
  contract,
  type EventPayload,
  type Input,
  type KeeperRequest,
  type KeeperResponse,
  type Reply,
} from '../../shared/ipc/contract';
import { err } from '../../shared/result';

declare global {
  interface Window {
    /** All that the preload exposes. */
    readonly footnote: {
      readonly invoke: (channel: string, input: unknown) => Promise<unknown>;
      readonly subscribe: (event: string, listener: (payload: unknown) => void) => () => void;
    };
  }
}

const keeperGone = err({ type: 'KeeperGone' });

/** The line to one keeper, from the moment its port arrives until it closes. */
interface Line {
  readonly ask: (channel: string, input: unknown) => Promise<unknown>;
  readonly hangUp: () => void;
}

interface Awaited {
  readonly kind: 'awaited';
  readonly line: Promise<Line | undefined>;
  readonly arrive: (line: Line | undefined) => void;
}

/** `awaited`: a keeper was or will be asked for, and calls wait for its port. */
type Connection = Awaited | { readonly kind: 'open'; readonly line: Line } | { readonly kind: 'gone' };

let connection: Connection = awaitLine();

function awaitLine(): Awaited {
  let settle: Awaited['arrive'] | undefined;
  const line = new Promise<Line | undefined>((resolve) => {
    settle = resolve;
  });
  return { kind: 'awaited', line, arrive: (arrived) => settle?.(arrived) };
}

/** Ends the line there is; whoever is still waiting for an answer gets `KeeperGone`. */
function leave(next: Connection): void {
  const left = connection;
  connection = next;
  if (left.kind === 'open') left.line.hangUp();
  if (left.kind === 'awaited') left.arrive(undefined);
}

/** No channel has this name, and the keeper answers even that. */
const settlingQuestion = 'line.settle';

function openLine(port: MessagePort): Line {
  const waiting = new Map<number, (reply: unknown) => void>();
  let lastId = 0;
  let isHungUp = false;
  const hangUp = () => {
    isHungUp = true;
    port.close();
    for (const answer of waiting.values()) answer(keeperGone);
    waiting.clear();
  };
  const send = (channel: string, input: unknown) =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      const request: KeeperRequest = { id: lastId, channel, input };
      port.postMessage(request);
    });
  // Until the two ends of a new port have found each other, main passes on what is sent and keeps a copy in its memory
  // (measured in tests/privacy/memory.spec.ts). A passphrase is the first thing to be sent, so it waits for two answers.
  const settled = send(settlingQuestion, null).then(() => send(settlingQuestion, null));
  const line: Line = {
    ask: async (channel, input) => {
      await settled;
      return isHungUp ? keeperGone : send(channel, input);
    },
    hangUp,
  };
  port.addEventListener('message', ({ data }: MessageEvent<KeeperResponse>) => {
    waiting.get(data.id)?.(data.reply);
    waiting.delete(data.id);
  });
  port.addEventListener('close', () => lineEnded(line));
  port.start();
  return line;
}

function lineEnded(line: Line): void {
  if (connection.kind === 'open' && connection.line === line) leave({ kind: 'gone' });
}

window.addEventListener('message', ({ source, data, ports: [port] }) => {
  if (source !== window || data !== keeperPortMessage || !port) return;
  const line = openLine(port);
  const awaited = connection;
  if (awaited.kind === 'open') leave({ kind: 'open', line });
  else connection = { kind: 'open', line };
  if (awaited.kind === 'awaited') awaited.arrive(line);
});

window.footnote.subscribe('keeperEnded', () => {
  if (connection.kind === 'open') leave({ kind: 'gone' });
});

async function askKeeper(channel: ChannelName, input: unknown): Promise<unknown> {
  if (connection.kind === 'gone') return keeperGone;
  const line = connection.kind === 'open' ? connection.line : await connection.line;
  return line ? line.ask(channel, input) : keeperGone;
}

async function askShell(channel: ChannelName, input: unknown): Promise<unknown> {
  try {
    return await window.footnote.invoke(channel, input);
  } catch {
    // Main always answers; only a window that is being taken down gets here.
    return err({ type: 'Unexpected', reference: 'bridge' });
  }
}

/** Calls made from here on are for the new keeper, even when they come before its port. */
async function connect(input: unknown): Promise<unknown> {
  if (connection.kind !== 'awaited') leave(awaitLine());
  const awaited = connection;
  const reply = (await askShell('journal.connect', input)) as Reply<'journal.connect'>;
  if (!reply.ok && connection === awaited) leave({ kind: 'gone' });
  return reply;
}

/**
 * The one way to main and to the keeper. Answers with a value, whatever happens; calls to the keeper wait until
 * there is one. Passphrases and recovery codes in `input` are zeroed with the answer.
 */
export async function call<Name extends ChannelName>(
  channel: Name,
  input: Input<Name>,
): Promise<Reply<Name>> {
  const answered =
    contract[channel].home === 'keeper'
      ? askKeeper(channel, input)
      : channel === 'journal.connect'
        ? connect(input)
        : askShell(channel, input);
  const reply = (await answered) as Reply<Name>;
  wipeSecrets(input);
  return reply;
}

/** Nothing else crosses as bytes from this side. */
function wipeSecrets(input: object): void {
  for (const value of Object.values(input)) if (value instanceof Uint8Array) value.fill(0);
}

/** Answers with how to stop listening. */
export function onShellEvent<Event extends ShellEvent>(
  event: Event,
  listener: (payload: EventPayload<Event>) => void,
): () => void {
  // Main is trusted, and every payload is typed where it is sent.
  return window.footnote.subscribe(event, (payload) => listener(payload as EventPayload<Event>));
}
