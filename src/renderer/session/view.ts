import type { EntryId, PromptId } from '../../shared/id';

/** Parts of the settings, in their order; other rooms lead to them. */
export const settingsParts = [
  'appearance',
  'days',
  'passphrase',
  'kit',
  'login',
  'locking',
  'backups',
  'offline',
  'spelling',
  'export',
  'stored',
  'keyboard',
] as const;
export type SettingsPart = (typeof settingsParts)[number];

/** Where the person is. There is no router and no address. */
export type View =
  | { readonly room: 'today' }
  /** `entryId` null starts a new entry; `promptId` puts that prompt at its head. */
  | {
      readonly room: 'write';
      readonly entryId: EntryId | null;
      readonly promptId: PromptId | null;
      /** Takes up the first page that was left with unsaved words. */
      readonly unsaved?: 'first';
    }
  | { readonly room: 'journal' }
  | { readonly room: 'movement' }
  | { readonly room: 'insights' }
  | { readonly room: 'library' }
  /** `part` is the one to begin at. */
  | { readonly room: 'settings'; readonly part?: SettingsPart };

export type Room = View['room'];
