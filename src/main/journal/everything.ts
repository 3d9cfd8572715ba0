import type { Entry } from '../../shared/domain/entry';
import type { FeelingChoice } from '../../shared/domain/feeling';
import type { HardDayPage } from '../../shared/domain/hardDay';
import type { ImageFacts } from '../../shared/domain/image';
import type { Keepsake } from '../../shared/domain/keepsake';
import type { CheckIn, CheckInVersion } from '../../shared/domain/mood';
import type { MovementSession } from '../../shared/domain/movement';
import type { KindChoice, OwnKind } from '../../shared/domain/movementKind';
import type { HiddenPrompt, OwnPrompt } from '../../shared/domain/prompt';
import type { Ritual, RitualReturn } from '../../shared/domain/ritual';
import type { SavedSearch } from '../../shared/domain/search';
import type { JournalSettings } from '../../shared/domain/settings';
import type { Span } from '../../shared/domain/span';
import type { ChosenStep, OwnStep, StepTaken } from '../../shared/domain/step';
import type { Template } from '../../shared/domain/template';

export type EntryHead = Pick<Entry, 'id' | 'day' | 'binnedAt'>;

export interface JournalCounts {
  /** Entries in the journal, without the bin. */
  readonly entries: number;
  readonly binned: number;
  /** Of every role: ratings before and after movement included. */
  readonly checkIns: number;
  readonly sessions: number;
}

/** All of a journal, to take it out or read it through: oldest first, binned entries included, which `binnedAt` marks. Don't write while iterating. */
export interface Everything {
  readonly entries: () => Iterable<Entry>;
  /** The same ones without a page of them being read. */
  readonly entryHeads: () => Iterable<EntryHead>;
  /** Of every role: ratings before and after movement included. */
  readonly checkIns: () => Iterable<CheckIn>;
  /** What check-ins said before they were changed. */
  readonly checkInVersions: () => Iterable<CheckInVersion>;
  /** Those with a place of their own, in their order; the offered ones stand where they are offered. */
  readonly feelings: () => Iterable<FeelingChoice>;
  readonly sessions: () => Iterable<MovementSession>;
  readonly ownKinds: () => Iterable<OwnKind>;
  /** Every kind in the person's order, and whether it is offered. */
  readonly kindChoices: () => readonly KindChoice[];
  readonly ownPrompts: () => Iterable<OwnPrompt>;
  /** In the order of their ids. */
  readonly hiddenPrompts: () => Iterable<HiddenPrompt>;
  readonly keepsakes: () => Iterable<Keepsake>;
  readonly templates: () => Iterable<Template>;
  /** In the person's order, those put away among them. */
  readonly rituals: () => Iterable<Ritual>;
  readonly ritualReturns: () => Iterable<RitualReturn>;
  readonly ownSteps: () => Iterable<OwnStep>;
  readonly chosenStep: () => ChosenStep | null;
  readonly stepsTaken: () => Iterable<StepTaken>;
  readonly spans: () => Iterable<Span>;
  /** By name. */
  readonly savedSearches: () => readonly SavedSearch[];
  /** Null while nothing was ever written on it. */
  readonly hardDay: () => { readonly page: HardDayPage; readonly updatedAt: number } | null;
  /** Those that an entry or a template shows. One at a time in memory. */
  readonly images: () => Iterable<ImageFacts & { readonly bytes: Uint8Array }>;
  readonly settings: () => JournalSettings;
  readonly counts: () => JournalCounts;
}
