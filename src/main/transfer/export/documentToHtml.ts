import { marks } from '../../../shared/document/createDocument';
import { nodeToImage, type ShownImage } from '../../../shared/document/image';
import { isLinkAddress } from '../../../shared/document/linkAddress';
import type { DocumentNode, JournalDocument } from '../../../shared/document/schema';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as text, wherever it stands. What no page may contain (control characters) shows as nothing. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign).replaceAll(/[^\P{Cc}\t\n]/gu, '');

/** The address of a picture's bytes; null when there are none. */
export type PictureSource = (image: ShownImage) => string | null;

/** From the outside in. */
const markTags = [
  [marks.highlight, 'mark'],
  [marks.bold, 'strong'],
  [marks.italic, 'em'],
  [marks.underline, 'u'],
  [marks.strikethrough, 's'],
  [marks.code, 'code'],
] as const;

function textHtml(node: DocumentNode): string {
  const format = typeof node.format === 'number' ? node.format : 0;
  return markTags
    .filter(([bit]) => (format & bit) !== 0)
    .toReversed()
    .reduce((html, [, tag]) => `<${tag}>${html}</${tag}>`, escapeHtml(node.text ?? ''));
}

function inlineHtml(node: DocumentNode): string {
  if (node.type === 'linebreak') return '<br>';
  if (node.type === 'tab') return '\t';
  if (node.text !== undefined) return textHtml(node);
  const inside = insideHtml(node);
  const isAddress = (node.type === 'link' || node.type === 'autolink') && typeof node.url === 'string';
  return isAddress && isLinkAddress(String(node.url))
    ? `<a href="${escapeHtml(String(node.url))}" rel="noreferrer noopener">${inside}</a>`
    : inside;
}

const insideHtml = (node: DocumentNode): string =>
  (node.children ?? [])
    .filter(({ type }) => type !== 'list')
    .map(inlineHtml)
    .join('');

/** Headings of a page stand below those of the day and the entry. */
const headings: Readonly<Record<string, string>> = { h1: 'h4', h2: 'h5', h3: 'h6' };

function itemHtml(item: DocumentNode, isCheck: boolean): string {
  const nested = (item.children ?? []).filter(({ type }) => type === 'list');
  const isOnlyNested = nested.length > 0 && nested.length === (item.children ?? []).length;
  const box =
    !isCheck || isOnlyNested ? '' : item.checked === true ? '<b class="box">☑</b> ' : '<b class="box">☐</b> ';
  const label =
    box === ''
      ? ''
      : item.checked === true
        ? '<span class="said">Done: </span>'
        : '<span class="said">Open: </span>';
  return `<li${isOnlyNested ? ' class="bare"' : ''}>${label}${box}${insideHtml(item)}${nested.map(listHtml).join('')}</li>`;
}

function listHtml(list: DocumentNode): string {
  const items = (list.children ?? []).map((item) => itemHtml(item, list.listType === 'check')).join('');
  if (list.listType !== 'number')
    return `<ul${list.listType === 'check' ? ' class="checks"' : ''}>${items}</ul>`;
  const start =
    typeof list.start === 'number' && list.start !== 1 ? ` start="${Math.trunc(list.start)}"` : '';
  return `<ol${start}>${items}</ol>`;
}

function tableHtml(table: DocumentNode, pictureOf: PictureSource): string {
  const rows = (table.children ?? []).map((row) => {
    const cells = (row.children ?? []).map((cell) => {
      const tag = Number(cell.headerState ?? 0) === 0 ? 'td' : 'th';
      return `<${tag}>${(cell.children ?? []).map((block) => blockHtml(block, pictureOf)).join('')}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

function imageHtml(node: DocumentNode, pictureOf: PictureSource): string {
  const image = nodeToImage(node);
  if (image === null) return '';
  const { alt, width, height, shown } = image;
  const source = pictureOf(image);
  if (source === null) return alt === '' ? '' : `<p class="missing" dir="auto">${escapeHtml(alt)}</p>`;
  const size = shown === 'small' ? ' class="small"' : '';
  return `<figure${size}><img src="${source}" alt="${escapeHtml(alt)}" width="${width}" height="${height}"></figure>`;
}

function blockHtml(node: DocumentNode, pictureOf: PictureSource): string {
  switch (node.type) {
    case 'heading': {
      const tag = headings[String(node.tag)] ?? 'h6';
      return `<${tag} dir="auto">${insideHtml(node)}</${tag}>`;
    }
    case 'quote':
      return `<blockquote dir="auto">${insideHtml(node)}</blockquote>`;
    case 'prompt':
      return `<p class="prompt" dir="auto">${insideHtml(node)}</p>`;
    case 'list':
      return listHtml(node);
    case 'code':
      return `<pre><code>${insideHtml(node).replaceAll('<br>', '\n')}</code></pre>`;
    case 'horizontalrule':
      return '<hr>';
    case 'table':
      return tableHtml(node, pictureOf);
    case 'image':
      return imageHtml(node, pictureOf);
    default: {
      const inside = node.children === undefined ? inlineHtml(node) : insideHtml(node);
      return inside === '' ? '' : `<p dir="auto">${inside}</p>`;
    }
  }
}

/** A page as HTML without a script, a style or anything that is fetched, block by block; every word of it is escaped. */
export function* documentToHtml(document: JournalDocument, pictureOf: PictureSource): Iterable<string> {
  for (const node of document.root.children ?? []) {
    const html = blockHtml(node, pictureOf);
    if (html !== '') yield `${html}\n`;
  }
}
