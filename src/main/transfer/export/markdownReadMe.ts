import type { JournalCounts } from '../../journal/journal';

/** What someone finds who opens the folder years later, without Footnote. */
export function markdownReadMe(
  name: string,
  { entries, binned, checkIns, sessions }: JournalCounts,
  pictures: number,
): string {
  return `# ${name.replaceAll(/\s+/g, ' ').replaceAll(/([\\`*_[\]<>#])/g, '\\$1')}

Everything in this journal, as plain text. Nothing here needs Footnote, and nothing here is encrypted: keep it where
you would keep a paper journal.

- \`entries/\`: ${entries} entries, one file each, in a folder a year
- \`bin/\`: ${binned} entries from the bin
- \`images/\`: ${pictures} pictures, named by their ids (no folder when there are none)
- \`library.md\`: questions of your own, questions put aside, kept lines and the page for hard days, as far as there are any
- \`check-ins.csv\`: ${checkIns} check-ins, the ones before and after movement included
- \`movement.csv\`: ${sessions} movement sessions

## Reading an entry

A file is named by the date and the time it was begun, and the end of its id. Between the two lines of dashes stand
facts about it: \`id\`, \`day\` (the day it belongs to; a day ends in the small hours), \`written\` (the time, with
its distance from UTC), \`zone\`, \`title\`, \`prompts\`, \`words\`, \`revision\`, \`created\`, \`updated\`, and \`binned\` when it
was in the bin. The text follows as Markdown. A prompt is a quoted line with its id in a comment.
A picture leads to its file in \`images/\`, with what is to be seen in words, and its id and size in a comment.

## Reading the tables

An empty cell was not recorded; it is never zero. Mood in steps runs from -3 (very unpleasant) to 3 (very pleasant);
valence says the same from -1 to 1, and so does energy. Times of day are the person's own, on the clock of their zone.
Text that a spreadsheet could take for a formula has an apostrophe in front.

The JSON export holds every field and the exact formatting, for moving to another program.
`;
}
