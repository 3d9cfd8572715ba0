import { createHash } from 'node:crypto';
import type { Entry } from '../../../shared/domain/entry';
import type { ExportReport } from '../../../shared/domain/transfer';
import { momentToClockTime, type CivilDay } from '../../../shared/time';
import type { ExportDisk } from '../exportDisk';
import type { ExportSource } from '../exportJournal';
import type { Pace } from '../pace';
import { writeExportFile } from '../writeExportFile';
import { documentToHtml, escapeHtml, type PictureSource } from './documentToHtml';
import { dayInWords, feltInWords, kindNames, sessionInWords, spanName, type KindNames } from './exportWords';
import { htmlStyle } from './htmlStyle';
import { momentToIso } from './instants';
import { pagesByDay, type DayPage } from './pagesByDay';

/**
 * The journal as one page that any browser shows and prints: no script, nothing that is fetched, pictures inside it. What is in the bin
 * stays out.
 */
export async function writeHtmlFile(
  journal: ExportSource,
  path: string,
  disk: ExportDisk,
  pace: Pace,
): Promise<ExportReport> {
  await writeExportFile(disk, path, htmlOf(journal, pace), pace);
  const { entries, checkIns, sessions } = journal.everything.counts();
  return { format: 'html', files: 1, entries, checkIns, sessions };
}

async function* htmlOf(journal: ExportSource, pace: Pace): AsyncGenerator<string> {
  const { name, imports, everything } = journal;
  const nameOf = kindNames(everything);
  const { entries } = everything.counts();
  const pictureOf: PictureSource = ({ id }) => {
    const full = imports.images.read(id)?.full;
    return full === undefined
      ? null
      : `data:${full.mediaType};base64,${Buffer.from(full.bytes).toString('base64')}`;
  };
  yield head(name, entries);
  for await (const page of pagesByDay(journal, pace)) yield* dayHtml(page, nameOf, pictureOf);
  yield '</main>\n</body>\n</html>\n';
}

/** The browser itself sees to it that the page asks nobody for anything. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(htmlStyle).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const head = (name: string, entries: number): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(name)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header>
<h1 dir="auto">${escapeHtml(name)}</h1>
<p>${entries === 1 ? 'One entry' : `${entries} entries`}, written out from Footnote. Nothing here is encrypted.</p>
</header>
<main>
`;

function* dayHtml(
  { day, entries, checkIns, sessions, spans }: DayPage,
  nameOf: KindNames,
  pictureOf: PictureSource,
): Iterable<string> {
  yield `<section class="day" id="d${day}">\n<h2>${timeHtml(day, dayInWords(day))}</h2>\n`;
  for (const entry of entries) yield* entryHtml(entry, pictureOf);
  const notes = [
    ...spans.map((span) => escapeHtml(spanName(span))),
    ...checkIns.map((one) => `${clockHtml(one)} ${escapeHtml(feltInWords(one))}${noteHtml(one.note)}`),
    ...sessions.map(
      (one) =>
        `${one.isTimed ? `${clockHtml(one)} ` : ''}${escapeHtml(sessionInWords(one, nameOf))}${noteHtml(one.note)}`,
    ),
  ];
  if (notes.length > 0)
    yield `<ul class="notes">\n${notes.map((note) => `<li dir="auto">${note}</li>`).join('\n')}\n</ul>\n`;
  yield '</section>\n';
}

const timeHtml = (machine: CivilDay | string, text: string): string =>
  `<time datetime="${machine}">${escapeHtml(text)}</time>`;
const clockHtml = (moment: Pick<Entry, 'at' | 'offsetMinutes'>): string =>
  timeHtml(momentToIso(moment), momentToClockTime(moment));
const noteHtml = (note: string | null): string => (note === null ? '' : `<p>${escapeHtml(note)}</p>`);

/** Block by block, because pictures are long. */
function* entryHtml(entry: Entry, pictureOf: PictureSource): Iterable<string> {
  const { id, givenTitle, isStarred, tags, document } = entry;
  const star = isStarred ? ' <span class="star" role="img" aria-label="Starred">★</span>' : '';
  yield `<article id="e${id}">\n<p class="at">${clockHtml(entry)}${star}</p>\n`;
  if (givenTitle !== null) yield `<h3 dir="auto">${escapeHtml(givenTitle)}</h3>\n`;
  yield* documentToHtml(document, pictureOf);
  if (tags.length > 0) {
    const items = tags.map((tag) => `<li dir="auto">${escapeHtml(tag)}</li>`).join('');
    yield `<ul class="tags" aria-label="Tags">${items}</ul>\n`;
  }
  yield '</article>\n';
}
