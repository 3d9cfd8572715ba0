import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { projectFolder } from '../runtime/places.mjs';

const packages = join(projectFolder, 'node_modules');

/**
 * The licences of every package that is in the app: what `src` imports, the fonts it names, and what those need in their turn. The
 * runtime brings its own, LICENSE.electron.txt and LICENSES.chromium.html.
 * @param {string} folder of the packaged app
 */
export function writeLicences(folder) {
  const target = join(folder, 'licences');
  mkdirSync(target, { recursive: true });
  const list = [];
  for (const name of packagesOfTheApp()) {
    const place = join(packages, name);
    const { version, license } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
    list.push(`${name} ${version}: ${typeof license === 'string' ? license : 'see its own text'}`);
    const texts = readdirSync(place).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
    for (const file of texts)
      copyFileSync(join(place, file), join(target, `${name.replace('/', '-')}-${file}`));
  }
  writeFileSync(join(target, 'packages.txt'), `${list.join('\n')}\n`);
}

/** @returns {readonly string[]} in the order of the alphabet */
function packagesOfTheApp() {
  const found = new Set();
  const waiting = importedBy(join(projectFolder, 'src'));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const manifest = join(packages, name, 'package.json');
    if (found.has(name) || !existsSync(manifest)) continue;
    found.add(name);
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
    waiting.push(...Object.keys(dependencies), ...Object.keys(optionalDependencies));
  }
  return [...found].toSorted();
}

/** @param {string} folder */
function importedBy(folder) {
  const names = new Set();
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!item.isFile() || !/\.(tsx?|css)$/.test(item.name)) continue;
    const text = readFileSync(join(item.parentPath, item.name), 'utf8');
    for (const [, specifier = ''] of text.matchAll(/(?:from|import|import\()\s*['"]([^'".][^'"]*)['"]/g)) {
      const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
      if (!name.startsWith('node:') && !builtinModules.includes(name) && name !== 'electron') names.add(name);
    }
  }
  return [...names];
}
