import type { SessionId } from '../../shared/id';
import type { Moment } from '../../shared/time';

/** What a person says of an entry beside its text. */
export interface SaidFacts {
  readonly star: 'on' | 'off';
  /** Null: the first line stands for a title. */
  readonly title: string | null;
  readonly tags: readonly string[];
  /** When it was lived; null until the journal or a person has said so. */
  readonly moment: Moment | null;
  /** The time of moving it was begun to be written about. The journal keeps that with the session; null once it has. */
  readonly about: SessionId | null;
}

/** Those the journal has not been told. */
export type HeldFacts = { readonly [Name in keyof SaidFacts]?: SaidFacts[Name] };

export const nothingSaid: SaidFacts = { star: 'off', title: null, tags: [], moment: null, about: null };
