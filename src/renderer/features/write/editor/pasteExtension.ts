import { $insertGeneratedNodes, ClipboardImportExtension } from '@lexical/clipboard';
import { $generateNodesFromDOM } from '@lexical/html';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getEditor,
  $getRoot,
  $isRangeSelection,
  $parseSerializedNode,
  configExtension,
  createCommand,
  defineExtension,
  type BaseSelection,
  type LexicalCommand,
  type LexicalNode,
} from 'lexical';
import { z } from 'zod';
import { markdownToDocument } from '../../../../shared/document/markdown';
import { looksLikeMarkdown } from '../../../../shared/document/markdown/looksLikeMarkdown';
import { entryTextLimit } from '../../../../shared/domain/entry';
import { message } from '../../../i18n/i18n';
import { isPlainPasteWanted, wantPlainPaste } from '../../../session/plainPaste';
import { showToast } from '../../../session/toastStore';
import { TAKE_IN_PICTURES } from '../pictures/pictureCommands';
import { $isInCode } from './isInCode';
import { $placePictures, setPicturesAside, takeOutPictures, type FoundPictures } from './pastedPictures';
import { restoreWordLists } from './wordLists';

/** Of our own making, so only its head is looked at. */
const serializedNodeSchema = z.looseObject({ type: z.string(), version: z.number() });

interface HtmlPolicy {
  readonly createHTML: (html: string) => unknown;
}

interface PolicyMaker {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (html: string) => string },
  ) => HtmlPolicy;
}

/** Sent when something pasted would make the entry longer than it may be; nothing was put in. */
export const PASTE_TOO_LONG: LexicalCommand<void> = createCommand('PASTE_TOO_LONG');

/** Beyond this, marks and links of a page are not worth the wait: its text is taken. */
const longestHtml = 2_000_000;

/** Parsing is a guarded act under trusted types. The document made here is never shown and runs nothing. */
let policy: HtmlPolicy | undefined;

function trust(html: string): unknown {
  // Not in TypeScript's own description of the page yet.
  const maker: PolicyMaker | undefined = Reflect.get(window, 'trustedTypes');
  if (maker === undefined) return html;
  policy ??= maker.createPolicy('footnote-paste', { createHTML: (text) => text });
  return policy.createHTML(html);
}

function parseHtml(html: string): Document | null {
  try {
    // The policy's answer is what the parser takes in place of a string.
    return new DOMParser().parseFromString(trust(html) as string, 'text/html');
  } catch {
    // Where the page may make no policy, the plain text beside the HTML is taken.
    return null;
  }
}

const neverText =
  'script, style, template, noscript, iframe, object, embed, svg, math, head, title, meta, link';

const wrappers =
  'article, section, main, header, footer, aside, nav, figure, div, b[id^="docs-internal-guid"]';
const blockTags = 'p, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, pre, table, hr, div, section, article';

/** A page's boxes say nothing about its text, and the editor loses a divider in one. */
function openWrappers(page: Document): void {
  for (const wrapper of page.querySelectorAll(wrappers))
    if (wrapper.querySelector(blockTags) !== null) wrapper.replaceWith(...wrapper.childNodes);
}

/** A link is underlined by its looks, and a block of code says its language in a class. */
function tidyPasted(page: Document): void {
  for (const inside of page.querySelectorAll<HTMLElement>('a [style*="underline"]'))
    inside.style.textDecoration = '';
  for (const code of page.querySelectorAll('pre > code[class*="language-"]')) {
    const language = /language-([\w+#-]{1,40})/.exec(code.className)?.[1];
    if (language !== undefined) code.parentElement?.setAttribute('data-language', language);
  }
  // The editor reads either as a block of code, and one inside the other as nothing.
  for (const code of page.querySelectorAll('pre > code')) code.replaceWith(...code.childNodes);
}

function $leavesRoomFor(length: number): boolean {
  if ($getRoot().getTextContentSize() + length <= entryTextLimit) return true;
  $getEditor().dispatchCommand(PASTE_TOO_LONG, undefined);
  return false;
}

function $insertHtml(html: string, selection: BaseSelection, dataTransfer: DataTransfer): boolean {
  const aside = setPicturesAside(html);
  const page = aside.html.length > longestHtml ? null : parseHtml(aside.html);
  if (page === null) return false;
  for (const element of page.querySelectorAll(neverText)) element.remove();
  const found = takeOutPictures(page, aside.data);
  restoreWordLists(page);
  openWrappers(page);
  tidyPasted(page);
  const editor = $getEditor();
  const length = page.body.textContent?.length ?? dataTransfer.getData('text/plain').length;
  if (!$leavesRoomFor(length)) return true;
  const nodes = $generateNodesFromDOM(editor, page);
  if (nodes.length === 0) return false;
  $insertGeneratedNodes(editor, nodes, selection);
  $bringPictures(found);
  return true;
}

/** One sentence at most of what did not come along. */
function $bringPictures(found: FoundPictures): void {
  const placed = $placePictures(found);
  const isTaken = placed.length === 0 || $getEditor().dispatchCommand(TAKE_IN_PICTURES, placed);
  if (!isTaken) showToast({ text: message('write.paste.noPictures') });
  else if (found.tooMany > 0)
    showToast({ text: message('write.paste.tooManyPictures', { taken: placed.length }) });
  else if (found.elsewhere > 0)
    showToast({ text: message('write.paste.notFetched', { count: found.elsewhere }) });
}

/** The editor slows down with the square of the lines in one paragraph: 70,000 of them took it 22 seconds. */
const longestParagraph = 100;

function $linesToNodes(lines: readonly string[]): LexicalNode[] {
  return lines.flatMap((line, index) => {
    const words = line === '' ? [] : [$createTextNode(line)];
    return index === 0 ? words : [$createLineBreakNode(), ...words];
  });
}

function splitIntoParagraphs(text: string): readonly (readonly string[])[] {
  return text.split(/\n[ \t]*\n\s*/).flatMap((paragraph) => {
    const lines = paragraph.split('\n');
    const parts: string[][] = [];
    for (let from = 0; from < lines.length; from += longestParagraph) {
      parts.push(lines.slice(from, from + longestParagraph));
    }
    return parts;
  });
}

/** Longer Markdown is pasted as the text it is: nobody waits that long for its looks. */
const longestMarkdown = 200_000;

function $insertMarkdown(source: string, selection: BaseSelection): void {
  const { root } = markdownToDocument(source);
  const nodes = (root.children ?? []).map((node) => $parseSerializedNode(serializedNodeSchema.parse(node)));
  $insertGeneratedNodes($getEditor(), nodes, selection);
}

/** An empty line begins a paragraph; a single line break stays one. What is Markdown beyond doubt becomes what it says. */
function $insertPlainText(source: string, selection: BaseSelection, isLiteral: () => boolean): boolean {
  if (!$leavesRoomFor(source.length)) return true;
  const isForWords = $isRangeSelection(selection) && $isInCode(selection.anchor.getNode());
  if (!isForWords && source.length <= longestMarkdown && !isLiteral() && looksLikeMarkdown(source)) {
    $insertMarkdown(source, selection);
    return true;
  }
  const paragraphs = splitIntoParagraphs(source.replace(/\r\n?/g, '\n').replace(/\n+$/, ''));
  const [first = [], ...others] = paragraphs;
  const nodes =
    others.length === 0
      ? $linesToNodes(first)
      : paragraphs.map((lines) => $createParagraphNode().append(...$linesToNodes(lines)));
  if (nodes.length > 0) selection.insertNodes(nodes);
  return true;
}

/** "Paste as plain text" by its keys; the menu says it by itself. */
function noteKeys(event: KeyboardEvent): void {
  const isPaste = event.code === 'KeyV' && (event.ctrlKey || event.metaKey);
  if (isPaste) wantPlainPaste(event.shiftKey ? 'yes' : 'no');
}

/** Pasted and dropped text: our own nodes as they are, HTML by way of our nodes, anything else as plain text. */
export const pasteExtension = defineExtension({
  name: 'footnote/paste',
  dependencies: [
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        // Never the next in line: Lexical's own would make a policy of its own for every paste.
        'text/html': [(html, selection, _next, dataTransfer) => $insertHtml(html, selection, dataTransfer)],
        'text/plain': [(text, selection) => $insertPlainText(text, selection, isPlainPasteWanted)],
        'text/uri-list': [(text, selection) => $insertPlainText(text, selection, isPlainPasteWanted)],
      },
    }),
  ],
  register: (editor) =>
    editor.registerRootListener((root, former) => {
      former?.removeEventListener('keydown', noteKeys, true);
      root?.addEventListener('keydown', noteKeys, true);
    }),
});
