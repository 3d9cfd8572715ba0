import { existsSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { getCurrentFuseWire } from '@electron/fuses';
import { expect, giveToUser, test } from '../e2e/fixtures/app';
import { DoorScreen } from '../e2e/screens/DoorScreen';
import { RoomsColumn } from '../e2e/screens/RoomsColumn';
import { TodayScreen } from '../e2e/screens/TodayScreen';
import { TransferScreen } from '../e2e/screens/TransferScreen';
import {
  commandLineOf,
  coreLimitOf,
  listeningPorts,
  networkOf,
  openFilesOf,
  statusOf,
} from '../support/processes';
import { beginWriting, passphrase } from './support/journeys';
import { startRaw, type RawApp, type RawLaunch } from './support/rawApp';

/** The app as people get it, and the development runtime with the same bundles: what works there must not work here. */
const packaged = process.env['FOOTNOTE_PACKAGED'] ?? '';
const packageFolder = process.env['FOOTNOTE_PACKAGE'] ?? '';
const development = process.env['FOOTNOTE_ELECTRON'] ?? '';
const appFolder = process.env['FOOTNOTE_APP_FOLDER'] ?? '';

test.skip(packaged === '', '`npm run test:privacy -- sandbox` packages the app');

/** Fuses in their order: 0 off, 1 on. A runtime that knows more of them keeps its own choice for the rest. */
const expectedFuses = '00000100';

test('the fuse wire is the expected one', async () => {
  const { version: _version, ...wire } = await getCurrentFuseWire(join(packageFolder, 'footnote'));
  const characters = Object.entries(wire)
    .toSorted(([one], [other]) => Number(one) - Number(other))
    .map(([, state]) => String.fromCharCode(Number(state)))
    .join('');
  console.log(`  fuse wire ${characters}`);
  expect(characters.slice(0, expectedFuses.length)).toBe(expectedFuses);
});

test('the package holds one archive, its addons beside it, licences and launcher, and no other app', async () => {
  expect(readdirSync(join(packageFolder, 'resources')).toSorted()).toEqual(['app.asar', 'app.asar.unpacked']);
  const unpacked = readdirSync(join(packageFolder, 'resources/app.asar.unpacked'), { recursive: true })
    .map(String)
    .filter((name) => statSync(join(packageFolder, 'resources/app.asar.unpacked', name)).isFile());
  expect(unpacked.length).toBeGreaterThanOrEqual(2);
  expect(unpacked.filter((name) => !name.endsWith('.node'))).toEqual([]);
  expect(readFileSync(join(packageFolder, 'start-footnote'), 'utf8')).toContain('ulimit -c 0');
  expect(readFileSync(join(packageFolder, 'footnote.desktop'), 'utf8')).toContain('ulimit -c 0');
  for (const file of readdirSync(packageFolder).filter((name) => /desktop|start/.test(name)))
    expect(readFileSync(join(packageFolder, file), 'utf8')).not.toContain('no-sandbox');
  expect(readFileSync(join(packageFolder, 'licences/packages.txt'), 'utf8')).toContain('better-sqlite3');
});

test('in the layout of the package the keeper finds its addons, and a journal is written, locked and opened again', async ({
  launchFootnote,
}) => {
  const footnote = await launchFootnote({ executable: process.env['FOOTNOTE_DRIVEN'] ?? '' });
  const where = await footnote.app.evaluate(({ app }) => app.getAppPath());
  expect(where).toMatch(/app\.asar$/);
  const write = await beginWriting(footnote.page);
  await write.write('a line from the archive');
  await write.isSaved();
  const locked = await footnote.pageAfterLock(() => new RoomsColumn(footnote.page).lock.click());
  await new DoorScreen(locked).unlock(passphrase);
  await expect(new TodayScreen(locked).margin).toContainText('a line from the archive');
});

test('in the layout of the package the worker that reads other programs’ files is found, and so is the addon it opens databases with', async ({
  home,
  launchFootnote,
}) => {
  const diary = join(home, 'diarium.db');
  const database = new DatabaseSync(diary);
  database.exec(
    'CREATE TABLE Entries (DiaryEntryId INTEGER PRIMARY KEY, Heading TEXT, Text TEXT, Rating INTEGER)',
  );
  // .NET's ticks of 2024-05-04, 18:40.
  database.exec("INSERT INTO Entries VALUES (638504448000000000, '', '<p>a line from elsewhere</p>', 0)");
  database.close();
  giveToUser(diary);
  const footnote = await launchFootnote({
    executable: process.env['FOOTNOTE_DRIVEN'] ?? '',
    pickers: { importSource: diary },
  });
  await new DoorScreen(footnote.page).begin(passphrase);
  await new TodayScreen(footnote.page).isShown();
  const screen = new TransferScreen(footnote.page);
  await screen.openBringIn();
  await screen.lookAtFile();
  await expect(screen.bringIn).toBeVisible({ timeout: 30_000 });
  expect(await screen.counts('Entries')).toEqual(['1', '–']);
  await screen.bringIn.click();
  await expect(screen.said).toContainText('Brought in: 1 entry', { timeout: 30_000 });
});

test('its page is behind the same walls, and no process of it may leave a core dump', async ({ home }) => {
  const app = startRaw(packaged, home);
  try {
    await app.settle();
    const [renderer = 0] = app.pidsOf('renderer');
    expect(statusOf(renderer).get('Seccomp')).toBe('2');
    expect(statusOf(renderer).get('NoNewPrivs')).toBe('1');
    expect(networkOf(renderer)).not.toBe(networkOf(app.main));
    expect(app.pids().flatMap(commandLineOf)).not.toContain('--no-sandbox');
    expect(new Set(app.pids().map((pid) => coreLimitOf(pid).soft))).toEqual(new Set(['0']));
  } finally {
    await app.end();
  }
});

interface Trick {
  readonly name: string;
  /** `folder` is empty and anybody may write there. */
  readonly launch: (folder: string, port: number) => RawLaunch;
  /** Done to the running app. */
  readonly act?: (app: RawApp) => void;
  /** The mark it leaves where it works. */
  readonly worked: (app: RawApp, folder: string) => boolean;
  /** It can not be shown to work anywhere: the runtime has another way of saying no. */
  readonly withoutControl?: string;
}

const wrote = (folder: string, name: string) => existsSync(join(folder, name));
const listens = (app: RawApp) => listeningPorts(app.pids()).length > 0;
const writesFile = (folder: string) => {
  const script = join(folder, 'evil.cjs');
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'ran'))}, 'ran');`);
  return script;
};
/** The runtime makes the file before the first line of ours; what counts is that the app which then runs does not write to it. */
const hasOpen = (app: RawApp, file: string) => app.pids().flatMap(openFilesOf).includes(file);
const passedOn = (app: RawApp, name: string) =>
  app.pidsOf('renderer').some((pid) => commandLineOf(pid).some((part) => part.startsWith(name)));

const tricks: readonly Trick[] = [
  {
    name: 'ELECTRON_RUN_AS_NODE',
    launch: (folder) => ({ args: [writesFile(folder)], env: { ELECTRON_RUN_AS_NODE: '1' } }),
    worked: (_app, folder) => wrote(folder, 'ran'),
  },
  {
    name: 'NODE_OPTIONS --require',
    launch: (folder) => ({ env: { NODE_OPTIONS: `--require=${writesFile(folder)}` } }),
    worked: (_app, folder) => wrote(folder, 'ran'),
    withoutControl: 'Electron takes a few harmless NODE_OPTIONS only',
  },
  {
    name: '-r',
    launch: (folder) => ({ args: ['-r', writesFile(folder)] }),
    worked: (_app, folder) => wrote(folder, 'ran'),
  },
  {
    name: 'another app as the first argument',
    launch: (folder) => {
      writesFile(folder);
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ main: 'evil.cjs' }));
      return { args: [folder] };
    },
    worked: (_app, folder) => wrote(folder, 'ran'),
  },
  { name: '--inspect', launch: (_folder, port) => ({ args: [`--inspect=${port}`] }), worked: listens },
  {
    name: '--inspect-brk',
    launch: (_folder, port) => ({ args: [`--inspect-brk=${port}`] }),
    worked: listens,
  },
  {
    name: 'SIGUSR1',
    launch: () => ({}),
    act: (app) => process.kill(app.main, 'SIGUSR1'),
    worked: listens,
  },
  {
    name: '--remote-debugging-port',
    launch: (_folder, port) => ({ args: [`--remote-debugging-port=${port}`] }),
    worked: listens,
  },
  {
    name: '--remote-debugging-pipe',
    launch: () => ({ args: ['--remote-debugging-pipe'] }),
    worked: (app) => passedOn(app, '--remote-debugging-pipe'),
  },
  {
    name: '--log-net-log',
    launch: (folder) => ({ args: [`--log-net-log=${join(folder, 'net.json')}`] }),
    worked: (_app, folder) => wrote(folder, 'net.json'),
  },
  {
    name: '--enable-logging with --log-file',
    launch: (folder) => ({ args: ['--enable-logging=file', `--log-file=${join(folder, 'app.log')}`] }),
    worked: (app, folder) => hasOpen(app, join(folder, 'app.log')),
  },
  {
    name: 'ELECTRON_ENABLE_LOGGING with ELECTRON_LOG_FILE',
    launch: (folder) => ({
      env: { ELECTRON_ENABLE_LOGGING: 'file', ELECTRON_LOG_FILE: join(folder, 'app.log') },
    }),
    worked: (app, folder) => hasOpen(app, join(folder, 'app.log')),
  },
  {
    name: '--js-flags',
    launch: () => ({ args: ['--js-flags=--trace-gc'] }),
    // V8 has read them before the first line of ours; what counts is that the app which then runs has not.
    worked: (app) =>
      passedOn(app, '--js-flags') ||
      app.pids().some((pid) => new RegExp(`\\[${pid}:.*(?:Scavenge|Mark-Compact)`).test(app.output())),
  },
  {
    name: '--disable-web-security',
    launch: () => ({ args: ['--disable-web-security'] }),
    worked: (app) => passedOn(app, '--disable-web-security'),
    withoutControl: "a window's own setting wins over it",
  },
  {
    name: '--load-extension',
    launch: (folder) => {
      writeFileSync(
        join(folder, 'manifest.json'),
        JSON.stringify({
          manifest_version: 3,
          name: 'x',
          version: '1',
          background: { service_worker: 'x.js' },
        }),
      );
      writeFileSync(join(folder, 'x.js'), '');
      return { args: [`--load-extension=${folder}`] };
    },
    worked: (app) => app.pidsOf('renderer').length > 1 || passedOn(app, '--load-extension'),
    withoutControl: 'Electron loads extensions from code only',
  },
];

for (const { name, launch, act, worked, withoutControl } of tricks) {
  test(`${name} opens nothing in a packaged app`, async ({ home }) => {
    const attempt = async (executable: string, leading: readonly string[]) => {
      const folder = mkdtempSync(join(home, 'tmp/trick-'));
      giveToUser(folder);
      const { args = [], env = {} } = launch(folder, await freePort());
      const app = startRaw(executable, home, { args: [...args, ...leading], env });
      try {
        await app.settle();
        act?.(app);
        if (act) await new Promise((wait) => setTimeout(wait, 1_000));
        return { worked: worked(app, folder), started: app.pidsOf('renderer').length > 0 };
      } finally {
        await app.end();
      }
    };
    if (withoutControl === undefined)
      expect((await attempt(development, [appFolder])).worked, 'where nothing forbids it').toBe(true);
    const here = await attempt(packaged, []);
    console.log(`  ${name}: no effect; the app ${here.started ? 'started' : 'did not start'}`);
    expect(here.worked).toBe(false);
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}
