declare const brand: unique symbol;

/** A type that only its own parser or constructor can make: `Brand<string, 'EntryId'>`. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
