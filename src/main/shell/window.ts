import { BrowserWindow, nativeTheme, type Session, type WebFrameMain } from 'electron';
import type { ShellEvent } from '../../shared/ipc/channels';
import type { EventPayload } from '../../shared/ipc/contract';
import { placeOf, type WindowPlace } from './windowPlace';
import { words } from './words';

/** The paper of `styles/tokens.css`, so that nothing flashes before the page is there. */
const paper = { light: '#fbf8f3', dark: '#181b1a' } as const;

export interface StageParts {
  readonly preload: string;
  readonly page: string;
  /** Stands in a window from which everything was taken. */
  readonly emptyPage: string;
  readonly session: Session;
  readonly devTools: 'on' | 'off';
  /** Whether the system should keep the window out of pictures of the screen; asked for each new window. */
  readonly hidesFromCapture: () => boolean;
  readonly lostFocus: () => void;
  /** The person wants to close the window; it stays until `leave`. */
  readonly closeRequested: () => void;
  /** The page's process ended by itself. */
  readonly pageCrashed: () => void;
}

/** One window, and at a lock another one in its place. */
export interface Stage {
  readonly show: (place?: WindowPlace) => Promise<void>;
  /** Takes away the page and its process at once; the window shows nothing but the app's name. Answers where it stands. */
  readonly clear: () => WindowPlace | 'none';
  /** The same place on the screen, a new process behind it; the old one is destroyed. Does nothing without a window. */
  readonly replace: () => Promise<void>;
  readonly leave: () => void;
  readonly window: () => BrowserWindow | undefined;
  readonly mainFrame: () => WebFrameMain | undefined;
  readonly hasLivePage: () => boolean;
  readonly send: <Event extends ShellEvent>(event: Event, payload: EventPayload<Event>) => void;
}

export function createStage(parts: StageParts): Stage {
  let current: BrowserWindow | undefined;
  /** From then on this process only ends. */
  let isCleared = false;

  nativeTheme.on('updated', () => current?.setBackgroundColor(paperNow()));

  function open(like: WindowPlace | undefined): { window: BrowserWindow; shown: Promise<void> } {
    const window = new BrowserWindow({
      ...(like ? like.bounds : { width: 1280, height: 800, center: true }),
      minWidth: 900,
      minHeight: 600,
      show: false,
      title: words.appName,
      backgroundColor: paperNow(),
      autoHideMenuBar: true,
      webPreferences: {
        session: parts.session,
        preload: parts.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        navigateOnDragDrop: false,
        safeDialogs: true,
        spellcheck: false,
        v8CacheOptions: 'none',
        devTools: parts.devTools === 'on',
      },
    });
    // Linux has nothing like it, and ignores it.
    window.setContentProtection(parts.hidesFromCapture());
    window.on('blur', () => {
      if (current === window) parts.lostFocus();
    });
    window.on('page-title-updated', (event) => event.preventDefault());
    window.on('close', (event) => {
      event.preventDefault();
      parts.closeRequested();
    });
    window.on('closed', () => {
      if (current === window) current = undefined;
    });
    window.webContents.on('render-process-gone', () => {
      if (current === window && !isCleared) parts.pageCrashed();
    });
    const shown = new Promise<void>((resolve) => {
      window.once('ready-to-show', () => {
        present(window, like);
        resolve();
      });
      window.once('closed', resolve);
    });
    return { window, shown };
  }

  async function load(window: BrowserWindow, page = parts.page): Promise<void> {
    // A window that is closed while it loads rejects; there is nothing to do about it.
    await window.loadURL(page).catch(() => undefined);
  }

  const alive = () => (current && !current.isDestroyed() ? current : undefined);

  return {
    show: async (place) => {
      const existing = alive();
      if (existing) {
        if (existing.isMinimized()) existing.restore();
        existing.focus();
        return;
      }
      const { window, shown } = open(place);
      current = window;
      await Promise.all([load(window), shown]);
    },
    clear: () => {
      const window = alive();
      if (!window) return 'none';
      const place = placeOf(window);
      isCleared = true;
      if (!window.webContents.isCrashed()) window.webContents.forcefullyCrashRenderer();
      void load(window, parts.emptyPage);
      return place;
    },
    replace: async () => {
      const old = alive();
      if (!old) return;
      const { window, shown } = open(placeOf(old));
      current = window;
      // What it held goes now; its window keeps the place, in the colour of paper, until the next one is there.
      if (!old.webContents.isCrashed()) old.webContents.forcefullyCrashRenderer();
      await Promise.all([load(window), shown]);
      old.destroy();
    },
    leave: () => {
      const window = current;
      current = undefined;
      window?.destroy();
    },
    window: alive,
    mainFrame: () => alive()?.webContents.mainFrame,
    hasLivePage: () => {
      const contents = alive()?.webContents;
      return contents !== undefined && !contents.isDestroyed() && !contents.isCrashed();
    },
    send: (event, payload) => alive()?.webContents.send(event, payload),
  };
}

function paperNow(): string {
  return nativeTheme.shouldUseDarkColors ? paper.dark : paper.light;
}

function present(window: BrowserWindow, like: WindowPlace | undefined): void {
  if (like?.state === 'minimized') {
    window.minimize();
    return;
  }
  if (like?.state === 'maximized') window.maximize();
  if (like?.state === 'fullScreen') window.setFullScreen(true);
  // Somebody may be in another program by now.
  if (like?.focus === 'had not') window.showInactive();
  else window.show();
}
