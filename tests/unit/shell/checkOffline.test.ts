import type { Session, WebContents } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkOffline } from '../../../src/main/shell/checkOffline';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const refuse = async () => Promise.reject(new Error('net::ERR_BLOCKED_BY_CLIENT'));
const silence = async () => new Promise<never>(() => undefined);

/** A session as it should be, but for `change`. */
const session = (change: Readonly<Record<string, unknown>> = {}) =>
  ({
    resolveHost: refuse,
    fetch: refuse,
    resolveProxy: async () => 'SOCKS5 127.0.0.1:9',
    isSpellCheckerEnabled: () => false,
    getSpellCheckerLanguages: () => [],
    ...change,
  }) as unknown as Session;

const pageWith = (policy: string) => ({ getWebRTCIPHandlingPolicy: () => policy }) as unknown as WebContents;

async function gotOut(change: {
  readonly own?: Session;
  readonly plain?: Session;
  readonly page?: WebContents;
}): Promise<readonly string[]> {
  const { own = session(), plain = session(), page = pageWith('disable_non_proxied_udp') } = change;
  const looked = checkOffline({ own, plain, page: () => page });
  await vi.advanceTimersByTimeAsync(2_000);
  return (await looked).filter(({ outcome }) => outcome === 'gotOut').map(({ way }) => way);
}

describe('checking that nothing gets out', () => {
  it('finds every way stopped', async () => {
    expect(await gotOut({})).toEqual([]);
  });

  it.each([
    ['nameLookup', 'own', session({ resolveHost: async () => ({ endpoints: [] }) })],
    ['nameLookup', 'plain', session({ resolveHost: async () => ({ endpoints: [] }) })],
    ['pageRequest', 'own', session({ fetch: async () => new Response() })],
    ['plainSession', 'plain', session({ fetch: async () => new Response() })],
    ['proxy', 'own', session({ resolveProxy: async () => 'DIRECT' })],
    ['proxy', 'plain', session({ resolveProxy: async () => 'PROXY proxy.example:8080;DIRECT' })],
    [
      'dictionaries',
      'plain',
      session({ isSpellCheckerEnabled: () => true, getSpellCheckerLanguages: () => ['en-US'] }),
    ],
  ] as const)('says so when %s is open in the %s session', async (way, which, open) => {
    expect(await gotOut({ [which]: open })).toEqual([way]);
  });

  it.each(['default', 'default_public_interface_only', ''])(
    'says so when WebRTC may do more (%j)',
    async (policy) => {
      expect(await gotOut({ page: pageWith(policy) })).toEqual(['realtime']);
    },
  );

  it('takes silence for a way that is open: nothing here has stopped it', async () => {
    expect(
      await gotOut({ own: session({ fetch: silence }), plain: session({ resolveHost: silence }) }),
    ).toEqual(['nameLookup', 'pageRequest']);
  });
});
