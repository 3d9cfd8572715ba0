import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestFolder } from '../../support/testFolder';

/** Inside node_modules, so that what stays outside the bundle is found from there. */
const bundleFolder = resolve('node_modules/.cache/footnote/cli-test');
const program = join(bundleFolder, 'footnote.js');
const passphrase = 'geese over the long field';

let place: ReturnType<typeof createTestFolder>;
beforeAll(async () => {
  place = createTestFolder();
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: 'src/main/cli/footnote.ts',
      outDir: bundleFolder,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
    },
  });
}, 60_000);
afterAll(() => place[Symbol.dispose]());

/** The memory of the person who runs the tests is none of their business. */
const ownProfile = () => ({ ...process.env, FOOTNOTE_USER_DATA: join(place.path, 'profile') });

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

function spawned(
  line: readonly string[],
  input: string,
  nodeOptions: readonly string[] = [],
): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...nodeOptions, program, ...line], {
      stdio: 'pipe',
      env: ownProfile(),
    });
    let out = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, out, said }));
    // A program that has all it needs may be gone before its input ends.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

describe('the footnote program', () => {
  it('creates, adds, finds, exports and verifies, from one process to the next', async () => {
    const folder = join(place.path, 'Mine.journal');
    const target = join(place.path, 'out.json');
    const stdin = ['--passphrase-stdin'];
    const created = await spawned(['create', folder, ...stdin, '--json'], `${passphrase}\n`);
    expect(created).toMatchObject({ code: 0, said: '' });
    const { recoveryCode } = JSON.parse(created.out);
    const added = await spawned(
      ['add', folder, ...stdin, '--mood', '6', '--json'],
      `${passphrase}\nThe *orchard* path\n`,
    );
    expect(added).toMatchObject({ code: 0, said: '' });
    const found = await spawned(['search', folder, 'orchard', ...stdin, '--json'], `${passphrase}\n`);
    expect(JSON.parse(found.out)).toMatchObject({
      ok: true,
      total: 1,
      hits: [{ id: JSON.parse(added.out).entryId }],
    });
    expect(
      await spawned(['export', folder, target, '--format', 'json', ...stdin], `${passphrase}\n`),
    ).toMatchObject({ code: 0 });
    expect(readFileSync(target, 'utf8')).toContain('orchard');
    expect(await spawned(['verify', folder, ...stdin], `${passphrase}\n`)).toMatchObject({
      code: 0,
      out: 'All is as it was written: one entry, 0 in the bin, one check-in, 0 sessions.\n',
    });
    const backup = await spawned(['backup', folder, ...stdin, '--json'], `${passphrase}\n`);
    const { id } = JSON.parse(backup.out).backup;
    expect(await spawned(['restore', folder, id], '')).toMatchObject({ code: 0 });
    const recovered = await spawned(['recover', folder, ...stdin], `${recoveryCode}\nanother long field\n`);
    expect(recovered).toMatchObject({ code: 0, said: '' });
    expect(await spawned(['list', folder, ...stdin], 'another long field\n')).toMatchObject({ code: 0 });
    expect(await spawned(['verify', folder, ...stdin], 'wrong\n')).toEqual({
      code: 3,
      out: '',
      said: 'footnote: The passphrase does not open this journal.\n',
    });
  }, 60_000);

  it('ends although its input stays open', async () => {
    const child = spawn(process.execPath, [program, 'list', join(place.path, 'none'), '--passphrase-stdin'], {
      stdio: 'pipe',
      env: ownProfile(),
    });
    child.stdin.write('geese\n');
    const code = await new Promise((done) => child.on('close', done));
    expect(code).toBe(4);
  }, 30_000);

  it.skipIf(process.platform === 'win32')(
    'takes away what it had written out when Ctrl+C is pressed',
    async () => {
      const folder = join(place.path, 'Long.journal');
      const target = join(place.path, 'to');
      mkdirSync(target);
      const stdin = ['--passphrase-stdin'];
      expect(await spawned(['sample', folder, '--years', '2', ...stdin], `${passphrase}\n`)).toMatchObject({
        code: 0,
      });
      const line = [program, 'export', folder, join(target, 'out'), '--format', 'markdown', ...stdin];
      const child = spawn(process.execPath, line, { stdio: 'pipe', env: ownProfile() });
      const ended = new Promise((done) => child.on('close', done));
      child.stdin.end(`${passphrase}\n`);
      await expect.poll(() => readdirSync(target), { timeout: 20_000, interval: 5 }).not.toEqual([]);
      child.kill('SIGINT');
      expect(await ended).toBe(8);
      expect(readdirSync(target)).toEqual([]);
    },
    60_000,
  );

  it('says in plain words that a Node is too old for it', async () => {
    const older = "Object.defineProperty(process.versions, 'node', { value: '22.13.1' })";
    const ended = await spawned(['--help'], '', [
      '--import',
      `data:text/javascript,${encodeURIComponent(older)}`,
    ]);
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.said).toMatch(/^footnote: this is Node 22\.13\.1, and Footnote needs 22\.14 or newer\./);
  });
});
