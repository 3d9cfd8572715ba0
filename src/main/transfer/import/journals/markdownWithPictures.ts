import { createImage, longestAltText } from '../../../../shared/document/image';
import { markdownToDocument } from '../../../../shared/document/markdown';
import type { DocumentNode, JournalDocument } from '../../../../shared/document/schema';
import { createDocument } from '../../../../shared/document/createDocument';
import { append } from './appendLine';
import type { PictureAt } from './pictureAt';

const imagePattern =
  /!\[((?:\\.|[^\\[\]]){0,1000})\]\(\s*(?:<([^<>\n]{1,2000})>|([^\s()<>]{1,2000}))(?:\s+"[^"\n]{0,1000}")?\s*\)/g;
const fence = /^ {0,3}(`{3,}|~{3,})/;

type Part =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'image'; readonly node: DocumentNode };

/**
 * A page in another program's Markdown, with its pictures as blocks between the words. An image whose address means nothing here stays the text it is. What would be one of
 * our own notes about a picture is text, too: only `pictureAt` says which picture there is.
 */
export function markdownWithPictures(markdown: string, pictureAt: PictureAt): JournalDocument {
  if (!markdown.includes('![')) return markdownToDocument(markdown);
  const blocks: DocumentNode[] = [];
  let text: string[] = [];
  const flush = (): void => {
    if (text.some((line) => line.trim() !== ''))
      append(blocks, markdownToDocument(text.join('\n')).root.children ?? []);
    text = [];
  };
  let open: string | null = null;
  for (const line of markdown.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const mark = fence.exec(line)?.[1];
    if (open !== null) {
      if (mark !== undefined && mark.startsWith(open) && line.trim() === mark) open = null;
      text.push(line);
      continue;
    }
    if (mark !== undefined) open = mark;
    const parts = line.includes('![') ? partsOfLine(line, pictureAt) : [];
    if (!parts.some(({ is }) => is === 'image')) {
      text.push(line);
      continue;
    }
    for (const part of parts) {
      if (part.is === 'text') text.push(part.text);
      else {
        flush();
        blocks.push(part.node);
      }
    }
  }
  flush();
  return createDocument(blocks);
}

function partsOfLine(line: string, pictureAt: PictureAt): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of line.matchAll(imagePattern)) {
    const [all, alt = '', bracketed, plain] = match;
    const picture = pictureAt(decoded(bracketed ?? plain ?? ''));
    if (picture === null) continue;
    const before = line.slice(from, match.index);
    if (before.trim() !== '') parts.push({ is: 'text', text: before });
    const words = alt.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
    const node = createImage({
      id: picture.id,
      alt: (words === '' ? picture.altText : words).slice(0, longestAltText),
      width: 1,
      height: 1,
      shown: 'page',
    });
    parts.push({ is: 'image', node });
    from = match.index + all.length;
  }
  const rest = line.slice(from);
  if (rest.trim() !== '') parts.push({ is: 'text', text: rest });
  return parts;
}

/** Addresses of files are written with "%20". */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
