// What `electron <folder>` runs in the fallback runtime, in place of the default app of a stock Electron.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

Object.defineProperty(process, 'defaultApp', { value: true });

try {
  const { modules, path } = readArguments(process.argv.slice(1));
  if (path === undefined) throw new Error('usage: electron <folder or file>');
  const require = createRequire(import.meta.url);
  for (const module of modules) require(module);
  // Awaited at the top level: Electron holds `ready` back until then, as with a stock one. Otherwise it would be too late for
  // whatever the app must do before, such as registering a privileged scheme.
  await import(pathToFileURL(entryPoint(resolve(path))).href);
} catch (error) {
  // A throw from here would open a dialog that nobody sees on a virtual display.
  console.error(error);
  process.exit(1);
}

/**
 * The first argument that is no switch is the app; `-r <module>` before it is how Playwright gets in.
 * @param {readonly string[]} args
 */
function readArguments(args) {
  const modules = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') modules.push(args[(index += 1)]);
    else if (!argument.startsWith('-')) return { modules, path: argument };
  }
  return { modules, path: undefined };
}

/** @param {string} path */
function entryPoint(path) {
  if (!statSync(path).isDirectory()) {
    app.setAppPath(dirname(path));
    return path;
  }
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const name = manifest.productName ?? manifest.name;
  if (name) app.setName(name);
  if (manifest.version) app.setVersion(manifest.version);
  app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`);
  app.setAppPath(path);
  return join(path, manifest.main ?? 'index.js');
}
