import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { createJournal, type Journal } from '../../src/main/journal/journal';
import { createDayClock } from '../../src/main/sample/sampleClock';
import { createSeededRandom } from '../../src/main/sample/seededRandom';
import { assert } from '../../src/shared/assert';
import { createEntryId } from '../../src/shared/id';
import { exportFormatSchema, type ExportFormat } from '../../src/shared/domain/transfer';
import { addDays } from '../../src/shared/time';
import { pictureDocument } from '../support/images';
import { fillLongJournal, longRecipe } from './longJournal';
import type { LongBench } from './longYears';
import { timed, toFigure } from './measure';
import { createPhoto } from './pictures';
import { transferOutcomeSchema, type TransferOutcome, type TransferTask } from './transferChild';

type Add = (name: string, figure: object) => void;

const pictures = { count: 1_000, bytes: 1_000_000 } as const;
const appleHealth = { bytes: 1_000_000_000, workouts: 10_000 } as const;

/** The same, with what it was allowed to take: seconds, and megabytes above what the open journal has at rest. */
const bars: Readonly<Record<string, { readonly seconds: number; readonly megabytes: number }>> = {
  'export, archive': { seconds: 30, megabytes: 400 },
  'export, markdown': { seconds: 20, megabytes: 400 },
  'import, archive': { seconds: 60, megabytes: 400 },
  'look, 1 GB of Apple Health': { seconds: 90, megabytes: 300 },
};

const lookedAt: ReadonlySet<ExportFormat> = new Set(['markdown', 'day-one', 'jrnl']);

/** Leaving and coming back after twenty-seven years with a thousand pictures, each way out in a process of its own. */
export async function benchTransfer(add: Add, { folder, ports, passphrase }: LongBench): Promise<object> {
  const journalFolder = join(folder, 'Leaving.journal');
  const created = await createJournal(journalFolder, passphrase(), ports);
  assert(created.ok, 'a journal is made');
  add('transfer: fill', {
    measured: toFigure([
      await timed(() => {
        fillLongJournal(created.value);
        addPictures(created.value);
      }),
    ]),
  });
  while (created.value.rest() === 'more');
  const counts = created.value.everything.counts();
  created.value.close();

  const scratchFolder = join(folder, 'scratch');
  const note = async (name: string, task: TransferTask): Promise<void> => {
    const outcome = await runChild(task);
    add(`transfer: ${name}`, { ...outcome, ...(bars[name] && { bar: bars[name] }) });
  };
  const archive = join(folder, 'whole.footnote.zip');
  const sealed = join(folder, 'sealed.footnote.zip');
  const exporting = { is: 'export', journalFolder, scratchFolder } as const;
  await note('export, archive', { ...exporting, format: 'archive', isSealed: false, target: archive });
  await note('export, sealed archive', { ...exporting, format: 'archive', isSealed: true, target: sealed });
  const nothing = join(folder, 'Nothing.journal');
  await createEmpty(nothing, { ports, passphrase });
  for (const format of exportFormatSchema.options.filter((each) => each !== 'archive')) {
    const target = join(folder, `out-${format}`);
    await note(`export, ${format}`, { ...exporting, format, isSealed: false, target });
    // What another program's journal costs to read, told by our own of twenty-seven years.
    if (lookedAt.has(format))
      await note(`look, ${format}`, {
        is: 'import',
        journalFolder: nothing,
        scratchFolder,
        from: target,
        isSealed: false,
        isMerged: false,
      });
    rmSync(target, { recursive: true, force: true });
  }
  for (const [name, from, isSealed] of [
    ['archive', archive, false],
    ['sealed archive', sealed, true],
  ] as const) {
    const empty = join(folder, `Back-${name}.journal`);
    await createEmpty(empty, { ports, passphrase });
    const importing = { is: 'import', scratchFolder, from, isSealed } as const;
    await note(`import, ${name}`, { ...importing, journalFolder: empty, isMerged: true });
    await note(`look, ${name} of what is here`, { ...importing, journalFolder: empty, isMerged: false });
    rmSync(empty, { recursive: true });
    rmSync(from);
  }
  const health = join(folder, 'export.xml');
  await writeAppleHealth(health);
  await note('look, 1 GB of Apple Health', {
    is: 'import',
    journalFolder,
    scratchFolder,
    from: health,
    isSealed: false,
    isMerged: false,
  });
  const megabytes = Math.round(statSync(join(journalFolder, 'journal.db')).size / 1e6);
  return { recipe: longRecipe, pictures, ...counts, megabytes };
}

async function createEmpty(
  place: string,
  { ports, passphrase }: Pick<LongBench, 'ports' | 'passphrase'>,
): Promise<void> {
  const made = await createJournal(place, passphrase(), ports);
  assert(made.ok, 'an empty journal');
  made.value.close();
}

function addPictures(journal: Journal): void {
  const random = createSeededRandom(longRecipe.seed);
  for (let index = 0; index < pictures.count; index += 1) {
    const day = addDays(longRecipe.lastDay, -Math.floor((index * longRecipe.days) / pictures.count));
    const moment = createDayClock(day, longRecipe.zone)(random.between(360, 1430));
    const added = journal.images.add(createPhoto(2560, 1920, pictures.bytes));
    assert(added.ok, 'a picture goes in');
    const document = pictureDocument([added.value.id], 'The path by the river, as it was that day.');
    const id = createEntryId(moment.at, random.bytes);
    journal.inTransaction(() => journal.entries.insert({ id, moment, document }));
  }
}

/** This program again, with one task. */
async function runChild(task: TransferTask): Promise<TransferOutcome> {
  const child = spawn(process.execPath, [process.argv[1] ?? '', '--transfer-task', JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  for await (const part of child.stdout) text += String(part);
  return transferOutcomeSchema.parse(JSON.parse(text));
}

/** What a watch worn for years leaves: hearts and steps by the million, and workouts among them. */
async function writeAppleHealth(path: string): Promise<void> {
  mkdirSync(join(path, '..'), { recursive: true });
  const file = createWriteStream(path);
  const put = async (text: string): Promise<void> => {
    if (!file.write(text)) await once(file, 'drain');
  };
  await put(
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record|Workout)*>\n]>\n<HealthData locale="en_GB">\n`,
  );
  const random = createSeededRandom(3);
  const perWorkout = Math.floor(appleHealth.bytes / appleHealth.workouts);
  const first = Date.UTC(2012, 0, 1);
  for (let workout = 0; workout < appleHealth.workouts; workout += 1) {
    const at = first + workout * 12 * 3_600_000;
    const parts = [workoutAt(at, random.between(15, 90))];
    let length = parts[0]?.length ?? 0;
    for (let record = 0; length < perWorkout; record += 1) {
      const text = recordAt(at + record * 60_000, random.between(50, 170));
      parts.push(text);
      length += text.length;
    }
    await put(parts.join(''));
  }
  await put('</HealthData>\n');
  file.end();
  await once(file, 'close');
}

const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} +0000`;

const recordAt = (at: number, value: number): string =>
  ` <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" sourceVersion="10.1" device="&lt;&lt;HKDevice: 0x2&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,7&gt;" unit="count/min" creationDate="${stamp(at)}" startDate="${stamp(at)}" endDate="${stamp(at)}" value="${value}">\n  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="1"/>\n </Record>\n`;

const workoutAt = (at: number, minutes: number): string =>
  ` <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="${minutes}" durationUnit="min" sourceName="Watch" startDate="${stamp(at)}" endDate="${stamp(at + minutes * 60_000)}">\n  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="${minutes / 6}" unit="km"/>\n </Workout>\n`;
