import { parse } from 'yaml';
import type { DocumentNode } from '../../../../shared/document/schema';
import { createList, createParagraph, createText, marks } from '../../../../shared/document/createDocument';
import type { ForeignFiles } from './foreignFiles';
import { type Assumption, type ForeignEntry, type ForeignJournal, type RefusedPart } from './foreignJournal';
import { readText, startOfText } from './foreignText';
import { giveEntries } from './giveEntries';
import type { JournalReader } from './journalReaders';
import { withBlocks } from './plainToDocument';
import { txt2tagsToDocument } from './txt2tags';

/** Bytes of a month. */
const longestMonth = 8 * 2 ** 20;

const monthPattern = /(?:^|\/)(\d{4}-\d\d)\.txt$/;
/** What it keeps while it saves, and when two computers wrote at once. */
const besidePattern = /(?:^|\/)\d{4}-\d\d\.(?:old|new|CONFLICT_BACKUP[^/]*)\.txt$/;

const months = (files: ForeignFiles): readonly string[] =>
  files.names().filter((name) => monthPattern.test(name));

/** RedNotebook: a folder with a file of YAML for each month. */
export const redNotebook: JournalReader = {
  source: 'rednotebook',
  recognises: async (files) => {
    const [first] = months(files);
    if (first === undefined) return false;
    return /^\uFEFF?\s*(?:#.*\n|---.*\n)*\{?\s*['"]?\d{1,2}['"]?\s*:/.test(
      await startOfText(files, first, 4096),
    );
  },
  read: async (files, { report, take }): Promise<ForeignJournal> => {
    const assumed = new Set<Assumption>();
    const given = giveEntries('rednotebook', take);
    const refused: RefusedPart[] = [];
    if (files.names().some((name) => besidePattern.test(name))) assumed.add('side-files');
    const names = months(files);
    for (const [index, name] of names.entries()) {
      report(index, names.length);
      const days = parseMonth(await readText(files, name, assumed, longestMonth));
      if (days === null) refused.push({ file: name, line: null, reason: 'not-valid' });
      else for (const entry of readMonth(name, days, refused)) await given.add(entry);
    }
    return { source: 'rednotebook', entries: given.left(), sessions: [], refused, assumed: [...assumed] };
  },
};

type Tree = string | readonly Tree[] | { readonly [name: string]: Tree };

const isMapping = (tree: Tree | undefined): tree is { readonly [name: string]: Tree } =>
  typeof tree === 'object' && !Array.isArray(tree);

/**
 * With nothing but texts, lists and mappings: "yes", "1e3" and "2010-01-01" are names somebody gave, and no tag makes anything else of them. Null for what is no month, or
 * wants to grow by naming parts of itself.
 */
function parseMonth(text: string): { readonly [day: string]: Tree } | null {
  try {
    const tree = parse(text, {
      schema: 'failsafe',
      stringKeys: true,
      uniqueKeys: false,
      maxAliasCount: 0,
      prettyErrors: false,
      logLevel: 'error',
    }) as Tree;
    return isMapping(tree) ? tree : null;
  } catch {
    return null;
  }
}

function* readMonth(
  file: string,
  days: { readonly [day: string]: Tree },
  refused: RefusedPart[],
): Generator<ForeignEntry> {
  const month = monthPattern.exec(file)?.[1] ?? '';
  for (const [dayNumber, tree] of Object.entries(days)) {
    const place = { file, line: /^\d{1,2}$/.test(dayNumber) ? Number(dayNumber) : null };
    const day = `${month}-${dayNumber.padStart(2, '0')}`;
    if (place.line === null) refused.push({ ...place, reason: 'date-unclear' });
    else if (!isMapping(tree)) refused.push({ ...place, reason: 'not-valid' });
    else yield toEntry(day, tree, place);
  }
}

/** What YAML writes for nothing. */
const isNothing = (tree: Tree): boolean => typeof tree === 'string' && /^(?:|~|null)$/i.test(tree);

function toEntry(
  day: string,
  tree: { readonly [name: string]: Tree },
  place: { readonly file: string; readonly line: number | null },
): ForeignEntry {
  const text = typeof tree['text'] === 'string' ? tree['text'] : namesIn(tree['text'] ?? '').join('\n');
  const categories = Object.entries(tree).filter(([name]) => name !== 'text' && name !== 'Tags');
  const oldTags = tree['Tags'];
  return {
    sourceId: day,
    written: { is: 'wall', day, time: null },
    modifiedAt: null,
    title: null,
    document: withBlocks(
      txt2tagsToDocument(text),
      categories.flatMap(([name, parts]) => categoryBlocks(name, parts)),
    ),
    pictures: [],
    tags: [
      ...hashtagsIn(text),
      ...(oldTags === undefined ? [] : namesIn(oldTags)),
      ...categories.map(([name]) => name),
    ],
    isStarred: false,
    checkIn: null,
    place,
  };
}

/** Below the words, as the program shows it beside them. */
function categoryBlocks(name: string, parts: Tree): readonly DocumentNode[] {
  const names = namesIn(parts);
  const head = createParagraph([createText(name, marks.bold)]);
  if (names.length === 0) return [head];
  return [
    head,
    createList({ kind: 'bullet', lines: names.map((part) => ({ children: [createText(part)] })) }),
  ];
}

function namesIn(tree: Tree, deep = 0): readonly string[] {
  if (isNothing(tree)) return [];
  if (typeof tree === 'string') return [tree];
  // Deeper than anybody looks, and words all the same.
  if (deep > 4) return [JSON.stringify(tree)];
  if (!isMapping(tree)) return Object.values(tree).flatMap((part: Tree) => namesIn(part, deep + 1));
  return Object.entries(tree).flatMap(([name, inner]) => {
    const below = namesIn(inner, deep + 1);
    return below.length === 0 ? [name] : below.map((part) => `${name}: ${part}`);
  });
}

const notTags = /^(?:include|define|undef|if|ifdef|ifndef|else|elif|endif|error|pragma|line|[0-9a-f]{6})$/i;

/** Words behind # or its wide form, with a letter in them; neither colours nor what programmers write. */
const hashtagsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}_&#＃/])[#＃]([\p{L}\p{N}_-]{1,64})/gu)].flatMap(([, word = '']) =>
    /\p{L}/u.test(word) && !notTags.test(word) ? [word] : [],
  );
