// npm run build: the app into out/, unless it is there already and nothing has changed.
import './runtime/requireNode.mjs';
import { ensureBuilt } from './runtime/build.mjs';
import { runCommand } from './runtime/refusal.mjs';

await runCommand(async () => {
  await ensureBuilt();
  return 0;
});
