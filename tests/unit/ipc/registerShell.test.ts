import { describe, expect, it } from 'vitest';
import { shellChannels, type ShellChannel } from '../../../src/shared/ipc/channels';
import type { Handlers } from '../../../src/shared/ipc/contract';
import { registerShell, type IpcMainPort } from '../../../src/main/ipc/registerShell';
import type { Frame } from '../../../src/main/ipc/trustedSender';

type Listener = Parameters<IpcMainPort['handle']>[1];

const ourFrame: Frame = { url: 'footnote://app/index.html' };

const reached = () => {
  throw new Error('reached');
};

function register(): ReadonlyMap<string, Listener> {
  const listeners = new Map<string, Listener>();
  const handlers = Object.fromEntries(
    shellChannels.map((channel) => [channel, reached]),
  ) as unknown as Handlers<ShellChannel>;
  registerShell(
    { handle: (channel, listener) => listeners.set(channel, listener) },
    {
      handlers,
      state: () => 'locked',
      answers: 'checked',
      createReference: () => 'reached',
      reportBug: () => undefined,
    },
    { mainFrame: () => ourFrame, origin: 'footnote://app' },
  );
  return listeners;
}

const vanished: Frame = {
  get url(): string {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed');
  },
};

describe('main', () => {
  it('listens on every shell channel and on no other', () => {
    expect([...register().keys()]).toEqual([...shellChannels]);
  });

  it('answers the main frame of its own window', async () => {
    expect(await register().get('app.info')?.({ senderFrame: ourFrame }, {})).toEqual({
      ok: false,
      error: { type: 'Unexpected', reference: 'reached' },
    });
  });

  it.each([
    ['another frame of our origin', { url: 'footnote://app/index.html' }],
    ['a frame that is gone', null],
    ['a frame that vanishes while it is looked at', vanished],
  ])('trusts no %s, on no channel', async (_what, senderFrame) => {
    for (const listener of register().values()) {
      expect(await listener({ senderFrame }, {})).toEqual({ ok: false, error: { type: 'NotTrusted' } });
    }
  });

  it.each([
    'https://app/index.html',
    'footnote://elsewhere/index.html',
    'file:///index.html',
    'about:blank',
    '',
  ])('does not trust its own window once it shows %j', async (url) => {
    const frame = { url };
    const listeners = new Map<string, Listener>();
    registerShell(
      { handle: (channel, listener) => listeners.set(channel, listener) },
      {
        handlers: {} as Handlers<ShellChannel>,
        state: () => 'locked',
        answers: 'checked',
        createReference: () => '',
        reportBug: () => undefined,
      },
      { mainFrame: () => frame, origin: 'footnote://app' },
    );
    expect(await listeners.get('app.info')?.({ senderFrame: frame }, {})).toEqual({
      ok: false,
      error: { type: 'NotTrusted' },
    });
  });
});
