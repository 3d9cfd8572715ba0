import {
  isFromMemory,
  isSameFelt,
  rememberedAfterMs,
  type CheckIn,
  type EarlierSaying,
} from '../../../shared/domain/mood';

/** So long a saying can be put right without being another one: a second thought, a word more, a slip of the hand. */
const sameSayingMs = 10 * 60_000;

export interface SaidBefore {
  readonly checkIn: CheckIn;
  readonly createdAt: number;
  /** The oldest first. */
  readonly earlier: readonly EarlierSaying[];
}

type Said = Omit<EarlierSaying, 'changedAt'>;

export const isSameSaying = (one: Said, other: Said): boolean =>
  isSameFelt(one, other) &&
  one.note === other.note &&
  one.givenOn === other.givenOn &&
  one.at === other.at &&
  one.zone === other.zone &&
  one.day === other.day;

/** Whether what it says has stood long enough to be kept when something else takes its place. */
export const isWorthKeeping = ({ createdAt, earlier }: SaidBefore, now: number): boolean =>
  now - (earlier.at(-1)?.changedAt ?? createdAt) >= sameSayingMs;

/** When the feeling that it says was typed: a changed note or time does not make it another one. */
function feltTypedAt({ checkIn, createdAt, earlier }: SaidBefore): number {
  const states = [...earlier, checkIn];
  const changed = earlier.findLastIndex((saying, index) => {
    const next = states[index + 1];
    return next !== undefined && !isSameFelt(saying, next);
  });
  const typedAt = earlier[changed]?.changedAt ?? createdAt;
  // What came from elsewhere was typed when that says, whenever it was written here.
  return checkIn.isRemembered ? typedAt : Math.min(typedAt, checkIn.at + rememberedAfterMs);
}

/** Whether the feeling of `next` is one from memory, after what was said before, if anything was. */
export function isRemembered(next: CheckIn, before: SaidBefore | null, now: number): boolean {
  if (before === null || !isSameFelt(before.checkIn, next)) return isFromMemory(now, next.at);
  return before.checkIn.at === next.at
    ? before.checkIn.isRemembered
    : isFromMemory(feltTypedAt(before), next.at);
}
