import { parseDocument } from 'yaml';

/** The facts above a note, all of them as the text that stands there: YAML's own guesses ("yes", 18:40, 2026-05-04, ~) are not made. Keys in lower case. */
export type NoteFacts = ReadonlyMap<string, readonly string[]>;

/** Code units of facts beyond which they are text. */
const longestMatter = 64 * 1024;

export interface SplitNote {
  readonly facts: NoteFacts;
  readonly body: string;
}

/** `text` without a byte order mark and with "\n" alone. */
export function splitFrontMatter(text: string): SplitNote {
  const whole =
    /^---[ \t]*\n(?<matter>(?:(?!(?:---|\.\.\.)[ \t]*(?:\n|$))[^\n]*\n)*)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(
      text.slice(0, longestMatter),
    );
  if (whole === null) return { facts: new Map(), body: text };
  return { facts: matterToFacts(whole.groups?.matter ?? ''), body: text.slice(whole[0].length) };
}

function matterToFacts(matter: string): NoteFacts {
  const plain = plainToFacts(matter);
  if (plain !== null) return plain;
  try {
    const document = parseDocument(matter, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
    if (document.errors.length === 0) {
      const facts = new Map<string, string[]>();
      gather(document.toJS({ maxAliasCount: 20 }), '', facts);
      return facts;
    }
  } catch {
    // Nested deeper than anybody writes, or more aliases: line by line nothing of it matters.
  }
  return linesToFacts(matter);
}

const plainValue = String.raw`"([^"\\\p{C}\u2028\u2029]*)"|([\p{L}\p{N}][^:#\p{C}\u2028\u2029]*)`;
const plainLine = new RegExp(`^([A-Za-z]\\w*):(?: (?:${plainValue}))?$`, 'u');
const plainItem = new RegExp(`^ {2}- (?:${plainValue})$`, 'u');

/** What almost all notes have above them: a value or a list a key, without anything that means more in YAML. Null for everything else. A folder has thousands, and YAML takes its time. */
function plainToFacts(matter: string): NoteFacts | null {
  const facts = new Map<string, string[]>();
  let list: string[] | undefined;
  for (const line of matter.split('\n').slice(0, -1)) {
    const item = plainItem.exec(line);
    if (item !== null) {
      if (list === undefined) return null;
      list.push(...textOf(item[1] ?? item[2]));
      continue;
    }
    const [all, name = '', quoted, bare] = plainLine.exec(line) ?? [];
    const key = name.toLowerCase();
    if (all === undefined || facts.has(key)) return null;
    const value = quoted ?? bare;
    const values = textOf(value);
    facts.set(key, values);
    list = value === undefined ? values : undefined;
  }
  return facts;
}

const textOf = (value: string | undefined): string[] => {
  const text = value?.trim() ?? '';
  return text === '' ? [] : [text];
};

function gather(value: unknown, key: string, facts: Map<string, string[]>): void {
  if (Array.isArray(value)) for (const one of value) gather(one, key, facts);
  else if (typeof value === 'object' && value !== null)
    for (const [name, inside] of Object.entries(value))
      gather(inside, key === '' ? name.trim().toLowerCase() : `${key}.${name.trim().toLowerCase()}`, facts);
  else if (key !== '') {
    const text = typeof value === 'string' ? value.trim() : '';
    facts.set(key, [...(facts.get(key) ?? []), ...(text === '' ? [] : [text])]);
  }
}

/** What is no YAML ("tags: #run", "mood: @home") says something all the same. */
function linesToFacts(matter: string): NoteFacts {
  const facts = new Map<string, string[]>();
  let key = '';
  for (const line of matter.split('\n')) {
    const [, name, value] = /^([^\s:#-][^:]{0,80}):(?:[ \t]+([^\n]*))?$/.exec(line) ?? [];
    const item = /^\s*-[ \t]+([^\n]*)$/.exec(line)?.[1];
    if (name !== undefined) {
      key = name.trim().toLowerCase();
      facts.set(key, [...(facts.get(key) ?? []), ...bare(value ?? '')]);
    } else if (item !== undefined && key !== '') facts.set(key, [...(facts.get(key) ?? []), ...bare(item)]);
  }
  return facts;
}

const bare = (value: string): readonly string[] => {
  const text = value.trim().replaceAll(/^(["'])(.*)\1$/g, '$2');
  return text === '' ? [] : [text];
};

/** The first thing said under any of these keys. */
export const factOf = (facts: NoteFacts, ...keys: readonly string[]): string | undefined =>
  keys.flatMap((key) => facts.get(key) ?? [])[0];

export const isYes = (text: string | undefined): boolean => /^(?:true|yes|on|1)$/i.test(text ?? '');
