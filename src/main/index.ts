import { join } from 'node:path';
import { app, ipcMain, nativeTheme, protocol, session } from 'electron';
import { registerShell } from './ipc/registerShell';
import { openBugLog } from './logging/bugLog';
import { buildMode } from './shell/buildMode';
import { rehearsedPickers, systemPickers } from './shell/dialogs';
import { createKeeperHost } from './shell/keeperProcess';
import { startLifecycle } from './shell/lifecycle';
import { createLock } from './shell/lock';
import { installMenu } from './shell/menu';
import { emptyFolder, preparePaths } from './shell/paths';
import { openPreferences } from './shell/preferences';
import { appOrigin, appPage, registerScheme, servePage } from './shell/protocol';
import { hardenCommandLine, hardenContents, hardenSession } from './shell/security';
import { shellDesk } from './shell/shellDesk';
import { systemClock } from './shell/systemPorts';
import { createStage } from './shell/window';

const mode = buildMode(app);
const { devServer } = mode;

// Before Electron is ready, and in this order.
hardenCommandLine(app, devServer);
const paths = preparePaths(app);
registerScheme(protocol);
app.on('web-contents-created', (_event, contents) => hardenContents(contents, devServer));

if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.exit(0);

async function start(): Promise<void> {
  emptyFolder(paths.session);
  process.on('exit', () => emptyFolder(paths.session));

  // No name with "persist:" in front: all of it stays in memory.
  const ownSession = session.fromPartition('footnote', { cache: false });
  await Promise.all([ownSession, session.defaultSession].map((each) => hardenSession(each, devServer)));
  if (!devServer) servePage(ownSession.protocol, join(import.meta.dirname, '../renderer'));

  const reportBug = openBugLog(paths.logs, systemClock);
  const preferences = openPreferences(paths.preferences);
  nativeTheme.themeSource = preferences.read().appearance;

  const keeper = createKeeperHost(join(import.meta.dirname, 'keeper.js'), mode.answers, {
    unlocked: ({ kind, folder }) => kind === 'journal' && preferences.change({ lastJournal: folder }),
    ended: ({ kind, folder }, how) => {
      if (kind === 'sample') emptyFolder(folder);
      if (how === 'by itself') stage.send('keeperEnded', { wasExpected: false });
    },
    bug: reportBug,
  });
  const stage = createStage({
    page: devServer ?? appPage,
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    session: ownSession,
    devTools: mode.devTools,
    closeRequested: () => lifecycle.closeWindow(),
    pageCrashed: () => lifecycle.recoverFromCrash(),
  });
  const lock = createLock({
    isUnlocked: () => keeper.state() === 'unlocked',
    canFlush: stage.hasLivePage,
    requestFlush: (reason) => stage.send('flushRequested', { reason }),
    endKeeper: keeper.end,
    replacePage: stage.replace,
  });
  const pickers = mode.rehearsedAnswers
    ? rehearsedPickers(mode.rehearsedAnswers)
    : systemPickers(stage.window);
  const lifecycle = startLifecycle({ stage, keeper, lock, pickers });

  registerShell(
    ipcMain,
    shellDesk({ app, paths, preferences, pickers, keeper, lock, stage, reportBug, answers: mode.answers }),
    { mainFrame: stage.mainFrame, origin: devServer ? new URL(devServer).origin : appOrigin },
  );
  installMenu({
    devTools: mode.devTools,
    lock: lifecycle.lock,
    toPage: (command) => stage.send('commandChosen', { command }),
  });
  await stage.show();
}
