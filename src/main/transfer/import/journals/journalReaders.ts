import { daylio } from './daylio';
import { dayOne } from './dayOne';
import { diarium } from './diarium';
import type { ForeignFiles } from './foreignFiles';
import type { ForeignJournal, JournalSource } from './foreignJournal';
import type { TakeEntries } from './giveEntries';
import { journey } from './journey';
import { jrnl } from './jrnl';
import { markdownReader } from './markdownVault';
import { miniDiary } from './miniDiary';
import { tablesReader } from './ownTables';
import { redNotebook } from './redNotebook';

export interface ReadOptions {
  /** Zone this computer is in, of times that have none. */
  readonly home: string;
  /** Of a journal that is locked with one. */
  readonly passphrase?: Uint8Array | undefined;
  /** How far it is, in whatever pieces there are. To be said again within seconds, or it counts as going round in circles. */
  readonly report: (done: number, total: number) => void;
  /** What a reader gives away here before it is done is not in what it answers. One that has to see all of them first gives none. */
  readonly take?: TakeEntries | undefined;
}

/** One program whose journal can be read. */
export interface JournalReader {
  readonly source: JournalSource;
  /** By what is in the files, never by the name of the whole. Reads no more than beginnings. */
  readonly recognises: (files: ForeignFiles) => Promise<boolean>;
  /** Throws `ForeignNotReadable`, `ForeignSealed`, `ForeignWrongPassphrase`, and what damaged archives and the disk throw. */
  readonly read: (files: ForeignFiles, options: ReadOptions) => Promise<ForeignJournal>;
}

/** In the order in which they are tried: those that are surer of what is theirs first. */
const journalReaders: readonly JournalReader[] = [
  dayOne,
  daylio,
  diarium,
  miniDiary,
  redNotebook,
  journey,
  jrnl,
  markdownReader,
  tablesReader,
];

/** Null when it is the journal of no program that is known. */
export async function readForeignJournal(
  files: ForeignFiles,
  options: ReadOptions,
  readers: readonly JournalReader[] = journalReaders,
): Promise<ForeignJournal | null> {
  for (const reader of readers) if (await reader.recognises(files)) return reader.read(files, options);
  return null;
}
