import { z } from 'zod';
import { markdownToDocument } from '../../../../shared/document/markdown';
import type { JournalDocument } from '../../../../shared/document/schema';
import { sourceToFiles, type ForeignFiles } from './foreignFiles';
import {
  ForeignNotReadable,
  ForeignSealed,
  type Assumption,
  type ForeignEntry,
  type ForeignJournal,
  type RefusedPart,
} from './foreignJournal';
import { maybe, partsOf, readText, said, startOfText } from './foreignText';
import { giveEntries, type GivenEntries } from './giveEntries';
import type { JournalReader } from './journalReaders';
import { jrnlDates } from './jrnlDates';
import { isLockedJrnl, unlockJrnl } from './jrnlLocked';
import { parseJrnlPage } from './jrnlPage';
import { jsonMembers } from './jsonMembers';

const beginning = 64 * 1024;
/** Bytes of a text, or of a page that stands in a file by itself. */
const longestText = 64 * 2 ** 20;

type Form = 'json' | 'text' | 'bare' | 'page';

/** Until its second version jrnl wrote no brackets. */
const heads = {
  text: /^\[([^\]\n]{8,40})\] ?/gm,
  bare: /^(\d{1,4}[-./]\d{1,2}[-./]\d{1,4} \d{1,2}[:.]\d\d) (?=\S)/gm,
} as const;

/** What jrnl calls "yaml" is none: its body stands behind tabs. */
const pagePattern = /^title: .*\ndate: \d{4}-\d\d-\d\d.*\n(?:.*\n){0,8}?body: \|\n/;

async function formOf(files: ForeignFiles, name: string): Promise<Form | null> {
  const start = (await startOfText(files, name, beginning)).replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  if (/^\s*\{/.test(start))
    return /"entries"\s*:\s*\[/.test(start) && /"date"\s*:\s*"\d{4}-/.test(start) && /"body"\s*:/.test(start)
      ? 'json'
      : null;
  if (pagePattern.test(start)) return 'page';
  const head = /^\s*\[([^\]\n]{8,40})\] ?\S/.exec(start);
  if (head !== null) return jrnlDates([head[1] ?? '']).order === null ? null : 'text';
  // Other notes begin so, too: among many files it says nothing.
  const [bare] = files.kind === 'file' && !/\.md$/i.test(name) ? start.matchAll(heads.bare) : [];
  return bare?.index === 0 && jrnlDates([bare[1] ?? '']).order !== null ? 'bare' : null;
}

const isCandidate = (name: string): boolean => /\.(?:txt|md|json|jrnl)$/i.test(name);

interface Forms {
  readonly forms: ReadonlyMap<string, Form>;
  /** What is none, and has something in it. */
  readonly others: readonly string[];
}

async function formsOf(files: ForeignFiles): Promise<Forms> {
  const forms = new Map<string, Form>();
  const others: string[] = [];
  for (const name of files.names()) {
    if (files.kind !== 'file' && !isCandidate(name)) continue;
    const form = await formOf(files, name);
    if (form !== null) forms.set(name, form);
    else if (files.sizeOf(name) > 0) others.push(name);
  }
  return { forms, others };
}

/** jrnl as JSON, as the text it keeps itself, as a folder of days, or as the pages it calls YAML. */
export const jrnl: JournalReader = {
  source: 'jrnl',
  recognises: isJrnl,
  read: async (found, { report, passphrase, take }): Promise<ForeignJournal> => {
    const files = (await isLocked(found)) ? await unlocked(found, passphrase) : found;
    const assumed = new Set<Assumption>(['home-zone']);
    const refused: RefusedPart[] = [];
    const given = giveEntries('jrnl', take);
    const { forms, others } = await formsOf(files);
    if (forms.size === 0) throw new ForeignNotReadable('no journal in it');
    for (const name of others) refused.push({ file: name, line: null, reason: 'not-readable' });
    const total = [...forms.keys()].reduce((sum, name) => sum + files.sizeOf(name), 0);
    let done = 0;
    for (const [name, form] of forms) {
      const from = done;
      const step = (share: number): void => report(from + Math.round(share * files.sizeOf(name)), total);
      if (form === 'json') await readJson(files, name, { given, refused, assumed, step });
      else {
        const text = (await readText(files, name, assumed, longestText)).replaceAll(/\r\n?/g, '\n');
        if (form === 'text' || form === 'bare')
          await readJrnlText(text, name, heads[form], { given, refused, assumed, step });
        else {
          const page = parseJrnlPage(text);
          if (page === null) refused.push({ file: name, line: 1, reason: 'not-valid' });
          else await given.add(toEntry(page, { file: name, line: 1 }));
        }
      }
      done += files.sizeOf(name);
      report(done, total);
    }
    return { source: 'jrnl', entries: given.left(), sessions: [], refused, assumed: [...assumed] };
  },
};

/** Of the first few files all have to be jrnl's: a folder of other notes can have one that begins with a date, too. */
async function isJrnl(files: ForeignFiles): Promise<boolean> {
  if (await isLocked(files)) return true;
  const names = files.names().filter((name) => files.kind === 'file' || isCandidate(name));
  const first = names.slice(0, 20);
  for (const name of first) if ((await formOf(files, name)) === null) return false;
  return first.length > 0;
}

async function isLocked(files: ForeignFiles): Promise<boolean> {
  const [name] = files.names();
  return files.kind === 'file' && name !== undefined && isLockedJrnl(await files.start(name, 6));
}

/** The same file without its lock; its text is in memory alone. */
async function unlocked(files: ForeignFiles, passphrase: Uint8Array | undefined): Promise<ForeignFiles> {
  if (passphrase === undefined) throw new ForeignSealed();
  const [name = ''] = files.names();
  const text = unlockJrnl(await files.read(name, longestText), passphrase);
  const source = { length: text.length, read: piece(text), close: files.close };
  return sourceToFiles(source, name);
}

const piece =
  (bytes: Buffer) =>
  (from: number, length: number): Promise<Buffer<ArrayBuffer>> =>
    Promise.resolve(Buffer.from(bytes.subarray(from, from + length)));

interface Into {
  readonly given: GivenEntries;
  readonly refused: RefusedPart[];
  readonly assumed: Set<Assumption>;
  /** What has been read of the file, from 0 to 1. */
  readonly step: (share: number) => void;
}

const jsonEntrySchema = z.object({
  title: maybe(z.string()),
  body: maybe(z.string()),
  date: z.string(),
  time: maybe(z.string()),
  tags: partsOf(said),
  starred: maybe(z.boolean()),
  uuid: maybe(z.string()),
});

async function readJson(
  files: ForeignFiles,
  name: string,
  { given, refused, assumed, step }: Into,
): Promise<void> {
  let bytes = 0;
  const stepOn = (more: number): void => step((bytes += more) / files.sizeOf(name));
  for await (const { place, value } of jsonMembers(files, name, 'entries', assumed, stepOn)) {
    const where = { file: name, line: place };
    const entry = jsonEntrySchema.safeParse(value);
    if (!entry.success) {
      refused.push({ ...where, reason: value === undefined ? 'not-json' : 'not-valid' });
      continue;
    }
    const { title, body, date, time, starred, uuid, tags } = entry.data;
    await given.add(
      toEntry(
        {
          day: date,
          time: /^\d{1,2}:\d\d/.exec(time ?? '')?.[0].padStart(5, '0') ?? null,
          title: title ?? '',
          body: body ?? '',
          isStarred: starred === true,
          tags: tags.length > 0 ? tags : tagsInText(`${title ?? ''}\n${body ?? ''}`),
          sourceId: uuid,
        },
        where,
      ),
    );
  }
}

/** `[2020-06-28 18:22] Title`, and what follows until the next line that begins so. */
async function readJrnlText(
  text: string,
  file: string,
  pattern: RegExp,
  { given, refused, assumed, step }: Into,
): Promise<void> {
  const found = [...text.matchAll(pattern)];
  const { order, isGuessed, read } = jrnlDates(found.map(([, date = '']) => date));
  if (isGuessed && order !== null && order !== 'year-first') assumed.add(order);
  const dated = found.flatMap((head) => {
    const date = read(head[1] ?? '');
    return date === null ? [] : [{ head, date }];
  });
  let line = 1;
  let counted = 0;
  if (text.slice(0, dated[0]?.head.index).trim() !== '') refused.push({ file, line, reason: 'date-unclear' });
  for (const [index, { head, date }] of dated.entries()) {
    for (; counted < head.index; counted += 1) if (text.charCodeAt(counted) === 10) line += 1;
    const end = dated[index + 1]?.head.index ?? text.length;
    const whole = text.slice(head.index + head[0].length, end).trim();
    const [first = '', ...rest] = whole.split('\n');
    const bare = first.trim();
    const isStarred = /^\*\s|\s?\*$/.test(bare) && !/^\*[^\s*].*[^\s*]\*$/.test(bare);
    const title = isStarred ? bare.replace(/^\*\s+/, '').replace(/\s*\*$/, '') : bare;
    const where = { file, line };
    if (title === '' && rest.join('').trim() === '') refused.push({ ...where, reason: 'empty' });
    else {
      const page = {
        ...date,
        title,
        body: rest.join('\n'),
        isStarred,
        tags: tagsInText(whole),
        sourceId: null,
      };
      await given.add(toEntry(page, where));
      step(end / text.length);
    }
  }
}

export interface JrnlPage {
  readonly day: string;
  readonly time: string | null;
  readonly title: string;
  readonly body: string;
  readonly isStarred: boolean;
  /** With their sign. */
  readonly tags: readonly string[];
  readonly sourceId: string | null;
}

function toEntry(page: JrnlPage, place: { readonly file: string; readonly line: number }): ForeignEntry {
  return {
    sourceId: page.sourceId,
    written: { is: 'wall', day: page.day, time: page.time },
    modifiedAt: null,
    title: null,
    document: toDocument(page),
    pictures: [],
    tags: page.tags.map((tag) => tag.replace(/^[^\p{L}\p{N}]/u, '')),
    isStarred: page.isStarred,
    checkIn: null,
    place,
  };
}

/** What can't be parted from the lines below it: a list, a quote, a table, a fence. */
const begunBlock = /^(?:[-*+]\s|\d{1,9}[.)]\s|>|\||`{3,}|~{3,})/;

/** The title is how the text begins, not a name apart from it; of jrnl's JSON it is the first sentence. */
function toDocument({ title, body }: JrnlPage): JournalDocument {
  const first = title.trim();
  return markdownToDocument(`${first}${begunBlock.test(first) ? '\n' : '\n\n'}${body}`);
}

/** Words behind an at sign, which is jrnl's own. Addresses of mail have it inside. */
const tagsInText = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/(?<!\S)@[\p{L}\p{N}_][\p{L}\p{N}_\-+*#/]*/gu)].map(([tag]) => tag)),
];
