import { join } from 'node:path';
import { app, ipcMain, nativeTheme, protocol, safeStorage, session } from 'electron';
import { registerShell } from './ipc/registerShell';
import { openBugLog } from './logging/bugLog';
import { watchForAway } from './shell/awaySignals';
import { beginAnew } from './shell/beginAnew';
import { buildMode } from './shell/buildMode';
import { rehearsedPickers, systemPickers } from './shell/dialogs';
import { forbidCoreDumps } from './shell/forbidCoreDumps';
import { createKeeperHost } from './shell/keeperProcess';
import { startLifecycle } from './shell/lifecycle';
import { createLock } from './shell/lock';
import { createLoginKeys } from './shell/loginKeys';
import { installMenu } from './shell/menu';
import { openRehearsed, openWithSystem } from './shell/openAddress';
import { createOpenQuestions } from './shell/openQuestions';
import { emptyFolder, keeperSurroundings, preparePaths } from './shell/paths';
import { openPreferences } from './shell/preferences';
import { appOrigin, appPage, closingPage, registerScheme, serveApp } from './shell/protocol';
import { hardenCommandLine, hardenContents, hardenSession } from './shell/security';
import { createPlainPaste } from './shell/plainPaste';
import { createQuickDesk } from './shell/quickDesk';
import { createReminderDesk } from './shell/reminderDesk';
import { shellDesk } from './shell/shellDesk';
import { systemClock, systemRandomBytes } from './shell/systemPorts';
import { startClean } from './shell/startClean';
import { createStage } from './shell/window';
import { argumentsToPlace } from './shell/windowPlace';

const mode = buildMode(app);
const { devServer } = mode;

// Before Electron is ready, and in this order.
forbidCoreDumps(process.platform);
const startsOver = startClean(app, process);
hardenCommandLine(app, devServer);
const paths = preparePaths(app);
registerScheme(protocol);
app.on('web-contents-created', (_event, contents) => hardenContents(contents, devServer));

if (startsOver) {
  // Another process is on its way.
} else if (app.requestSingleInstanceLock()) {
  // Before Chromium has opened any of it, and after it is certain that nobody else has.
  emptyFolder(paths.session);
  process.on('exit', () => emptyFolder(paths.session));
  void app.whenReady().then(start);
} else app.exit(0);

async function start(): Promise<void> {
  // No name with "persist:" in front: all of it stays in memory.
  const ownSession = session.fromPartition('footnote', { cache: false });
  await Promise.all([ownSession, session.defaultSession].map((each) => hardenSession(each, devServer)));

  const reportBug = openBugLog(paths.logs, systemClock);
  const preferences = openPreferences(paths.preferences);
  nativeTheme.themeSource = preferences.read().appearance;

  const loginKeys = createLoginKeys({
    file: paths.loginKeys,
    platform: process.platform,
    safeStorage,
    randomBytes: systemRandomBytes,
  });
  const keeper = createKeeperHost(
    {
      modulePath: join(import.meta.dirname, 'keeper.js'),
      answers: mode.answers,
      surroundings: (target) => keeperSurroundings(paths, target, preferences.read().secondBackups),
    },
    {
      unlocked: ({ kind, folder }) => {
        if (kind === 'journal') preferences.change({ lastJournal: folder });
        triggers.noteUnlocked();
        quickDesk.settle();
        loginKeys.lookAnew();
      },
      loginSlot: ({ folder }, is) => (is === 'added' ? loginKeys.confirm(folder) : loginKeys.forget(folder)),
      ended: ({ kind, folder }, how) => {
        quickDesk.settle();
        loginKeys.undo(folder);
        emptyFolder(paths.scratch);
        if (kind === 'sample') emptyFolder(folder);
        if (how === 'by itself') {
          lock.keeperWentAway();
          stage.send('keeperEnded', { wasExpected: false });
        }
      },
      bug: reportBug,
    },
  );
  serveApp(ownSession.protocol, {
    folder: devServer ? null : join(import.meta.dirname, '../renderer'),
    readImage: keeper.readImage,
  });
  const stage = createStage({
    page: devServer ?? appPage,
    emptyPage: closingPage,
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    session: ownSession,
    devTools: mode.devTools,
    hidesFromCapture: () => preferences.read().privacy.hideFromCapture,
    lostFocus: () => {
      if (isUnlocked() && preferences.read().privacy.curtainOnBlur && !questions.isAny()) cover();
    },
    closeRequested: () => lifecycle.closeWindow(),
    pageCrashed: () => lifecycle.recoverFromCrash(),
  });
  const isUnlocked = () => keeper.state() === 'unlocked';
  const cover = () => stage.send('curtainWanted', { because: 'blur' });
  const lock = createLock({
    isUnlocked,
    canFlush: stage.hasLivePage,
    requestFlush: (reason) => stage.send('flushRequested', { reason }),
    endKeeper: keeper.end,
    openDoor,
  });
  /** Every way to the door but the first leaves a process behind in which text was typed. */
  async function openDoor(keeperEnded: Promise<void>): Promise<unknown> {
    if (mode.afterLock === 'another page') return Promise.all([keeperEnded, stage.replace()]);
    const place = stage.clear();
    await keeperEnded;
    // Whoever wanted to quit meanwhile gets what they wanted.
    if (lifecycle.isLeaving()) return undefined;
    return beginAnew(app, process, place);
  }
  const triggers = watchForAway({
    // A journal that was closed for a restore is still on the page, and may be left like one that is open.
    isUnlocked: () => isUnlocked() || keeper.hasClosedJournal(),
    lock: lock.lock,
    cover,
    lockAfter: () => {
      const minutes = preferences.read().privacy.lockAfterMinutes;
      return minutes === null ? null : minutes * mode.minute;
    },
  });
  const questions = createOpenQuestions();
  const pickers = mode.rehearsedAnswers
    ? rehearsedPickers(mode.rehearsedAnswers)
    : systemPickers(stage.window, questions);
  const quickDesk = createQuickDesk({ stage, preferences, isUnlocked, lock: triggers.pull });
  const plainPaste = createPlainPaste(stage);
  const reminderDesk = createReminderDesk(stage, preferences);
  const lifecycle = startLifecycle({ stage, keeper, lock, pickers, openDoor });

  registerShell(
    ipcMain,
    shellDesk({
      app,
      paths,
      preferences,
      pickers,
      openAddress: mode.rehearsedAnswers ? openRehearsed(`${mode.rehearsedAnswers}.opened`) : openWithSystem,
      keeper,
      lock: {
        ...lock,
        lock: async () => {
          const outcome = await lock.lock();
          if (outcome === 'noAnswer') triggers.owe();
          return outcome;
        },
      },
      loginKeys,
      stage,
      session: ownSession,
      reportBug,
      quickDesk,
      plainPaste,
      reminderDesk,
      answers: mode.answers,
    }),
    { mainFrame: stage.mainFrame, origin: devServer ? new URL(devServer).origin : appOrigin },
  );
  installMenu({
    devTools: mode.devTools,
    lock: triggers.pull,
    quickEntry: quickDesk.open,
    pastePlain: plainPaste.choose,
    curtain: () => stage.send('curtainWanted', { because: 'chosen' }),
    toPage: (command) => stage.send('commandChosen', { command }),
  });
  quickDesk.settle();
  const place = argumentsToPlace(process.argv);
  if (place !== 'none') await stage.show(place);
}
