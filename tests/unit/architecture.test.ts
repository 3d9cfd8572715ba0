import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The third guard of the house (after project references and lint rules): it names the offending edge.
 * A layer may import itself, what is listed here, and nothing else.
 */
const root = resolve(import.meta.dirname, '../..');

const layers = [
  'content',
  'shared',
  'main/disk',
  'main/logging',
  'main/vault',
  'main/journal',
  'main/backup',
  'main/transfer',
  'main/sample',
  'main/ipc',
  'main/keeper',
  'main/shell',
  'main/cli',
  'main/index.ts',
  'preload',
  'renderer/app',
  'renderer/bridge',
  'renderer/session',
  'renderer/ui',
  'renderer/i18n',
  'renderer/styles',
  'renderer/features',
  'renderer/main.tsx',
] as const;
type Layer = (typeof layers)[number];

const allowed: Record<Layer, readonly Layer[]> = {
  content: [],
  shared: ['content'],
  'main/disk': [],
  'main/logging': ['shared'],
  'main/vault': ['shared', 'main/disk'],
  'main/journal': ['shared', 'main/disk', 'main/vault'],
  'main/backup': ['shared', 'main/disk', 'main/vault', 'main/journal'],
  'main/transfer': ['shared', 'main/disk', 'main/vault', 'main/journal'],
  'main/sample': ['shared', 'content', 'main/journal'],
  'main/ipc': [
    'shared',
    'main/logging',
    'main/vault',
    'main/journal',
    'main/backup',
    'main/transfer',
    'main/sample',
  ],
  'main/keeper': [
    'shared',
    'main/disk',
    'main/logging',
    'main/vault',
    'main/journal',
    'main/backup',
    'main/transfer',
    'main/sample',
    'main/ipc',
  ],
  'main/shell': ['shared', 'main/disk', 'main/logging', 'main/ipc', 'main/keeper'],
  'main/cli': ['shared', 'main/vault', 'main/journal', 'main/backup', 'main/transfer', 'main/sample'],
  'main/index.ts': ['shared', 'main/shell', 'main/ipc', 'main/logging'],
  preload: ['shared'],
  'renderer/i18n': ['shared'],
  'renderer/styles': [],
  'renderer/session': ['shared', 'renderer/bridge'],
  'renderer/bridge': ['shared'],
  'renderer/ui': ['shared', 'renderer/i18n', 'renderer/session'],
  'renderer/features': ['shared', 'renderer/ui', 'renderer/bridge', 'renderer/session', 'renderer/i18n'],
  'renderer/app': [
    'shared',
    'renderer/ui',
    'renderer/bridge',
    'renderer/session',
    'renderer/i18n',
    'renderer/features',
    'renderer/styles',
  ],
  'renderer/main.tsx': ['shared', 'renderer/app', 'renderer/styles', 'renderer/bridge'],
};

/** Packages a whole area must never import. */
const forbiddenPackages: readonly {
  readonly area: RegExp;
  readonly packages: RegExp;
  readonly reason: string;
}[] = [
  {
    area: /^shared\//,
    packages: /^(node:|electron(\/|$)|react|better-sqlite3|@node-rs|@lexical\/react)/,
    reason: 'shared is pure',
  },
  {
    area: /^main\/(?!shell\/|index\.ts$)/,
    packages: /^electron(\/|$)/,
    reason: 'only shell imports electron',
  },
  {
    area: /^main\/(shell\/|index\.ts$)/,
    packages: /^(better-sqlite3|@node-rs|lexical|@lexical)/,
    reason: 'the shell holds no journal',
  },
  { area: /^main\//, packages: /^react/, reason: 'main draws nothing' },
  { area: /^preload\//, packages: /^(?!electron$)/, reason: 'the preload is electron and the channel names' },
  {
    area: /^renderer\//,
    packages: /^(node:|electron(\/|$)|better-sqlite3|@node-rs)/,
    reason: 'the renderer reaches the journal over the bridge',
  },
];

interface Edge {
  readonly from: string;
  readonly specifier: string;
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile() && /\.tsx?$/.test(item.name))
    .map((item) => join(item.parentPath, item.name));
}

function edgesOf(file: string): readonly Edge[] {
  const text = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const pattern =
    /(?:^|[\n;])\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|[\n;])\s*import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...text.matchAll(pattern)].map((match) => ({
    from: relative(join(root, 'src'), file),
    specifier: match[1] ?? match[2] ?? match[3] ?? '',
  }));
}

function layerOf(pathFromRoot: string): Layer | undefined {
  const path = pathFromRoot.replace(/^src\//, '');
  return layers.find(
    (layer) => path === layer || path === layer.replace(/\.tsx?$/, '') || path.startsWith(`${layer}/`),
  );
}

const edges = sourceFiles(join(root, 'src')).flatMap(edgesOf);

describe('the house', () => {
  it('is read whole by this test', () => {
    expect(edges.length).toBeGreaterThan(100);
  });

  it('lets dependencies run downward only', () => {
    const wrong: string[] = [];
    for (const { from, specifier } of edges) {
      if (!specifier.startsWith('.')) continue;
      const target = relative(root, resolve(root, 'src', dirname(from), specifier));
      const fromLayer = layerOf(from);
      const toLayer = layerOf(target);
      if (fromLayer === undefined) wrong.push(`${from}: belongs to no layer`);
      else if (toLayer === undefined) wrong.push(`${from} -> ${target}: belongs to no layer`);
      else if (fromLayer !== toLayer && !allowed[fromLayer].includes(toLayer))
        wrong.push(`${from} -> ${target}`);
    }
    expect(wrong).toEqual([]);
  });

  it('keeps packages where they belong', () => {
    const wrong = edges
      .filter(({ specifier }) => !specifier.startsWith('.'))
      .flatMap(({ from, specifier }) =>
        forbiddenPackages
          .filter(({ area, packages }) => area.test(from) && packages.test(specifier))
          .map(({ reason }) => `${from} -> ${specifier}: ${reason}`),
      );
    expect(wrong).toEqual([]);
  });

  it('keeps features apart', () => {
    const wrong = edges.filter(({ from, specifier }) => {
      const feature = /^renderer\/features\/([^/]+)\//.exec(from)?.[1];
      if (feature === undefined || !specifier.startsWith('.')) return false;
      const target = relative(join(root, 'src'), resolve(root, 'src', dirname(from), specifier));
      const other = /^renderer\/features\/([^/]+)/.exec(target)?.[1];
      return other !== undefined && other !== feature;
    });
    expect(wrong).toEqual([]);
  });

  it('imports nothing from preload but the channel names', () => {
    const wrong = edges.filter(
      ({ from, specifier }) =>
        from.startsWith('preload/') && specifier !== 'electron' && specifier !== '../shared/ipc/channels',
    );
    expect(wrong).toEqual([]);
  });

  it('has no catch-all folders or files', () => {
    const names = sourceFiles(join(root, 'src')).filter((file) =>
      /\/(utils?|helpers?|common|misc)(\/|\.tsx?$)|\/types\.ts$/.test(file),
    );
    expect(names).toEqual([]);
  });
});
