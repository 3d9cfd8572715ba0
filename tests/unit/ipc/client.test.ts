import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pathTokenSchema } from '../../../src/shared/id';
import { keeperPortMessage } from '../../../src/shared/ipc/channels';
import type * as Client from '../../../src/renderer/bridge/client';

/** The page's surroundings: a window, and behind it the preload and main. */
const listeners = new Set<(event: unknown) => void>();
const subscribers = new Map<string, (payload: unknown) => void>();
const ports = new Set<MessagePort>();
let connectReply: unknown;
let client: typeof Client;

const page = {
  addEventListener: (_type: 'message', listener: (event: unknown) => void) => listeners.add(listener),
  footnote: {
    invoke: async (channel: string) =>
      channel === 'journal.connect' ? connectReply : { ok: true, value: channel },
    subscribe: (event: string, listener: (payload: unknown) => void) => {
      subscribers.set(event, listener);
      return () => subscribers.delete(event);
    },
  },
};

beforeEach(async () => {
  connectReply = { ok: true, value: null };
  listeners.clear();
  vi.stubGlobal('window', page);
  vi.resetModules();
  client = await import('../../../src/renderer/bridge/client');
});

afterEach(() => {
  for (const port of ports) port.close();
  ports.clear();
  vi.unstubAllGlobals();
});

const connect = () =>
  client.call('journal.connect', {
    kind: 'journal',
    token: pathTokenSchema.parse('01a2044e-5402-72e1-b396-f8fcd4dbd485'),
  });

/** What the page asks before anything else, so that no secret is sent through a port that has not found its way yet. */
const isSettling = ({ channel }: { readonly channel: string }) => channel === 'line.settle';

/** A keeper that answers with its name, or leaves a call unanswered. */
function givePort(
  name: string,
  answers: 'at once' | 'never' = 'at once',
  source: unknown = page,
): MessagePort {
  const { port1, port2 } = new MessageChannel();
  ports.add(port1).add(port2);
  port1.on('message', ({ id, channel }: { id: number; channel: string }) => {
    if (answers === 'at once' || isSettling({ channel }))
      port1.postMessage({ id, reply: { ok: true, value: name } });
  });
  for (const listener of listeners) listener({ source, data: keeperPortMessage, ports: [port2] });
  return port1;
}

const gone = { ok: false, error: { type: 'KeeperGone' } };

describe('the bridge in the page', () => {
  it('asks main for what is main’s', async () => {
    expect(await client.call('app.info', {})).toEqual({ ok: true, value: 'app.info' });
  });

  it('lets calls to the keeper wait until there is one', async () => {
    const reply = client.call('today.read', {});
    await connect();
    givePort('first');
    expect(await reply).toEqual({ ok: true, value: 'first' });
  });

  it('sends nothing of a person through a port before it was answered twice', async () => {
    await connect();
    const { port1, port2 } = new MessageChannel();
    ports.add(port1).add(port2);
    const asked: { id: number; channel: string }[] = [];
    port1.on('message', (request: { id: number; channel: string }) => asked.push(request));
    for (const listener of listeners) listener({ source: page, data: keeperPortMessage, ports: [port2] });
    const reply = client.call('vault.unlock', { passphrase: new Uint8Array(4) });
    for (const count of [1, 2]) {
      await expect.poll(() => asked.length).toBe(count);
      expect(asked.every(isSettling)).toBe(true);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
      port1.postMessage({ id: count, reply: { ok: false, error: { type: 'InvalidInput' } } });
    }
    await expect.poll(() => asked.at(-1)?.channel).toBe('vault.unlock');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
    port1.postMessage({ id: 3, reply: { ok: true, value: null } });
    expect(await reply).toEqual({ ok: true, value: null });
  });

  it('brings each answer to its call', async () => {
    await connect();
    const keeper = givePort('first', 'never');
    const asked: { id: number; channel: string }[] = [];
    keeper.on('message', (request: { id: number; channel: string }) => {
      if (!isSettling(request)) asked.push(request);
    });
    const replies = Promise.all([client.call('today.read', {}), client.call('settings.read', {})]);
    await expect.poll(() => asked.length).toBe(2);
    for (const { id, channel } of asked.toReversed())
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
      keeper.postMessage({ id, reply: { ok: true, value: channel } });
    expect(await replies).toEqual([
      { ok: true, value: 'today.read' },
      { ok: true, value: 'settings.read' },
    ]);
  });

  it('sends nothing meant for a new keeper to the one before', async () => {
    await connect();
    givePort('first');
    const connected = connect();
    const reply = client.call('vault.unlock', { passphrase: new Uint8Array(4) });
    await connected;
    givePort('second');
    expect(await reply).toEqual({ ok: true, value: 'second' });
  });

  it.each([
    ['its port closes', (keeper: MessagePort) => keeper.close()],
    ['main says so', () => subscribers.get('keeperEnded')?.({ wasExpected: false })],
  ])('says that the keeper is gone when %s, to calls under way and later ones', async (_how, end) => {
    await connect();
    const keeper = givePort('first', 'never');
    const reply = client.call('today.read', {});
    await new Promise((done) => setTimeout(done, 10));
    end(keeper);
    expect(await reply).toEqual(gone);
    expect(await client.call('today.read', {})).toEqual(gone);
  });

  it('works again with the next keeper', async () => {
    await connect();
    givePort('first').close();
    await new Promise((done) => setTimeout(done, 10));
    await connect();
    givePort('second');
    expect(await client.call('today.read', {})).toEqual({ ok: true, value: 'second' });
  });

  it('leaves no call waiting when no keeper was started', async () => {
    const reply = client.call('today.read', {});
    connectReply = { ok: false, error: { type: 'PathTokenUnknown' } };
    expect(await connect()).toEqual(connectReply);
    expect(await reply).toEqual(gone);
  });

  it('zeroes a passphrase once it was answered', async () => {
    await connect();
    givePort('first');
    const passphrase = new TextEncoder().encode('a loop in the rain');
    await client.call('vault.unlock', { passphrase });
    expect([...new Set(passphrase)]).toEqual([0]);
  });

  it('takes a port from its own window only', async () => {
    await connect();
    givePort('stranger', 'at once', {});
    const reply = client.call('today.read', {});
    givePort('first');
    expect(await reply).toEqual({ ok: true, value: 'first' });
  });
});
