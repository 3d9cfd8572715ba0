import type { App, Session, WebContents } from 'electron';

/** Taken away from packaged apps: each of them opens the app to other programs, the network or a log file. */
const dangerousSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-socket-name',
  'remote-allow-origins',
  'enable-automation',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-port',
  'inspect-publish-uid',
  'inspect-wait',
  'log-net-log',
  'net-log-capture-mode',
  'enable-logging',
  'log-file',
  'log-level',
  'v',
  'vmodule',
  'trace-startup',
  'trace-startup-file',
  'trace-config-file',
  'enable-tracing',
  'enable-tracing-output',
  'enable-crash-reporter',
  'enable-crash-reporter-for-testing',
  'crash-dumps-dir',
  'load-extension',
  'disable-extensions-except',
  'disable-web-security',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'unsafely-treat-insecure-origin-as-secure',
  'disable-site-isolation-trials',
  'disable-features',
  'enable-features',
  'enable-blink-features',
  'disable-blink-features',
  'js-flags',
  'no-proxy-server',
  'proxy-auto-detect',
  'proxy-pac-url',
  'proxy-server',
  'proxy-bypass-list',
  'host-rules',
  'host-resolver-rules',
  'ignore-certificate-errors',
  'ssl-key-log-file',
  'auth-server-whitelist',
  'webrtc-event-logging',
  'force-webrtc-ip-handling-policy',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
] as const;

export const webRtcPolicy = 'disable_non_proxied_udp';

/** Nothing is on the network at this address; whatever tries to get out ends here. */
export const deadProxy = 'socks5://127.0.0.1:9';
const noLoopbackException = '<-loopback>';

/** First thing of all. `devServer` exists in development only and is then the one address that answers. */
export function hardenCommandLine(app: App, devServer: string | undefined): void {
  if (app.isPackaged) {
    for (const name of dangerousSwitches) app.commandLine.removeSwitch(name);
    // Otherwise Node opens its debugger at this signal; a fuse forbids it too. Windows has no such signal.
    if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined);
  }
  const offline: readonly (readonly [string, string?])[] = [
    ['host-resolver-rules', devServer ? 'MAP * ~NOTFOUND, EXCLUDE localhost' : 'MAP * ~NOTFOUND'],
    ...(devServer
      ? []
      : ([
          ['proxy-server', deadProxy],
          ['proxy-bypass-list', noLoopbackException],
        ] as const)),
    ['disable-background-networking'],
    ['disable-component-update'],
    ['disable-domain-reliability'],
    ['dns-prefetch-disable'],
    ['disable-gpu-shader-disk-cache'],
    ['disable-http-cache'],
    ['no-pings'],
  ];
  for (const [name, value] of offline) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
  // It takes `--no-sandbox` back, without which nothing starts as root. We never add that switch.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

/** For our own session and for Electron's default one, which is there even though nobody uses it. */
export async function hardenSession(session: Session, devServer: string | undefined): Promise<void> {
  // An empty list: otherwise Chromium fetches a dictionary at every start.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwnAddress(url, devServer) }));
  session.on('will-download', (event) => event.preventDefault());
  if (!devServer) {
    await session.setProxy({
      mode: 'fixed_servers',
      proxyRules: deadProxy,
      proxyBypassRules: noLoopbackException,
    });
  }
}

function isOwnAddress(url: string, devServer: string | undefined): boolean {
  if (/^(footnote|blob|devtools):/.test(url)) return true;
  return devServer !== undefined && isAtServer(url, devServer);
}

/** For every web contents there will ever be, before it loads anything. */
export function hardenContents(contents: WebContents, devServer: string | undefined): void {
  // Neither content security policy nor the proxy covers WebRTC; without this it speaks UDP.
  contents.setWebRTCIPHandlingPolicy(webRtcPolicy);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const stay = (event: { readonly url: string; readonly preventDefault: () => void }) => {
    // Vite reloads its page when it cannot swap a module.
    if (devServer === undefined || !isAtServer(event.url, devServer)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function isAtServer(url: string, devServer: string): boolean {
  return new URL(url).host === new URL(devServer).host;
}
