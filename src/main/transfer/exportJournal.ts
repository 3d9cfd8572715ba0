import { assert } from '../../shared/assert';
import { exportShapes, type ExportChoices, type ExportReport } from '../../shared/domain/transfer';
import type { Failure } from '../../shared/ipc/failures';
import type { RandomBytes } from '../../shared/ports';
import { err, type Result } from '../../shared/result';
import { isInJournal } from '../disk/isInJournal';
import type { Journal } from '../journal/journal';
import { calibrateKdf } from '../vault/calibrateKdf';
import { isPassphraseBlank, type KdfCost } from '../vault/keyDerivation';
import { sealArchive } from './archive/sealedArchive';
import { exportWriters, type WriterOrder } from './export/exportWriters';
import { limitToDays } from './export/limitToDays';
import { systemDisk, type ExportDisk } from './exportDisk';
import { createPace, type Pace } from './pace';
import { stageExport, type TargetFailure } from './stageExport';

/** What an export reads; nothing here can write to the journal. */
export type ExportSource = Pick<Journal, 'name' | 'everything' | 'imports'>;

export interface ExportOrder extends ExportChoices {
  /** The thing itself: a new or empty folder, or a file, as `exportShapes` says. */
  readonly target: string;
  /** UTF-8; opens an archive afterwards, and stays the caller's. Without it everything is plain. */
  readonly passphrase?: Uint8Array | undefined;
}

export interface SealingPorts {
  readonly randomBytes: RandomBytes;
  /** Cost of the key derivation; without it the computer is measured. */
  readonly kdf?: KdfCost;
}

interface ExportPorts {
  readonly disk?: ExportDisk;
  readonly pace?: Pace;
  /** Needed where an archive has a passphrase. */
  readonly sealing?: SealingPorts;
}

/**
 * Writes the journal, or some days of it, as plain text that needs no Footnote, binned entries included and marked. The same journal
 * gives the same bytes. Streams: memory does not grow with the journal, and who else asks for something is answered meanwhile. An archive with a passphrase is
 * sealed as it is made; no plain byte of it lies on the disk.
 */
export async function exportJournal(
  journal: ExportSource,
  order: ExportOrder,
  { disk = systemDisk, pace = createPace({}), sealing }: ExportPorts = {},
): Promise<
  Result<ExportReport, TargetFailure | Failure<'TargetInJournal' | 'PassphraseEmpty' | 'Cancelled'>>
> {
  const { target, passphrase, ...choices } = order;
  assert(passphrase === undefined || order.format === 'archive', 'only an archive can be sealed');
  if (isInJournal(target)) return err({ type: 'TargetInJournal' });
  if (passphrase !== undefined && isPassphraseBlank(passphrase)) return err({ type: 'PassphraseEmpty' });
  const seal = passphrase === undefined ? null : await sealWith(passphrase, sealing);
  const { name, everything, imports } = journal;
  const source = { name, imports, everything: limitToDays(everything, order.days) };
  return stageExport(disk, target, exportShapes[order.format].shape, (place) =>
    exportWriters[order.format](source, place, disk, pace, { ...choices, seal }),
  );
}

async function sealWith(
  passphrase: Uint8Array,
  ports: SealingPorts | undefined,
): Promise<NonNullable<WriterOrder['seal']>> {
  if (ports === undefined) throw new Error('There is nothing to seal an archive with');
  const { randomBytes, kdf = await calibrateKdf() } = ports;
  return (bytes) => sealArchive(bytes, passphrase, kdf, randomBytes);
}
