import { nativeTheme, session, type App, type Session } from 'electron';
import { assert } from '../../shared/assert';
import { keeperPortMessage, type ShellChannel } from '../../shared/ipc/channels';
import type { ReportBug } from '../logging/bugReport';
import type { Desk } from '../ipc/respond';
import { checkOffline } from './checkOffline';
import type { Pickers } from './dialogs';
import { createPathTokens } from './journalPlaces';
import type { KeeperHost } from './keeperProcess';
import type { Lock } from './lock';
import type { OpenAddress } from './openAddress';
import type { LoginKeys } from './loginKeys';
import { createSampleFolder, documentsFolder, type ShellPaths } from './paths';
import type { PreferencesFile } from './preferences';
import { pagesOptions } from './packetPages';
import type { PlainPaste } from './plainPaste';
import type { QuickDesk } from './quickDesk';
import type { ReminderDesk } from './reminderDesk';
import { shellHandlers } from './shellHandlers';
import { systemClock, systemRandomBytes } from './systemPorts';
import { usualPaper } from './usualPaper';
import type { Stage } from './window';

export interface DeskParts {
  readonly app: App;
  readonly paths: ShellPaths;
  readonly preferences: PreferencesFile;
  readonly pickers: Pickers;
  readonly openAddress: OpenAddress;
  readonly keeper: KeeperHost;
  readonly lock: Lock;
  readonly loginKeys: LoginKeys;
  readonly stage: Stage;
  readonly session: Session;
  readonly reportBug: ReportBug;
  readonly quickDesk: QuickDesk;
  readonly plainPaste: PlainPaste;
  readonly reminderDesk: ReminderDesk;
  readonly answers: 'checked' | 'trusted';
}

/** The shell's side of the bridge, with everything it needs of Electron. */
export function shellDesk(parts: DeskParts): Desk<ShellChannel> {
  const { app, keeper, stage } = parts;
  const paper = () => usualPaper({ environment: process.env, country: app.getLocaleCountryCode() });
  return {
    handlers: shellHandlers({
      ...parts,
      settleQuick: parts.quickDesk.settle,
      quickDone: parts.quickDesk.done,
      pastePlain: parts.plainPaste.paste,
      settleReminders: () => {
        parts.reminderDesk.settle();
        return parts.reminderDesk.canShow() ? 'shown' : 'none';
      },
      version: app.getVersion(),
      clock: systemClock,
      home: app.getPath('home'),
      documents: documentsFolder(app),
      userData: parts.paths.userData,
      tokens: createPathTokens(systemClock, systemRandomBytes),
      sampleFolder: () => createSampleFolder(parts.paths.session),
      applyAppearance: (appearance) => {
        nativeTheme.themeSource = appearance;
      },
      applyPrivacy: ({ hideFromCapture }) => stage.window()?.setContentProtection(hideFromCapture),
      checkOffline: () =>
        checkOffline({
          own: parts.session,
          plain: session.defaultSession,
          page: () => stage.window()?.webContents,
        }),
      paper,
      pageAsPdf: async () => {
        const contents = stage.window()?.webContents;
        assert(contents, 'the page that asked is there');
        return contents.printToPDF({
          printBackground: false,
          preferCSSPageSize: true,
          pageSize: paper() === 'letter' ? 'Letter' : 'A4',
          generateTaggedPDF: true,
        });
      },
      pagesAsPdf: async () => {
        const contents = stage.window()?.webContents;
        assert(contents, 'the page that asked is there');
        const pages = await contents.printToPDF(pagesOptions);
        const pdf = new Uint8Array(pages);
        pages.fill(0);
        return pdf;
      },
      givePort: (port) => stage.window()?.webContents.postMessage(keeperPortMessage, null, [port]),
    }),
    state: keeper.state,
    answers: parts.answers,
    createReference: () => Buffer.from(systemRandomBytes(4)).toString('hex'),
    reportBug: parts.reportBug,
  };
}
