import type { Failure } from '../../shared/ipc/failures';

/** What the page may say of the text on it. `saved` only after the keeper's answer for exactly that text. */
export type SaveState =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'typing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly failure: Failure };
