// The app itself, with the layers that FOOTNOTE_TEST_WITHOUT names taken off from outside. It needs an Electron that runs any
// folder; a packaged app runs its own archive and nothing else.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, session } from 'electron';

const without = new Set((process.env.FOOTNOTE_TEST_WITHOUT ?? '').split(','));
const switchesOf = {
  resolver: ['host-resolver-rules', 'dns-prefetch-disable'],
  proxy: ['proxy-server', 'proxy-bypass-list'],
  quiet: [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ],
};
const dropped = new Set(
  Object.entries(switchesOf).flatMap(([layer, names]) => (without.has(layer) ? names : [])),
);

const appendSwitch = app.commandLine.appendSwitch.bind(app.commandLine);
app.commandLine.appendSwitch = (name, value) => {
  if (!dropped.has(name)) appendSwitch(name, value);
};

const weakened = new WeakSet();

/** @param {Electron.Session} own */
function weaken(own) {
  if (weakened.has(own)) return own;
  weakened.add(own);
  if (without.has('webRequest')) own.webRequest.onBeforeRequest = () => undefined;
  if (without.has('permissions')) {
    own.setPermissionRequestHandler = () => undefined;
    own.setPermissionCheckHandler = () => undefined;
  }
  if (without.has('dictionaries')) {
    own.setSpellCheckerLanguages = () => undefined;
    own.setSpellCheckerEnabled = () => undefined;
  }
  if (without.has('proxy')) {
    const setProxy = own.setProxy.bind(own);
    own.setProxy = () => setProxy({ mode: 'direct' });
  }
  if (without.has('policy')) {
    const handle = own.protocol.handle.bind(own.protocol);
    own.protocol.handle = (scheme, answer) =>
      handle(scheme, async (request) => {
        const response = await answer(request);
        const headers = new Headers(response.headers);
        headers.delete('content-security-policy');
        return new Response(response.body, { status: response.status, headers });
      });
  }
  return own;
}

const fromPartition = session.fromPartition.bind(session);
session.fromPartition = (...args) => weaken(fromPartition(...args));
app.on('session-created', weaken);

app.on('web-contents-created', (_event, contents) => {
  if (without.has('realtime')) contents.setWebRTCIPHandlingPolicy = () => undefined;
  if (!without.has('navigation')) return;
  contents.setWindowOpenHandler = () => undefined;
  const on = contents.on.bind(contents);
  contents.on = (event, listener) => (event.startsWith('will-') ? contents : on(event, listener));
});

await import(pathToFileURL(join(process.env.FOOTNOTE_APP_FOLDER, 'out/main/index.js')).href);
