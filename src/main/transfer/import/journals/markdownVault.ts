import {
  createDocument,
  createLineBreak,
  createParagraph,
  createText,
} from '../../../../shared/document/createDocument';
import { documentToOwnText, isDocumentEmpty } from '../../../../shared/document/plainText';
import type { JournalDocument } from '../../../../shared/document/schema';
import type { ForeignFiles } from './foreignFiles';
import type { Assumption, ForeignCheckIn, ForeignEntry, ForeignJournal, RefusedPart } from './foreignJournal';
import { isoToInstant, readText } from './foreignText';
import { htmlToDocument } from './htmlToDocument';
import { giveEntries } from './giveEntries';
import type { JournalReader, ReadOptions } from './journalReaders';
import { logseqToMarkdown } from './logseqText';
import { dateOfPath, formatToDateOfPath, noteMoment, type DateOfPath } from './markdownDates';
import { factOf, isYes, splitFrontMatter, type NoteFacts, type SplitNote } from './markdownFrontMatter';
import { moodScaleOf, type MoodScale } from './markdownMood';
import { hasWordsBefore, isOwnNote, readOwnNote, wasBinned } from './markdownOwn';
import { markdownWithPictures } from './markdownWithPictures';
import { titleOfName } from './noteTitle';
import { obsidianToPlain } from './obsidianText';
import { readOwnTables } from './ownTables';
import { createVaultPictures, type VaultPictures } from './vaultPictures';

const noteName = /\.(?:md|markdown)$/i;
/** What programs keep for themselves, and what was thrown away. */
const sideFolder = /(?:^|\/)(?:\.[^/]+|__MACOSX|node_modules|logseq\/(?:bak|\.recycle|version-files))\//i;
const thrownAway = /(?:^|\/)(?:\.trash|logseq\/(?:bak|\.recycle))\/.*\.(?:md|markdown)$/i;
const ownSideFile = /^(?:[^/]+\/)?(?:README|library)\.md$/;

/** Bytes of one note. */
const longestNote = 16 * 2 ** 20;

const notesOf = (files: ForeignFiles): readonly string[] =>
  files.names().filter((name) => noteName.test(name) && !sideFolder.test(name));

/**
 * A folder, a zip or a file of Markdown: from Obsidian, Logseq, Joplin, Pile or by hand, a note an entry; or our own export, where entries are
 * what they were. Nothing in a note is fetched, and what is no text of a note (templates' keys, what a program keeps for itself) stays outside.
 */
export const markdownReader: JournalReader = {
  source: 'markdown',
  recognises: (files) => Promise.resolve(notesOf(files).length > 0 && (isVault(files) || !isOfOthers(files))),
  read: readVault,
};

const vaultMark = /(?:^|\/)(?:\.obsidian\/|logseq\/config\.edn$)/;
const isVault = (files: ForeignFiles): boolean => files.names().some((name) => vaultMark.test(name));

/** A takeout or a list of sports that holds a note by chance. */
const othersMark =
  /(?:^|\/)(?:activities\.csv|export\.xml|Takeout\/.*|DI_CONNECT\/.*)$|\.(?:fit|tcx|gpx)(?:\.gz)?$/i;
const isOfOthers = (files: ForeignFiles): boolean => files.names().some((name) => othersMark.test(name));

const baseOf = (name: string): string => name.split('/').at(-1) ?? name;

interface Vault {
  readonly files: ForeignFiles;
  readonly pictures: VaultPictures;
  readonly rules: readonly DateOfPath[];
  /** Last names of all files. */
  readonly bases: ReadonlySet<string>;
  readonly isLogseq: boolean;
  readonly assumed: Set<Assumption>;
}

/** A note whose mood is on a scale that all of them share. */
interface Note {
  readonly entry: ForeignEntry;
  readonly mood: { readonly said: string; readonly stands: 'in text' | 'above it' } | null;
}

async function readVault(files: ForeignFiles, { report, take }: ReadOptions): Promise<ForeignJournal> {
  const names = notesOf(files);
  const isObsidian = files.names().some((name) => /(?:^|\/)\.obsidian\//.test(name));
  const source = isObsidian ? 'obsidian' : 'markdown';
  const assumed = new Set<Assumption>();
  if (files.names().some((name) => thrownAway.test(name))) assumed.add('side-files');
  const vault: Vault = {
    files,
    pictures: createVaultPictures(files),
    rules: [...(await rulesOf(files)), dateOfPath],
    bases: new Set(files.names().map(baseOf)),
    isLogseq: files
      .names()
      .some((name) => /(?:^|\/)(?:logseq\/config\.edn|journals\/\d{4}_\d\d_\d\d\.md)$/.test(name)),
    assumed,
  };
  const given = giveEntries(source, take);
  let scale: MoodScale | undefined;
  const refused: RefusedPart[] = [];
  const left: string[] = [];
  let isOwn = false;
  for (const [index, name] of names.entries()) {
    report(index, names.length);
    const refuse = (reason: RefusedPart['reason']): void => {
      refused.push({ file: name, line: null, reason });
    };
    if (files.sizeOf(name) > longestNote) {
      refuse('too-long');
      continue;
    }
    const note = toNote(await readText(files, name, assumed));
    if (isOwnNote(note.facts)) {
      isOwn = true;
      if (wasBinned(note.facts)) {
        assumed.add('binned-left-out');
        continue;
      }
      if (hasWordsBefore(note)) refuse('no-id');
      for (const entry of await readOwnNote(name, note, vault.pictures)) {
        if (entry === null) refuse('not-valid');
        else await given.add(entry);
      }
    } else if (isYes(factOf(note.facts, 'isai'))) assumed.add('side-files');
    else {
      const read = await readNote(vault, name, note, refused);
      if (read === null) left.push(name);
      else {
        if (read.mood !== null)
          scale ??= await scaleOf(vault, names.slice(index), () => report(index, names.length));
        await given.add(scale === undefined ? read.entry : withMood(read, scale));
      }
    }
  }
  const tables = await readOwnTables(files, assumed, report);
  if (tables.tables > 0) isOwn = true;
  for (const name of left)
    if (!isOwn || !ownSideFile.test(name)) refused.push({ file: name, line: null, reason: 'date-unclear' });
  report(names.length, names.length);
  return {
    source,
    entries: given.left(),
    sessions: [],
    own: tables.own,
    refused: [...refused, ...tables.refused],
    assumed: [...assumed],
  };
}

const toNote = (text: string): SplitNote =>
  splitFrontMatter(text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'));

/** The scale of all moods there are: notes that say one are read twice, so that they are never in memory together. */
async function scaleOf(vault: Vault, names: readonly string[], stillHere: () => void): Promise<MoodScale> {
  const { files, rules, assumed } = vault;
  const moods: string[] = [];
  for (const name of names) {
    stillHere();
    if (files.sizeOf(name) > longestNote) continue;
    const text = await readText(files, name, assumed);
    if (!/mood/i.test(text)) continue;
    const { facts, body } = toNote(text);
    if (isOwnNote(facts) || isYes(factOf(facts, 'isai'))) continue;
    if (noteMoment(facts, name.replace(noteName, ''), rules) === null) continue;
    const mood = moodOf(facts, toPlain(vault, name, body).fields);
    if (mood !== null) moods.push(mood.said);
  }
  const scale = moodScaleOf(moods);
  if (moods.some((mood) => scale(mood) !== null)) assumed.add('mood-scale');
  return scale;
}

/** How daily notes are named here, when the program says so. */
async function rulesOf(files: ForeignFiles): Promise<readonly DateOfPath[]> {
  const formats: string[] = [];
  const read = async (pattern: RegExp, formatOf: (text: string) => string | undefined): Promise<void> => {
    const name = files.names().find((one) => pattern.test(one));
    if (name === undefined || files.sizeOf(name) > 2 ** 20) return;
    const format = formatOf((await files.read(name)).toString('utf8'));
    if (format !== undefined && format !== '' && format.length <= 200) formats.push(format);
  };
  await read(/(?:^|\/)\.obsidian\/daily-notes\.json$/, (text) => /"format"\s*:\s*"([^"]*)"/.exec(text)?.[1]);
  await read(/(?:^|\/)logseq\/config\.edn$/, (text) =>
    /^[^;\n]*:journal\/file-name-format\s+"([^"]*)"/m
      .exec(text)?.[1]
      ?.replaceAll('yyyy', 'YYYY')
      .replaceAll('dd', 'DD'),
  );
  return formats.flatMap((format) => formatToDateOfPath(format) ?? []);
}

/** Null for a note that belongs to no day. */
async function readNote(
  vault: Vault,
  name: string,
  { facts, body }: { readonly facts: NoteFacts; readonly body: string },
  refused: RefusedPart[],
): Promise<Note | null> {
  const { pictures, rules, bases, assumed } = vault;
  const path = name.replace(noteName, '');
  const written = noteMoment(facts, path, rules);
  if (written === null) return null;
  if (written.is === 'wall') assumed.add('home-zone');
  const isHtml = facts.has('isreply') || facts.has('isai');
  const plain = toPlain(vault, name, body);
  const { pictureAt, found } = await pictures.of(name, isHtml ? htmlPictures(body) : plain.markdown);
  const page = isHtml ? htmlToDocument(body, pictureAt) : markdownWithPictures(plain.markdown, pictureAt);
  for (const medium of plain.media)
    if (bases.has(baseOf(medium))) refused.push({ file: name, line: null, reason: 'media' });
  const title = factOf(facts, 'title') ?? titleOfName(path);
  const document = withFacts(page, facts, assumed);
  const day = written.is === 'wall' ? written.day : new Date(written.at).toISOString();
  return {
    mood: moodOf(facts, plain.fields),
    entry: {
      sourceId: factOf(facts, 'uid', 'uuid', 'id') ?? `${day}\n${path.split('/').at(-1) ?? ''}`,
      written,
      modifiedAt: isoToInstant(
        factOf(facts, 'updated', 'updatedat', 'modified', 'date modified')?.replace(' ', 'T'),
      ),
      title: title === documentToOwnText(document).split('\n', 1)[0]?.trim() ? null : title,
      document,
      pictures: found,
      tags: tagsOf(facts, plain.tags),
      isStarred: ['starred', 'star', 'favorite', 'favourite', 'pinned'].some((key) =>
        isYes(factOf(facts, key)),
      ),
      checkIn: null,
      place: { file: name, line: null },
    },
  };
}

const toPlain = ({ isLogseq }: Vault, name: string, body: string): ReturnType<typeof obsidianToPlain> =>
  obsidianToPlain(isLogseq && /(?:^|\/)journals\//.test(name) ? logseqToMarkdown(body) : body);

function moodOf(facts: NoteFacts, fields: readonly (readonly [string, string])[]): Note['mood'] {
  const above = factOf(facts, 'mood');
  if (above !== undefined) return { said: above, stands: 'above it' };
  const inside = fields.find(([key]) => key === 'mood')?.[1];
  return inside === undefined ? null : { said: inside, stands: 'in text' };
}

/** A page of Pile is HTML; its pictures are asked for as Markdown asks for them. */
const htmlPictures = (html: string): string =>
  [...html.matchAll(/<img\b[^>]*?\bsrc\s*=\s*["']([^"'<>\n]{1,2000})["']/gi)]
    .map(([, src = '']) => `![](<${src}>)`)
    .join('\n');

function tagsOf(facts: NoteFacts, inText: readonly string[]): readonly string[] {
  const said = ['tags', 'tag', 'keywords'].flatMap((key) => {
    const list = facts.get(key) ?? [];
    // One text with commas or blanks is several tags; an item of a list is one.
    return list.length === 1 ? (list[0] ?? '').split(/[,\s]+/) : list;
  });
  const bare = [...said, ...inText].map((tag) => tag.replace(/^#/, '').trim()).filter((tag) => tag !== '');
  const once = new Map(bare.toReversed().map((tag) => [tag.toLowerCase(), tag]));
  return [...new Set(bare.map((tag) => once.get(tag.toLowerCase()) ?? tag))];
}

/** Keys that are read elsewhere, and those that say how a program shows a note. */
const knownKeys =
  /^(?:date|day|datum|fecha|data|time|uhrzeit|heure|hora|ora|created.*|date (?:created|modified)|creation date|updated.*|modified.*|title|tags?|keywords|starr?e?d?|favou?rite|pinned|mood|uid|uuid|id|cssclass(?:es)?|publish|permalink|banner.*|icon|position|template|kanban-plugin|obsidian.*|collapsed|isreply|isai|replies.*|color)$/;
const placeKeys =
  /^(?:latitude|longitude|altitude|lat|lng|lon|location|place|weather|temperature|coordinates)(?:\..*)?$/;

/** What the facts say that has no other place stands under the text. */
function withFacts(page: JournalDocument, facts: NoteFacts, assumed: Set<Assumption>): JournalDocument {
  const lines: string[] = [];
  for (const [key, values] of facts) {
    if (values.length === 0 || knownKeys.test(key)) continue;
    if (placeKeys.test(key)) assumed.add('place-and-weather');
    else lines.push(`${key}: ${values.join(', ')}`);
  }
  return appended(page, lines);
}

function appended(page: JournalDocument, lines: readonly string[]): JournalDocument {
  if (lines.length === 0) return page;
  const below = createParagraph(
    lines.flatMap((line, index) => [...(index === 0 ? [] : [createLineBreak()]), createText(line)]),
  );
  return createDocument([...(isDocumentEmpty(page) ? [] : (page.root.children ?? [])), below]);
}

/** A mood on no scale stays a word under the text. */
function withMood({ entry, mood }: Note, scale: MoodScale): ForeignEntry {
  if (mood === null) return entry;
  const valence = scale(mood.said);
  if (valence === null && mood.stands === 'in text') return entry;
  if (valence === null) return { ...entry, document: appended(entry.document, [`mood: ${mood.said}`]) };
  const checkIn: ForeignCheckIn = { valence, energy: null, feelings: [], note: null };
  return { ...entry, checkIn };
}
