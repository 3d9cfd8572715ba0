// A window as Electron makes it, without any of our layers: what leaks here, the tests would see in the app as well.
const { app, BrowserWindow, protocol } = require('electron');

protocol.registerSchemesAsPrivileged([{ scheme: 'plain', privileges: { standard: true, secure: true } }]);

app.on('ready', async () => {
  protocol.handle(
    'plain',
    () => new Response('<!doctype html><body></body>', { headers: { 'content-type': 'text/html' } }),
  );
  const window = new BrowserWindow({ width: 800, height: 600 });
  await window.loadURL('plain://app/');
});
app.on('window-all-closed', () => app.quit());
