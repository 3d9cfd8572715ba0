import type { Spelling } from '../../../../shared/domain/settings';

export type SpellingLanguage = Exclude<Spelling, 'off'>;

/** What the page asks of the worker; `language` first. */
export type SpellingRequest =
  | { readonly type: 'language'; readonly language: SpellingLanguage }
  | { readonly type: 'ownWords'; readonly words: readonly string[] }
  | { readonly type: 'check'; readonly id: number; readonly texts: readonly string[] }
  | { readonly type: 'suggest'; readonly id: number; readonly word: string };

/** Where a misspelled word begins and ends in the text that was asked about. */
export interface Misspelled {
  readonly from: number;
  readonly to: number;
}

export type SpellingResponse =
  | { readonly type: 'checked'; readonly id: number; readonly misspelled: readonly (readonly Misspelled[])[] }
  | { readonly type: 'suggested'; readonly id: number; readonly words: readonly string[] };
