/** Years of four figures, with a day to spare for every zone: others have no civil day, and only a broken or a hostile file tells of them. */
const [earliest, latest] = [Date.parse('0000-01-03T00:00:00Z'), Date.parse('9999-12-29T00:00:00Z')];

/** Milliseconds since 1970-01-01T00:00Z that a journal can hold. */
export const isOfOurTime = (at: number): boolean => Number.isInteger(at) && at >= earliest && at <= latest;

/** As far as a moment's zone may be from UTC. */
export const furthestMinutes = 18 * 60;
