import type { Entry } from '../../../shared/domain/entry';
import type { ExportReport } from '../../../shared/domain/transfer';
import { momentToClockTime } from '../../../shared/time';
import type { ExportDisk } from '../exportDisk';
import type { ExportSource } from '../exportJournal';
import type { Pace } from '../pace';
import { writeExportFile } from '../writeExportFile';
import { documentToText } from './documentToText';
import { dayInWords, feltInWords, kindNames, sessionInWords, spanName, type KindNames } from './exportWords';
import { pagesByDay, type DayPage } from './pagesByDay';

/** The journal as one text, day after day, for reading in whatever there is. What is in the bin stays out. */
export async function writeTextFile(
  journal: ExportSource,
  path: string,
  disk: ExportDisk,
  pace: Pace,
): Promise<ExportReport> {
  await writeExportFile(disk, path, textOf(journal, pace), pace);
  const { entries, checkIns, sessions } = journal.everything.counts();
  return { format: 'text', files: 1, entries, checkIns, sessions };
}

async function* textOf(journal: ExportSource, pace: Pace): AsyncGenerator<string> {
  const nameOf = kindNames(journal.everything);
  yield `${journal.name}\n${'='.repeat(60)}\n`;
  for await (const page of pagesByDay(journal, pace)) yield `\n\n${dayText(page, nameOf)}\n`;
}

function dayText({ day, entries, checkIns, sessions, spans }: DayPage, nameOf: KindNames): string {
  const notes = [
    ...spans.map((span) => `* ${spanName(span)}`),
    ...checkIns.map((one) => `* ${momentToClockTime(one)}  ${feltInWords(one)}${noted(one.note)}`),
    ...sessions.map(
      (one) =>
        `* ${one.isTimed ? `${momentToClockTime(one)}  ` : ''}${sessionInWords(one, nameOf)}${noted(one.note)}`,
    ),
  ];
  const head = dayInWords(day);
  return [
    `${head}\n${'-'.repeat(head.length)}`,
    ...entries.map(entryText),
    ...(notes.length === 0 ? [] : [notes.join('\n')]),
  ].join('\n\n');
}

const noted = (note: string | null): string =>
  note === null
    ? ''
    : `\n${note
        .split('\n')
        .map((line) => `  ${line}`.trimEnd())
        .join('\n')}`;

function entryText(entry: Entry): string {
  const { givenTitle, isStarred, tags, document } = entry;
  const head = [momentToClockTime(entry), givenTitle ?? '', isStarred ? '*' : ''].filter(Boolean).join('  ');
  const text = documentToText(document);
  return [
    head,
    ...(text === '' ? [] : [text]),
    ...(tags.length === 0 ? [] : [`Tags: ${tags.join(', ')}`]),
  ].join('\n\n');
}
