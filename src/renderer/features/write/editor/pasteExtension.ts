import { $insertGeneratedNodes, ClipboardImportExtension } from '@lexical/clipboard';
import { $generateNodesFromDOM } from '@lexical/html';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getEditor,
  $getRoot,
  configExtension,
  createCommand,
  defineExtension,
  type BaseSelection,
  type LexicalCommand,
  type LexicalNode,
} from 'lexical';
import { entryTextLimit } from '../../../../shared/domain/entry';

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

function $leavesRoomFor(length: number): boolean {
  if ($getRoot().getTextContentSize() + length <= entryTextLimit) return true;
  $getEditor().dispatchCommand(PASTE_TOO_LONG, undefined);
  return false;
}

function $insertHtml(html: string, selection: BaseSelection, dataTransfer: DataTransfer): boolean {
  const page = html.length > longestHtml ? null : parseHtml(html);
  if (page === null) return false;
  for (const element of page.querySelectorAll(neverText)) element.remove();
  const editor = $getEditor();
  const length = page.body.textContent?.length ?? dataTransfer.getData('text/plain').length;
  if (!$leavesRoomFor(length)) return true;
  const nodes = $generateNodesFromDOM(editor, page);
  if (nodes.length === 0) return false;
  $insertGeneratedNodes(editor, nodes, selection);
  return true;
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

/** An empty line begins a paragraph; a single line break stays one. Text is never read as Markdown. */
function $insertPlainText(source: string, selection: BaseSelection): boolean {
  if (!$leavesRoomFor(source.length)) return true;
  const paragraphs = splitIntoParagraphs(source.replace(/\r\n?/g, '\n').replace(/\n+$/, ''));
  const [first = [], ...others] = paragraphs;
  const nodes =
    others.length === 0
      ? $linesToNodes(first)
      : paragraphs.map((lines) => $createParagraphNode().append(...$linesToNodes(lines)));
  if (nodes.length > 0) selection.insertNodes(nodes);
  return true;
}

/** Pasted and dropped text: our own nodes as they are, HTML by way of our nodes, anything else as plain text. */
export const pasteExtension = defineExtension({
  name: 'footnote/paste',
  dependencies: [
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        // Never the next in line: Lexical's own would make a policy of its own for every paste.
        'text/html': [(html, selection, _next, dataTransfer) => $insertHtml(html, selection, dataTransfer)],
        'text/plain': [(text, selection) => $insertPlainText(text, selection)],
        'text/uri-list': [(text, selection) => $insertPlainText(text, selection)],
      },
    }),
  ],
});
