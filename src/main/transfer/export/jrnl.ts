import { createDocument, createParagraph, createText } from '../../../shared/document/createDocument';
import { imageWords } from '../../../shared/document/image';
import { documentToMarkdown } from '../../../shared/document/markdown';
import type { DocumentNode } from '../../../shared/document/schema';
import type { ExportReport } from '../../../shared/domain/transfer';
import type { ExportDisk } from '../exportDisk';
import type { ExportSource } from '../exportJournal';
import type { Pace } from '../pace';
import { writeExportFile } from '../writeExportFile';
import { momentToIso } from './instants';
import { notesOfEntries, type NotedEntry } from './notesOfEntries';

interface JrnlEntry {
  readonly title: string;
  readonly body: string;
  readonly date: string;
  readonly time: string;
  /** With their sign. */
  readonly tags: readonly string[];
  readonly starred: boolean;
}

/** The journal in the text that jrnl keeps, which is the one it takes in: `jrnl --import --file …`. What is in the bin stays out; of pictures the words. */
export async function writeJrnlFile(
  journal: ExportSource,
  path: string,
  disk: ExportDisk,
  pace: Pace,
): Promise<ExportReport> {
  await writeExportFile(disk, path, textOf(journal, pace), pace);
  return report(journal, 'jrnl');
}

/** The same in the shape of `jrnl --format json`, for whoever reads that. */
export async function writeJrnlJsonFile(
  journal: ExportSource,
  path: string,
  disk: ExportDisk,
  pace: Pace,
): Promise<ExportReport> {
  await writeExportFile(disk, path, jsonOf(journal, pace), pace);
  return report(journal, 'jrnl-json');
}

function report({ everything }: ExportSource, format: 'jrnl' | 'jrnl-json'): ExportReport {
  const { entries, checkIns, sessions } = everything.counts();
  return { format, files: 1, entries, checkIns, sessions };
}

async function* textOf(journal: ExportSource, pace: Pace): AsyncGenerator<string> {
  for await (const noted of notesOfEntries(journal, pace)) {
    const { title, body, date, time, tags, starred } = toJrnl(noted);
    // jrnl knows tags by the text alone.
    const rest = tags.filter((tag) => !hasWord(`${title}\n${body}`, tag)).join(' ');
    const text = [body, rest].filter((part) => part !== '').join('\n\n');
    const head = `[${date} ${time}] ${title}${starred ? ' *' : ''}`;
    yield `${head}\n${text === '' ? '' : `${withoutHeads(text)}\n`}\n`;
  }
}

const hasWord = (text: string, word: string): boolean => text.split(/\s+/).includes(word);

/** A line that looks like the beginning of an entry would be one; a blank before it changes nothing else. */
const withoutHeads = (text: string): string => text.replaceAll(/^\[/gm, ' [');

async function* jsonOf(journal: ExportSource, pace: Pace): AsyncGenerator<string> {
  const counts = new Map<string, number>();
  yield '{\n  "entries": [';
  let separator = '\n    ';
  for await (const noted of notesOfEntries(journal, pace)) {
    const entry = toJrnl(noted);
    for (const tag of entry.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    yield separator + JSON.stringify(entry);
    separator = ',\n    ';
  }
  const tags = Object.fromEntries([...counts].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  yield `\n  ],\n  "tags": ${JSON.stringify(tags)}\n}\n`;
}

function toJrnl({ entry, document, tags, ...moment }: NotedEntry): JrnlEntry {
  const given = entry?.givenTitle ?? null;
  const [first, ...rest] = (document.root.children ?? []).map(toWords);
  // jrnl shows how an entry begins as its title; there the marks of a heading would be in the way.
  const begin = first?.type === 'heading' && given === null ? createParagraph(first.children) : first;
  const whole = textLines(given, begin, rest);
  const plain =
    endsInStar(whole) && begin !== undefined ? textLines(given, withoutMarks(begin), rest) : whole;
  const [line = '', ...others] = endsInStar(plain) ? ['…', ...plain] : plain;
  const wall = momentToIso(moment);
  return {
    title: unbroken(line),
    body: others.join('\n').trim(),
    date: wall.slice(0, 10),
    time: wall.slice(11, 16),
    tags: [...new Set(tags.map(toTag))],
    starred: entry?.isStarred === true,
  };
}

const textLines = (
  given: string | null,
  begin: DocumentNode | undefined,
  rest: readonly DocumentNode[],
): readonly string[] => {
  const all = documentToMarkdown(createDocument(begin === undefined ? [] : [begin, ...rest])).trim();
  return [...(given === null ? [] : [given]), ...all.split('\n')];
};

/** To jrnl that is a star. */
const endsInStar = ([line = '']: readonly string[]): boolean => /\*\s*$/.test(line);

const withoutMarks = (block: DocumentNode): DocumentNode => ({
  ...block,
  children: (block.children ?? []).map((child) =>
    child.text === undefined ? child : createText(child.text),
  ),
});

/** A title can't end in the sign of a star or of a broken line, and can't be nothing. */
function unbroken(line: string): string {
  const bare = line.replace(/\\$/, '').trim();
  return bare === '' ? '…' : bare;
}

/** jrnl shows no pictures and asks nothing. */
export const toWords = (block: DocumentNode): DocumentNode => {
  if (block.type === 'prompt') return createParagraph(block.children);
  if (block.type !== 'image') return block;
  const words = imageWords(block);
  return createParagraph([createText(words === '' ? 'Picture' : `Picture: ${words}`)]);
};

/** Behind an at sign, and of the characters jrnl takes for one word. */
const toTag = (name: string): string =>
  `@${
    name
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{M}\p{N}_+*#/-]+/gu, '-')
      .replaceAll(/^-+|-+$/g, '') || '_'
  }`;
