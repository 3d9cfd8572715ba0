import type { Keepsake } from '../domain/keepsake';
import type { KeepsakeId } from '../id';
import { daysBetween, type CivilDay } from '../time';

export type ShowableKeepsake = Pick<Keepsake, 'id' | 'lastShownOn'> & {
  /** The day it was kept on, which for a line of an old entry is not the day of the entry. */
  readonly keptOn: CivilDay;
};

/** Days without one after each: this many, and up to two more. */
const quietDays = 2;
/** Days a line rests after it was seen, and after it was kept: seeing it the next morning is no meeting again. */
const restingDays = 21;
const freshDays = 7;

/** FNV-1a with a last mixing: the same words give the same number everywhere. */
function wordsToNumber(words: string): number {
  let hash = 0x811c9dc5;
  for (const character of words) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/**
 * The line to see again today, or null on a day without one. Pure, and the same all day: what is seen today stays until the
 * day is over. Chance comes from the day itself, so that looking ten times is not ten chances.
 */
export function chooseKeepsake(keepsakes: readonly ShowableKeepsake[], today: CivilDay): KeepsakeId | null {
  const shownOn = keepsakes
    .flatMap(({ lastShownOn }) => (lastShownOn === null ? [] : [lastShownOn]))
    .toSorted();
  const standing = keepsakes.find(({ lastShownOn }) => lastShownOn === today);
  if (standing !== undefined) return standing.id;

  const last = shownOn.findLast((day) => day < today);
  const quiet = last === undefined ? 0 : quietDays + (wordsToNumber(last) % 3);
  if (last !== undefined && daysBetween(last, today) <= quiet) return null;

  const rested = keepsakes.filter(
    ({ keptOn, lastShownOn }) =>
      daysBetween(keptOn, today) >= freshDays &&
      (lastShownOn === null || daysBetween(lastShownOn, today) >= restingDays),
  );
  // Which of them is drawn by lot; one that was never seen has two lots.
  const lots = rested.flatMap((one) => (one.lastShownOn === null ? [one, one] : [one]));
  return lots[wordsToNumber(`keepsake ${today}`) % Math.max(1, lots.length)]?.id ?? null;
}
