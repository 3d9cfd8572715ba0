// npm run bench: runs tests/bench/index.ts on the pinned Node; its one JSON document is all there is on standard output.
import './runtime/requireNode.mjs';
import { join } from 'node:path';
import { build } from 'vite';
import { checkoutCache, projectFolder } from './runtime/places.mjs';
import { prepareApp } from './runtime/prepareApp.mjs';
import { runCommand } from './runtime/refusal.mjs';
import { endTogether, runInForeground } from './runtime/run.mjs';

// Inside node_modules, so that what stays outside the bundle is found from there.
const bundle = join(checkoutCache, 'bench');

endTogether();
await runCommand(async () => {
  const env = await prepareApp();
  // Node's own type stripping would want file extensions in every import.
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'silent',
    build: {
      ssr: 'tests/bench/index.ts',
      outDir: bundle,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
    },
  });
  return runInForeground(process.execPath, [join(bundle, 'index.js'), ...process.argv.slice(2)], {
    cwd: projectFolder,
    env,
  });
});
