// npm run -s footnote -- COMMAND FOLDER …: the journal without a window. Standard output belongs to the command alone.
import './runtime/requireNode.mjs';
import { join } from 'node:path';
import { ensureBuilt } from './runtime/build.mjs';
import { projectFolder } from './runtime/places.mjs';
import { runCommand } from './runtime/refusal.mjs';
import { runInForeground } from './runtime/run.mjs';

await runCommand(async () => {
  await ensureBuilt();
  // npm runs scripts in the root of the checkout; a relative path means the folder the person is in.
  return runInForeground(
    process.execPath,
    [join(projectFolder, 'out/main/footnote.js'), ...process.argv.slice(2)],
    { cwd: process.env['INIT_CWD'] ?? process.cwd() },
  );
});
