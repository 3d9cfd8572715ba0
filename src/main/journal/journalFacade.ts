import type { CheckIn, CheckInVersion } from '../../shared/domain/mood';
import type { DiaryRecords } from '../../shared/domain/insights';
import type { Keepsake } from '../../shared/domain/keepsake';
import type { ImageMediaType, ImageSize } from '../../shared/domain/image';
import type { MovementSession } from '../../shared/domain/movement';
import type { OwnKind } from '../../shared/domain/movementKind';
import type { HiddenPrompt, OwnPrompt } from '../../shared/domain/prompt';
import type { Ritual, RitualReturn } from '../../shared/domain/ritual';
import type { JournalSettings } from '../../shared/domain/settings';
import type { Span } from '../../shared/domain/span';
import type { ChosenStep, OwnStep, StepTaken } from '../../shared/domain/step';
import type { Template } from '../../shared/domain/template';
import type { JournalWarning, VaultStatus } from '../../shared/domain/vault';
import type { JournalDocument } from '../../shared/document/schema';
import type { EntryId, ImageId } from '../../shared/id';
import type { KeeperChannel } from '../../shared/ipc/channels';
import type { Input, Output, OwnFailure } from '../../shared/ipc/contract';
import type { Failure } from '../../shared/ipc/failures';
import type { Result } from '../../shared/result';
import type { Moment } from '../../shared/time';
import type { BackupSource } from './backupSource';
import type { Everything, JournalCounts } from './everything';
import type { SavedSearches } from './finding/savedSearches';
import type { Timeline } from './finding/timeline';
import type { History } from './movement/history';
import type { Imports } from './records/imports';
import type { ContentVerdict } from './integrity/checkContent';

/** Answers one keeper channel, with its input, output and failures. */
export type Answer<Name extends KeeperChannel> = (
  input: Input<Name>,
) => Result<Output<Name>, OwnFailure<Name>>;

export interface NewEntry {
  readonly id: EntryId;
  readonly moment: Moment;
  readonly document: JournalDocument;
}

export type VerifyProblem =
  | { readonly type: 'DatabaseBroken' }
  | { readonly type: 'SearchIndexBroken' }
  | { readonly type: 'SearchIndexIncomplete'; readonly entries: number }
  | { readonly type: 'EntryUnreadable'; readonly id: string }
  /** The rows are genuine and together not what was written: see `setHash.ts`. */
  | { readonly type: 'ContentMismatch' }
  /** A check-in, a session or an earlier version; the id is null when not even that could be read. */
  | { readonly type: 'RecordUnreadable'; readonly id: string | null };

export interface VerifyReport {
  readonly isSound: boolean;
  readonly problems: readonly VerifyProblem[];
  readonly counts: JournalCounts;
}

/** A state an entry was in before. */
export interface EntryVersion {
  readonly revision: number;
  /** When that state was saved. */
  readonly savedAt: number;
  readonly wordCount: number;
}

/** One open journal. Everything is synchronous; there is one writer. */
export interface Journal {
  readonly folder: string;
  /** Name of the folder without ".journal". */
  readonly name: string;
  readonly today: { readonly read: () => Result<Output<'today.read'>, never> };
  readonly entries: {
    readonly list: Answer<'entries.list'>;
    readonly read: Answer<'entries.read'>;
    readonly save: Answer<'entries.save'>;
    readonly moveToBin: Answer<'entries.moveToBin'>;
    readonly restore: Answer<'entries.restore'>;
    readonly search: Answer<'entries.search'>;
    /** Writes a new entry with a moment of its own; throws when the id exists. */
    readonly insert: (entry: NewEntry) => void;
  };
  /** What is said of an entry beside its text. */
  readonly entryFacts: {
    readonly setTags: Answer<'entries.setTags'>;
    readonly setStar: Answer<'entries.setStar'>;
    readonly setTitle: Answer<'entries.setTitle'>;
    readonly setMoment: Answer<'entries.setMoment'>;
  };
  readonly tags: {
    readonly list: () => ReturnType<Answer<'tags.list'>>;
    readonly rename: Answer<'tags.rename'>;
    readonly merge: Answer<'tags.merge'>;
    readonly unmerge: Answer<'tags.unmerge'>;
    readonly remove: Answer<'tags.remove'>;
    readonly give: Answer<'tags.give'>;
  };
  readonly bin: {
    readonly remove: Answer<'entries.remove'>;
    readonly empty: () => ReturnType<Answer<'entries.emptyBin'>>;
    /** Deletes what has been in it for as long as the settings say. */
    readonly removeDue: () => ReturnType<Answer<'entries.emptyBin'>>;
  };
  /** Earlier states of entries; which of them are kept is in `versionPolicy.ts`. */
  readonly versions: {
    /** Newest first, without the present state. */
    readonly list: (entryId: EntryId) => readonly EntryVersion[];
    readonly read: (
      entryId: EntryId,
      revision: number,
    ) => Result<EntryVersion & { readonly document: JournalDocument }, Failure<'NotFound'>>;
    /** Makes the entry again what it was; the present state becomes a version first. */
    readonly restore: (
      entryId: EntryId,
      revision: number,
    ) => Result<Output<'entries.save'>, Failure<'NotFound' | 'DiskFull' | 'FolderNotWritable'>>;
  };
  readonly images: {
    readonly add: Answer<'images.add'>;
    /** Null when it is not in this journal. A picture without a small one answers with the full one. */
    readonly read: (
      id: ImageId,
      size: ImageSize,
    ) => { readonly mediaType: ImageMediaType; readonly bytes: Uint8Array<ArrayBuffer> } | null;
    /** Lets go of pictures that no entry, earlier version or template has shown for a day. Answers with how many. */
    readonly removeUnshown: () => Result<number, Failure<'DiskFull' | 'FolderNotWritable'>>;
  };
  readonly timeline: Timeline;
  readonly savedSearches: SavedSearches;
  readonly history: History;
  readonly checkIns: {
    readonly save: Answer<'checkIns.save'>;
    readonly remove: Answer<'checkIns.remove'>;
    readonly read: Answer<'checkIns.read'>;
    readonly putBack: Answer<'checkIns.putBack'>;
    readonly list: Answer<'checkIns.list'>;
    readonly insert: (checkIn: CheckIn) => void;
    /** After the check-in itself, and the oldest first. */
    readonly insertVersion: (version: CheckInVersion) => void;
  };
  /** The words there are for a feeling. */
  readonly feelings: {
    readonly list: () => Result<Output<'feelings.list'>, never>;
    readonly save: Answer<'feelings.save'>;
  };
  readonly sessions: {
    readonly list: Answer<'sessions.list'>;
    readonly save: Answer<'sessions.save'>;
    readonly remove: Answer<'sessions.remove'>;
    readonly overlapping: Answer<'sessions.overlapping'>;
    readonly habits: () => Result<Output<'sessions.habits'>, never>;
    readonly entries: Answer<'sessions.entries'>;
    readonly ofEntry: Answer<'sessions.ofEntry'>;
    readonly setEntry: Answer<'sessions.setEntry'>;
    readonly putBack: Answer<'sessions.putBack'>;
    /** Writes the session and its ratings before and after as they are given. */
    readonly insert: (session: MovementSession) => void;
  };
  /** Kinds of movement, the person's own among them. */
  readonly kinds: {
    readonly list: () => Result<Output<'kinds.list'>, never>;
    readonly save: Answer<'kinds.save'>;
    readonly arrange: Answer<'kinds.arrange'>;
    readonly remove: Answer<'kinds.remove'>;
    /** Writes the kind as it is given. */
    readonly insert: (kind: OwnKind) => void;
  };
  readonly outing: {
    readonly begin: Answer<'outing.begin'>;
    readonly finish: Answer<'outing.finish'>;
    readonly cancel: () => ReturnType<Answer<'outing.cancel'>>;
  };
  readonly rituals: {
    readonly list: () => Result<Output<'rituals.list'>, never>;
    readonly trail: Answer<'rituals.trail'>;
    readonly save: Answer<'rituals.save'>;
    readonly order: Answer<'rituals.order'>;
    readonly setOffered: Answer<'rituals.setOffered'>;
    readonly remove: Answer<'rituals.remove'>;
    readonly putBack: Answer<'rituals.putBack'>;
    readonly note: Answer<'rituals.note'>;
    readonly takeBack: Answer<'rituals.takeBack'>;
    /** Write what is given as it is given. */
    readonly insert: (ritual: Ritual) => void;
    readonly insertReturn: (one: RitualReturn) => void;
  };
  /** The ladder of small first steps. */
  readonly steps: {
    readonly read: () => Result<Output<'steps.read'>, never>;
    readonly saveOwn: Answer<'steps.saveOwn'>;
    readonly removeOwn: Answer<'steps.removeOwn'>;
    readonly choose: Answer<'steps.choose'>;
    readonly note: Answer<'steps.note'>;
    readonly takeBack: Answer<'steps.takeBack'>;
    /** Write what is given as it is given. */
    readonly insertOwn: (step: OwnStep) => void;
    readonly insertChosen: (step: ChosenStep) => void;
    readonly insertTaken: (step: StepTaken) => void;
  };
  /** Injury, illness, rest and travel. */
  readonly spans: {
    readonly list: () => Result<Output<'spans.list'>, never>;
    readonly save: Answer<'spans.save'>;
    readonly remove: Answer<'spans.remove'>;
    /** Writes what is given as it is given. */
    readonly insert: (span: Span) => void;
  };
  readonly prompts: {
    readonly offer: () => Result<Output<'prompts.offer'>, never>;
    readonly respond: Answer<'prompts.respond'>;
    readonly answers: Answer<'prompts.answers'>;
    readonly shelf: () => Result<Output<'prompts.shelf'>, never>;
    readonly saveOwn: Answer<'prompts.saveOwn'>;
    readonly removeOwn: Answer<'prompts.removeOwn'>;
    readonly setShown: Answer<'prompts.setShown'>;
    /** Write what is given as it is given. */
    readonly insertOwn: (prompt: OwnPrompt) => void;
    readonly insertHidden: (hidden: HiddenPrompt) => void;
  };
  readonly keepsakes: {
    readonly list: () => Result<Output<'keepsakes.list'>, never>;
    readonly save: Answer<'keepsakes.save'>;
    readonly remove: Answer<'keepsakes.remove'>;
    readonly ofToday: () => Result<Output<'keepsakes.ofToday'>, never>;
    readonly insert: (keepsake: Keepsake) => void;
  };
  /** The page "If today is hard". */
  readonly hardDay: {
    readonly read: () => Result<Output<'hardDay.read'>, never>;
    readonly save: Answer<'hardDay.save'>;
  };
  /** What entries can begin from. */
  readonly templates: {
    readonly list: () => Result<Output<'templates.list'>, never>;
    readonly save: Answer<'templates.save'>;
    readonly remove: Answer<'templates.remove'>;
    readonly insert: (template: Template) => void;
  };
  readonly spelling: {
    readonly words: () => Result<Output<'spelling.words'>, never>;
    readonly add: Answer<'spelling.add'>;
    readonly remove: Answer<'spelling.remove'>;
  };
  readonly insights: {
    readonly version: () => Result<Output<'insights.version'>, never>;
    readonly records: () => Result<DiaryRecords, never>;
    readonly standings: () => Result<Output<'insights.standings'>, never>;
    readonly judge: Answer<'insights.judge'>;
    readonly setCardShown: Answer<'insights.setCardShown'>;
  };
  readonly settings: {
    readonly read: () => Result<JournalSettings, never>;
    readonly save: Answer<'settings.save'>;
  };
  /** What was written and noted on some days, to choose from it for somebody. */
  readonly packet: { readonly read: Answer<'packet.read'> };
  /** What comes in from another journal, a program or an archive. */
  readonly imports: Imports;
  readonly everything: Everything;
  readonly mode: VaultStatus['mode'];
  readonly readOnlyBecause: VaultStatus['readOnlyBecause'];
  /** Whether its folder still leads to the open database; while not, nothing may be written. A few microseconds. */
  readonly isInPlace: () => boolean;
  readonly warnings: () => readonly JournalWarning[];
  /** For what is found out elsewhere, such as a backup that failed. The same warning takes the place of an earlier one. */
  readonly raiseWarning: (warning: JournalWarning) => void;
  /** Accepts what it tells of: the present state counts as seen. May take as long as a full read (`ContentMismatch`). */
  readonly dismissWarning: (type: JournalWarning['type']) => void;
  /**
   * Counts everything again in the background, in slices of a few milliseconds, and raises `ContentMismatch` when it is not
   * what was written. Ends early when the journal is closed.
   */
  readonly checkContent: () => Promise<ContentVerdict>;
  /** A step of a few milliseconds of what saves leave for later; for when nobody waits for anything. */
  readonly rest: () => 'more' | 'done';
  /** Reads every page and every record. Takes as long as a full read of the file. Notes the time when all is sound. */
  readonly verify: () => VerifyReport;
  /** When `verify` last found everything sound; null when never. */
  readonly lastVerified: () => number | null;
  /** For main/backup alone. */
  readonly source: BackupSource;
  /** One transaction around many writes: all of them or none. */
  readonly inTransaction: <Value>(work: () => Value) => Value;
  /** Writes the log back into the file and closes. Calling it again does nothing. */
  readonly close: () => void;
}
