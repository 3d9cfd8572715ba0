/** What is said to the person about a whole file of another program, as keys of sentences: what was taken for granted to read it, and what stays outside. */
export const journalRemarks = [
  /** Times without a zone were read as times of the zone this computer is in. */
  'home-zone',
  /** The text is not Unicode, and was read as Windows wrote it in the west. */
  'windows-1252',
  /** A date that can be read both ways was read with the day before the month. */
  'day-first',
  /** The same with the month before the day. */
  'month-first',
  /** Places and weather stay outside. */
  'place-and-weather',
  /** A mood on a scale that is not described was put on ours. */
  'mood-scale',
  /** Moods with a name of the person's own, of which nobody knows how good they are, stand in the words and are no check-ins. */
  'mood-words',
  /** Copies and leftovers that the program keeps beside its journal were not read. */
  'side-files',
  /** What lay in the bin of our own journal when it was written out stays outside. */
  'binned-left-out',
] as const;
export type JournalRemark = (typeof journalRemarks)[number];

export const movementRemarks = [
  'clock-on-the-wall',
  'windows-1252',
  'month-first',
  'day-sums-left-out',
  'distances-left-out',
  'kinds-by-number',
  'still-left-out',
  /** The list doesn't say whether kilometres or miles. */
  'distance-unit',
  'pool-lengths-left-out',
  'distances-too-far',
  'notes-cut',
  /** Plans and places, which are no times of moving. */
  'routes-left-out',
  'moods-left-out',
  /** The file ends before it is whole. */
  'file-cut',
  /** Its checksum is wrong. */
  'file-damaged',
] as const;
export type MovementRemark = (typeof movementRemarks)[number];
