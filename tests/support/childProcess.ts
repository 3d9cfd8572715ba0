import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';

export interface ChildProgram extends AsyncDisposable {
  /** For Node. */
  readonly path: string;
  readonly start: (...programArguments: readonly string[]) => ChildProcess;
}

/** Builds a TypeScript file so that the Node of this test can run it in a process of its own. */
export async function buildChild(entry: string): Promise<ChildProgram> {
  // Inside node_modules, so that the program finds the native addons.
  const cache = resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'footnote-child-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: entry, outDir, rollupOptions: { output: { entryFileNames: '[name].mjs' } } },
  });
  const program = join(outDir, `${basename(entry, '.ts')}.mjs`);
  const started: ChildProcess[] = [];
  return {
    path: program,
    start: (...programArguments) => {
      const child = spawn(process.execPath, [program, ...programArguments], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      started.push(child);
      return child;
    },
    [Symbol.asyncDispose]: async () => {
      for (const child of started) child.kill('SIGKILL');
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

/** The first line a child prints. */
export async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    const end = text.indexOf('\n');
    if (end !== -1) return text.slice(0, end);
  }
  return text;
}

export const exitOf = async (child: ChildProcess): Promise<void> =>
  await new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once('exit', () => done());
  });
