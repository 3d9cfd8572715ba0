import { create } from 'zustand';
import type { AlikeEntriesChoice, CountsByTable, ImportId, LookReport } from '../../shared/domain/incoming';
import type { ArchiveSeal, CsvFlavour, ExportFormat, MarkdownLayout } from '../../shared/domain/transfer';
import type { PathToken, SessionId } from '../../shared/id';

export interface TakeOutChoices {
  readonly format: ExportFormat;
  /** As typed; empty where there is no end on that side. */
  readonly from: string;
  readonly to: string;
  readonly layout: MarkdownLayout;
  readonly flavour: CsvFlavour;
  /** Of an archive. */
  readonly seal: ArchiveSeal;
}

export type TakingOut =
  | { readonly is: 'choosing' }
  | { readonly is: 'writing' }
  /** `numbers`: what was written, where something was. */
  | { readonly is: 'done'; readonly text: string; readonly numbers: string | null }
  | { readonly is: 'problem'; readonly text: string };

/** A file or folder that was picked, and what to call it. */
export interface Picked {
  readonly token: PathToken;
  readonly place: string;
}

export interface ToldLook {
  readonly picked: Picked;
  readonly report: LookReport;
  /** Sessions that seem to be here already and are to come in all the same. */
  readonly wanted: ReadonlySet<SessionId>;
  /** Of entries that are here already in all but their ids. */
  readonly alikeEntries: AlikeEntriesChoice;
}

export type BringingIn =
  | { readonly is: 'choosing'; readonly problem: string | null }
  | { readonly is: 'looking'; readonly picked: Picked }
  /** It has a passphrase of its own. */
  | { readonly is: 'sealed'; readonly picked: Picked; readonly problem: string | null }
  | ({ readonly is: 'told'; readonly problem: string | null } & ToldLook)
  | ({ readonly is: 'merging' } & ToldLook)
  | {
      readonly is: 'done';
      readonly id: ImportId;
      readonly counts: CountsByTable;
      readonly takenBack: { readonly takenBack: number; readonly left: number } | null;
    };

interface Transfers {
  readonly choices: TakeOutChoices;
  readonly takingOut: TakingOut;
  readonly bringingIn: BringingIn;
}

const atFirst: Transfers = {
  choices: { format: 'archive', from: '', to: '', layout: 'by-entry', flavour: 'plain', seal: 'open' },
  takingOut: { is: 'choosing' },
  bringingIn: { is: 'choosing', problem: null },
};

/** What is being taken out and brought in, whatever page is shown meanwhile. A lock forgets it. */
export const useTransfers = create<Transfers>()(() => atFirst);

export const setTransfers = (change: Partial<Transfers>): void => useTransfers.setState(change);

export const forgetTransfers = (): void => useTransfers.setState(atFirst);
