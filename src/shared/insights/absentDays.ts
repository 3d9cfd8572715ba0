/** A rating as far as it tells where its wall clock stood. */
interface NotedMoment {
  readonly day: number;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  /** Minutes east of UTC at that instant. */
  readonly offsetMinutes: number;
}

/** A clock put forward by so much leaves at most six hours of the date in between: who crossed the date line did not live it. */
const farthestForward = 18 * 60;

/**
 * Dates that never came for this person, such as 30 December 2011 in Apia: between two moments noted one after the other the
 * wall clock was put forward by about a day. They are no such day, not one that was left unrated. Of several blank dates in
 * between, the last.
 */
export function absentDays(moments: readonly NotedMoment[]): ReadonlySet<number> {
  const absent = new Set<number>();
  const inOrder = moments.toSorted((one, other) => one.at - other.at);
  for (const [index, after] of inOrder.entries()) {
    const before = inOrder[index - 1];
    if (before === undefined || after.day - before.day < 2) continue;
    if (after.offsetMinutes - before.offsetMinutes >= farthestForward) absent.add(after.day - 1);
  }
  return absent;
}
