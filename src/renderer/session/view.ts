import type { EntryId, PromptId, SessionId } from '../../shared/id';

/** Parts of the settings, in their order; other rooms lead to them. */
export const settingsParts = [
  'appearance',
  'days',
  'feelings',
  'passphrase',
  'kit',
  'login',
  'locking',
  'quick',
  'reminders',
  'backups',
  'offline',
  'spelling',
  'movement',
  'templates',
  'tags',
  'export',
  'stored',
  'keyboard',
] as const;
export type SettingsPart = (typeof settingsParts)[number];

/** A part of the library that is read by itself; `id` is a note's. */
export type LibraryPage =
  | { readonly kind: 'questions' }
  | { readonly kind: 'keepsakes' }
  | { readonly kind: 'note'; readonly id: string };

/** A part of the movement room that is a page of its own. */
export type MovementPage = 'rituals' | 'steps';

/** A part of the insights that is a page of its own. */
type InsightsPage = 'reading';

/** A part of the settings that is a page of its own. */
type SettingsPage = 'takeOut' | 'bringIn';

/** Where the person is. There is no router and no address. */
export type View =
  | { readonly room: 'today' }
  /** `entryId` null starts a new entry; `promptId` puts that prompt at its head, or at the end of an entry there is. */
  | {
      readonly room: 'write';
      readonly entryId: EntryId | null;
      readonly promptId: PromptId | null;
      /** Begins a new entry from this template, the person's own or one that ships. */
      readonly templateId?: string;
      /** A new entry is written about this time of moving. */
      readonly about?: SessionId;
      /** What was looked for: the page opens at its first place, with all of them marked. */
      readonly find?: string | null;
      /** Another number reads the entry anew: its text was changed elsewhere, and the page that is shown has been closed. */
      readonly reading?: number;
      /** Takes up the first page that was left with unsaved words. */
      readonly unsaved?: 'first';
    }
  | { readonly room: 'journal' }
  /** Without a page it opens at the times of moving. */
  | { readonly room: 'movement'; readonly page?: MovementPage }
  /** Without a page it opens at the questions. */
  | { readonly room: 'insights'; readonly page?: InsightsPage }
  /** Without a page it opens at the questions. */
  | { readonly room: 'library'; readonly page?: LibraryPage }
  | { readonly room: 'hardDay' }
  /** Chosen pages for somebody. */
  | { readonly room: 'packet' }
  /** `part` is the one to begin at. */
  | { readonly room: 'settings'; readonly part?: SettingsPart; readonly page?: SettingsPage };

export type Room = View['room'];
