import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { openJournal, type JournalPorts } from '../../src/main/journal/journal';
import { exportJournal } from '../../src/main/transfer/exportJournal';
import { createPace } from '../../src/main/transfer/pace';
import { lookAtFile } from '../../src/main/transfer/import/lookAtFile';
import { assert } from '../../src/shared/assert';
import { exportFormatSchema } from '../../src/shared/domain/transfer';
import { timed } from './measure';

/** One long piece of work in a process of its own, so that its memory can be told from everybody else's. */
export const transferTaskSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('export'),
    journalFolder: z.string(),
    scratchFolder: z.string(),
    format: exportFormatSchema,
    isSealed: z.boolean(),
    target: z.string(),
  }),
  z.strictObject({
    is: z.literal('import'),
    journalFolder: z.string(),
    scratchFolder: z.string(),
    from: z.string(),
    isSealed: z.boolean(),
    /** Takes it over after it was looked at. */
    isMerged: z.boolean(),
  }),
]);
export type TransferTask = z.infer<typeof transferTaskSchema>;

/** `megabytesAboveIdle`: resident memory at its highest, above what the open journal had at rest. Null where the system does not tell. */
export const transferOutcomeSchema = z.strictObject({
  milliseconds: z.number(),
  /** Work of all threads together; on a busy machine it says more than the clock on the wall. */
  processorMilliseconds: z.number(),
  idleMegabytes: z.number().nullable(),
  megabytesAboveIdle: z.number().nullable(),
  said: z.string(),
});
export type TransferOutcome = z.infer<typeof transferOutcomeSchema>;

export async function runTransferTask(
  task: TransferTask,
  ports: JournalPorts,
  passphrase: () => Uint8Array,
): Promise<TransferOutcome> {
  const { journalFolder, scratchFolder } = task;
  const readerScript = pathToFileURL(resolve('out/main/foreignReader.js'));
  const opened = await openJournal(journalFolder, passphrase(), { ...ports, scratchFolder });
  assert(opened.ok, 'the journal opens');
  const journal = opened.value;
  journal.today.read();
  const idle = residentMegabytes('VmRSS');
  forgetPeak();
  let said = '';
  const before = process.cpuUsage();
  const milliseconds = await timed(async () => {
    if (task.is === 'export') {
      const { format, target, isSealed } = task;
      const done = await exportJournal(
        journal,
        {
          format,
          target,
          days: { from: null, to: null },
          ...(isSealed && { passphrase: passphrase() }),
        },
        { sealing: ports },
      );
      said = done.ok ? `${done.value.files} files` : done.error.type;
      return;
    }
    const looking = {
      ...ports,
      scratchFolder,
      readerScript,
      ...(task.isSealed && { passphrase: passphrase() }),
    };
    const looked = await lookAtFile(task.from, journal, looking, async ({ source, holdings }) => {
      if (!task.isMerged) return JSON.stringify(journal.imports.judge(holdings));
      const brought = await journal.imports.bringPictures(holdings.images, createPace({}));
      assert(brought.ok, 'the pictures come in');
      return JSON.stringify(await journal.imports.merge(holdings, source, brought.value, createPace({})));
    });
    said = looked.ok ? looked.value : looked.error.type;
  });
  const { user, system } = process.cpuUsage(before);
  const peak = residentMegabytes('VmHWM');
  journal.close();
  return {
    milliseconds: Math.round(milliseconds),
    processorMilliseconds: Math.round((user + system) / 1000),
    idleMegabytes: idle,
    megabytesAboveIdle: peak === null || idle === null ? null : Math.max(0, peak - idle),
    said,
  };
}

function residentMegabytes(field: 'VmRSS' | 'VmHWM'): number | null {
  if (process.platform !== 'linux') return null;
  const line = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(readFileSync('/proc/self/status', 'utf8'));
  return line === null ? null : Math.round(Number(line[1]) / 1000);
}

/** The highest mark is counted from here. */
function forgetPeak(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
}
