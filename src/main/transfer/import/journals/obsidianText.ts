import { linesWithFences } from './outsideFences';

/** What Obsidian writes that Markdown has no word for, as Markdown; and what it says beside the text. */
export interface PlainNote {
  readonly markdown: string;
  /** Tags within the text, where they also stay. */
  readonly tags: readonly string[];
  /** "mood:: 4" and "[mood:: 4]"; they stay in the text, too. Keys in lower case. */
  readonly fields: readonly (readonly [string, string])[];
  /** Files other than pictures and notes that the note shows. */
  readonly media: readonly string[];
}

const pictureName = /\.(?:png|jpe?g|jfif|webp|gif|bmp|avif|svg|heic|tiff?)$/i;
const mediaName = /\.(?:mp3|m4a|ogg|oga|wav|flac|webm|3gp|mp4|mov|mkv|ogv|pdf|docx?|xlsx?|zip)$/i;
export const isPictureName = (name: string): boolean => pictureName.test(name);

const embed = /!\[\[([^\][\n|]{1,500})(?:\|([^\][\n]{0,500}))?\]\]/g;
const wikilink = /\[\[([^\][\n|]{1,500})(?:\|([^\][\n]{0,500}))?\]\]/g;
/** A link to a picture elsewhere: nothing is asked of where it lies. */
const remotePicture =
  /!\[((?:\\.|[^\\[\]]){0,1000})\]\(\s*<?(https?:\/\/[^\s()<>]{1,2000})>?[^)\n]{0,500}\)/gi;
const callout = /^(\s*(?:>\s*)+)\[!([\p{L}\p{N}_ -]{1,40})(?:\|[^\]]*)?\][+-]?[ \t]*(.*)$/u;
const blockId = /[ \t]\^[\w-]{1,64}$/;
const tag = /(?<![^\s(>])#([\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Join_Control}_/-]{1,100})/gu;
const ownField = /^\s*(?:[-*+]\s+)?([\p{L}_][\p{L}\p{N}_ -]{0,40})::\s*(.+)$/u;
const inlineField = /[[(]([\p{L}_][\p{L}\p{N}_ -]{0,40})::\s*([^\])\n]{1,500})[\])]/gu;

export function obsidianToPlain(body: string): PlainNote {
  const tags: string[] = [];
  const fields: (readonly [string, string])[] = [];
  const media: string[] = [];
  const lines = [...linesWithFences(body)].flatMap(({ line, is }) => {
    if (is === 'code') return [line];
    if (/^\s*%%\s*$/.test(line)) return [];
    const bare = line.replaceAll(/(`+)[^`\n]+\1/g, ' ');
    for (const [, name = ''] of bare.matchAll(tag))
      if (/[^\p{N}_/-]/u.test(name)) tags.push(name.replaceAll(/^\/+|\/+$/g, ''));
    const [, key, value] = ownField.exec(bare) ?? [];
    if (key !== undefined && value !== undefined) fields.push([key.trim().toLowerCase(), value.trim()]);
    else
      for (const [, name = '', said = ''] of bare.matchAll(inlineField))
        fields.push([name.trim().toLowerCase(), said.trim()]);
    return [outsideCode(line, (part) => toPlain(part, media))];
  });
  return { markdown: lines.join('\n'), tags, fields, media };
}

/** What is between backticks stays as it is. */
const outsideCode = (line: string, change: (part: string) => string): string =>
  line
    .split(/((`+)(?:(?!\2)[^\n])+\2)/)
    .map((part, index) => (index % 3 === 0 ? change(part) : index % 3 === 1 ? part : ''))
    .join('');

function toPlain(line: string, media: string[]): string {
  return embedsToMarkdown(line, media)
    .replaceAll(remotePicture, (_, words: string, address: string) => `[${words || address}](<${address}>)`)
    .replaceAll(
      wikilink,
      (_, target: string, alias: string | undefined) => alias?.trim() || targetInWords(target),
    )
    .replace(
      callout,
      (_, signs: string, kind: string, title: string) => `${signs}**${title.trim() || nameOfCallout(kind)}**`,
    )
    .replace(blockId, '')
    .replaceAll(/%%\s?([^%]*?)\s?%%/g, '$1');
}

/** "![[boat.png|300]]" as Markdown writes a picture; of another note its name, of another file its name, too. */
export const embedsToMarkdown = (line: string, media: string[] = []): string =>
  line.replaceAll(embed, (_, target: string, alias: string | undefined) => {
    const path = target.split('#')[0]?.trim() ?? '';
    if (mediaName.test(path)) media.push(path);
    if (!pictureName.test(path)) return alias?.trim() || targetInWords(target);
    const words = (alias ?? '').split('|').filter((part) => !/^\s*\d+(?:x\d+)?\s*$/.test(part));
    return `![${words.join(' ').replaceAll(/[[\]\\]/g, '')}](<${path.replaceAll(/[<>]/g, '')}>)`;
  });

/** "Note#Heading" is "Note > Heading", and "Folder/Note" its name. */
function targetInWords(target: string): string {
  const [path = '', ...inside] = target.split('#').map((part) => part.replace(/^\^.*/, '').trim());
  return [path.split('/').at(-1) ?? '', ...inside].filter(Boolean).join(' > ');
}

const nameOfCallout = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
