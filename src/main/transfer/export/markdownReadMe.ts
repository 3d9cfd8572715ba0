import type { MarkdownLayout } from '../../../shared/domain/transfer';
import type { JournalCounts } from '../../journal/journal';

const placeOfEntries: Readonly<Record<MarkdownLayout, (entries: number) => string>> = {
  'by-entry': (entries) => `- \`entries/\`: ${entries} entries, one file each, in a folder a year`,
  'by-day': (entries) => `- \`days/\`: ${entries} entries, one file for each day, in a folder a year`,
};

const aboutFiles: Readonly<Record<MarkdownLayout, string>> = {
  'by-entry': `A file is named by the date and the time it was begun, and the end of its id. Between the two lines of dashes stand
facts about it: \`date\` (the day it belongs to; a day ends in the small hours), \`time\` and \`zone\`, \`title\`, \`tags\` as Obsidian writes them
(and \`tag_names\`, as you wrote them, where those differ), \`starred\`; with the first entry of a day \`moods\`, the check-ins of that day in the order they
were given (steps from -3 to 3); of movement it is about, and with the first entry of a day what stands by itself, \`movement_type\`, \`movement_minutes\`,
\`movement_effort\` (0 to 10), \`movement_metres\`, \`mood_before\` and \`mood_after\` (steps from -3 to 3), for a second one with \`_2\` behind them; \`prompts\`,
\`words\`, \`footnote_id\`, \`written\` (the exact time, with its distance from UTC), \`created\`, \`updated\`, and \`binned\` when it was in the bin.`,
  'by-day': `A file is named by its day; a day ends in the small hours. Between the two lines of dashes stand facts about it: \`date\`, \`tags\` of all
its entries, \`moods\` of its check-ins in the order they were given (steps from -3 to 3), and of movement \`movement_type\`, \`movement_minutes\`, \`movement_effort\` (0 to 10), \`movement_metres\`,
\`mood_before\` and \`mood_after\`, for a second time of moving with \`_2\` behind them. Each entry begins with a comment that has its id, its exact time and its tags, and with
a heading that has its time and its title. Entries from the bin have a file each.`,
};

/** What someone finds who opens the folder years later, without Footnote. */
export function markdownReadMe(
  name: string,
  { entries, binned, checkIns, sessions }: JournalCounts,
  pictures: number,
  layout: MarkdownLayout,
): string {
  return `# ${name.replaceAll(/\s+/g, ' ').replaceAll(/([\\`*_[\]<>#])/g, '\\$1')}

This journal, or the days of it that were asked for, as plain text. Nothing here needs Footnote, and nothing here is encrypted: keep it where
you would keep a paper journal.

${placeOfEntries[layout](entries)}
- \`bin/\`: ${binned} entries from the bin
- \`images/\`: ${pictures} pictures, named by their ids (no folder when there are none)
- \`library.md\`: questions of your own, questions put aside, kept lines and the page for hard days, as far as there are any
- \`check-ins.csv\`: ${checkIns} check-ins, the ones before and after movement included
- \`movement.csv\`: ${sessions} movement sessions
- \`spans.csv\`: days on which something was different, such as an injury
- \`days.csv\`: a row a day

## Reading an entry

${aboutFiles[layout]} The text follows as Markdown. A prompt is a quoted line with its id in a comment.
A picture leads to its file in \`images/\`, with what is to be seen in words, and its id and size in a comment.

## Reading the tables

An empty cell was not recorded; it is never zero. Mood in steps runs from -3 (very unpleasant) to 3 (very pleasant);
valence says the same from -1 to 1 without rounding, and so does energy. Times of day are the person's own, on the clock of their zone. Several feelings
stand in one cell with semicolons between them; a semicolon or a backslash within one has a backslash in front.
Text that a spreadsheet could take for a formula has an apostrophe in front.

## What comes back

Footnote reads this folder in again, or a zip of it:

- entries with their days, times, titles, tags, stars and pictures; of the text everything that Markdown can say
- check-ins, with everything in their rows
- movement, with everything in its rows: before and after, own kinds with their names, the entry it is about
- spans, with everything in their rows

It reads the tables by the heads of their columns, in any order and also as a spreadsheet saved them, as long as days stay written 2026-03-10 and
times 2026-03-10T06:40:05.000Z. A row that can't be read is named, and the others come in. Where a row is in the journal already, it stays as it
is there unless the \`updated_utc\` of the table is later. \`days.csv\` is made from the rest and not read.

What stays outside: entries in the bin, \`library.md\`, earlier versions of entries and check-ins, rituals, steps, templates,
settings. An archive brings all of that back; the JSON export holds it for other programs.
`;
}
