import type { OfferedKind } from '../../../../shared/domain/movementKind';

/** More than anybody ever moved: nothing that lists more is a list of that. */
export const mostSessions = 200_000;

/** A time of moving as another program tells it. Where it went, heart rates and people are never read. */
export interface ForeignSession {
  /** What the source calls it by, where it has a name for it; it recognises the session when it is brought in again. */
  readonly sourceId: string | null;
  /** The program, where one file holds what several tell. */
  readonly toldBy?: string;
  readonly start: ForeignStart;
  /** Null when the source doesn't tell how long. */
  readonly minutes: number | null;
  readonly distanceMetres: number | null;
  /** 0 to 10, as it was felt; null when it was not said. */
  readonly effort: number | null;
  readonly kind: OfferedKind;
  /** The source's own word for the kind, for the person to correct ours. */
  readonly kindWord: string;
  readonly title: string | null;
  readonly note: string | null;
}

/**
 * When it began. `instant`: for everybody, with the minutes the clock there was ahead of UTC where the source says so. `wall`: only what the clock on the
 * wall said, in whichever zone the person was. `day`: only the day.
 */
export type ForeignStart =
  | { readonly is: 'instant'; readonly at: number; readonly offsetMinutes: number | null }
  | { readonly is: 'wall'; readonly day: string; readonly time: string }
  | { readonly is: 'day'; readonly day: string };
