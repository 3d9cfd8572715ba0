import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled, startBus } from '../support/privateBus';
import { expect, test, type Footnote, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';

const passphrase = 'the ferry left without us';

interface Info {
  readonly value: { readonly login: { readonly place: string; readonly isOn: boolean } };
}
interface Bridge {
  readonly footnote: { readonly invoke: (channel: string, input: unknown) => Promise<unknown> };
}

const ask = async (page: Page, channel: string): Promise<unknown> =>
  page.evaluate(async (name) => (globalThis as unknown as Bridge).footnote.invoke(name, {}), channel);
const loginOf = async (page: Page) => ((await ask(page, 'app.info')) as Info).value.login;

const keysFile = ({ userData }: Footnote): string => join(userData, 'login-keys.json');

interface Unsafe {
  readonly what: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly place: string;
}

const unsafe: readonly Unsafe[] = [
  { what: 'a desktop without a keyring', env: { XDG_CURRENT_DESKTOP: 'sway' }, place: 'noKeyring' },
  {
    what: 'the basic store asked for on the command line',
    env: { XDG_CURRENT_DESKTOP: 'GNOME' },
    args: ['--password-store=basic'],
    place: 'noKeyring',
  },
  { what: 'no desktop at all', env: {}, place: 'noKeyring' },
  { what: 'GNOME without a keyring', env: { XDG_CURRENT_DESKTOP: 'GNOME' }, place: 'keyringLocked' },
  {
    what: 'KDE without a wallet',
    env: { XDG_CURRENT_DESKTOP: 'KDE', KDE_SESSION_VERSION: '5' },
    place: 'keyringLocked',
  },
];

/** Also ended when a test fails half-way. */
const started: (() => unknown)[] = [];
test.afterEach(() => {
  for (const stop of started.splice(0)) stop();
});

test.describe('unlocking with this computer’s login', () => {
  test.skip(process.platform !== 'linux', 'only Linux has places for keys that are not safe');

  for (const { what, env, args = [], place } of unsafe) {
    test(`is refused with ${what}, and writes nothing`, async ({ home, launchFootnote }) => {
      test.skip(!isInstalled('dbus-daemon'), 'dbus-daemon is not installed');
      const bus = await startBus(home);
      started.push(bus.stop);
      const footnote = await launchFootnote({ args, env: { ...env, DBUS_SESSION_BUS_ADDRESS: bus.address } });
      await new DoorScreen(footnote.page).begin(passphrase);
      await new TodayScreen(footnote.page).isShown();
      expect(await ask(footnote.page, 'login.prepare')).toEqual({
        ok: false,
        error: { type: 'LoginNotAvailable' },
      });
      expect(await loginOf(footnote.page)).toEqual({ place, isOn: false });
      expect(existsSync(keysFile(footnote))).toBe(false);
      bus.stop();
    });
  }

  test('works with a keyring, and falls back to the passphrase without', async ({ home, launchFootnote }) => {
    test.skip(
      !isInstalled('dbus-daemon') || !isInstalled('gnome-keyring-daemon'),
      'gnome-keyring is not installed',
    );
    test.setTimeout(120_000);
    const bus = await startBus(home);
    started.push(bus.stop);
    const keyring = await startKeyring(home, bus.address);
    const env = {
      DBUS_SESSION_BUS_ADDRESS: bus.address,
      XDG_CURRENT_DESKTOP: 'GNOME',
      XDG_DATA_HOME: join(home, '.local'),
    };
    const footnote = await launchFootnote({ env });

    await test.step('turned on in the settings', async () => {
      await new DoorScreen(footnote.page).begin(passphrase);
      await new TodayScreen(footnote.page).isShown();
      expect(await loginOf(footnote.page)).toEqual({ place: 'safe', isOn: false });
      await new RoomsColumn(footnote.page).go('Settings');
      await footnote.page.getByLabel('Unlock with this computer’s login').click();
      await footnote.page.getByLabel('Passphrase now', { exact: true }).fill(passphrase);
      await footnote.page.getByRole('button', { name: 'Turn it on' }).click();
      await expect.poll(() => existsSync(keysFile(footnote)), { timeout: 20_000 }).toBe(true);
    });

    const kept = readFileSync(keysFile(footnote), 'utf8');
    const { keys } = JSON.parse(kept) as { keys: readonly { blob: string; backend: string }[] };
    expect(keys).toHaveLength(1);
    expect(keys[0]?.backend).toBe('gnome_libsecret');
    expect(
      Buffer.from(keys[0]?.blob ?? '', 'base64')
        .subarray(0, 3)
        .toString(),
    ).toBe('v11');

    await test.step('opens the journal', async () => {
      const page = await footnote.pageAfterLock(async () =>
        ask(footnote.page, 'journal.lock').catch(() => undefined),
      );
      await page.getByRole('button', { name: 'Unlock with this computer’s login' }).click();
      await new TodayScreen(page).isShown();
      await footnote.quit();
    });

    for (const [what, without] of [
      ['the keyring gone', {}],
      ['another desktop', { XDG_CURRENT_DESKTOP: 'sway' }],
    ] as const) {
      await test.step(`is the passphrase’s business with ${what}`, async () => {
        keyring.stop();
        const next = await launchFootnote({ env: { ...env, ...without } });
        const opens = next.page.getByRole('button', { name: 'Unlock with this computer’s login' });
        if (await opens.isVisible()) await opens.click();
        await new DoorScreen(next.page).unlock(passphrase);
        await new TodayScreen(next.page).isShown();
        expect(readFileSync(keysFile(next), 'utf8')).toBe(kept);
        await next.quit();
      });
    }
    bus.stop();
  });
});

/** GNOME's, unlocked, on a bus of its own. */
async function startKeyring(home: string, address: string): Promise<{ readonly stop: () => void }> {
  const runtime = join(home, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  writeFileSync(join(home, 'keyring-password'), 'secret');
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    stdio: [openSync(join(home, 'keyring-password'), 'r'), 'ignore', 'ignore'],
    env: {
      PATH: process.env.PATH,
      HOME: home,
      XDG_RUNTIME_DIR: runtime,
      XDG_DATA_HOME: join(home, '.local'),
      DBUS_SESSION_BUS_ADDRESS: address,
    },
  });
  await new Promise((ready) => setTimeout(ready, 1_500));
  const stop = () => daemon.kill('SIGKILL');
  started.push(stop);
  return { stop };
}
