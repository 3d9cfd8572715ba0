import type { EntryId, PromptId } from '../../shared/id';

/** Where the person is. There is no router and no address. */
export type View =
  | { readonly room: 'today' }
  /** `entryId` null starts a new entry; `promptId` puts that prompt at its head. */
  | { readonly room: 'write'; readonly entryId: EntryId | null; readonly promptId: PromptId | null }
  | { readonly room: 'journal' }
  | { readonly room: 'movement' }
  | { readonly room: 'insights' }
  | { readonly room: 'library' }
  | { readonly room: 'settings' };

export type Room = View['room'];
