import {
  createCode,
  createDivider,
  createDocument,
  createHeading,
  createList,
  createParagraph,
  createQuote,
  createTable,
  type HeadingTag,
  type ListBlock,
  type ListKind,
} from '../../../../shared/document/createDocument';
import { createImage, longestAltText } from '../../../../shared/document/image';
import { parseLinkAddress } from '../../../../shared/document/linkAddress';
import { runsToNodes } from '../../../../shared/document/markdown/inlineRuns';
import type { DocumentNode, JournalDocument } from '../../../../shared/document/schema';
import { append, appendLine } from './appendLine';
import { blockNames, headingOf, leftOut, markOf, marksOfStyle, type Attributes } from './htmlTags';
import { InlineWriter } from './inlineWriter';
import type { PictureAt } from './pictureAt';

/** Deeper than any editor nests; beyond it only the words are kept. */
const deepestNesting = 200;
const deepestList = 12;
const mostCells = 20_000;

export class NestedTooDeep extends Error {}

interface OpenList {
  readonly kind: ListKind;
  readonly start: number;
  readonly lines: { readonly children: DocumentNode[]; isChecked: boolean; readonly nested: ListBlock[] }[];
}

/** Puts a document together while tags come by. Of a tag that is not known the words are kept and the rest is not. */
export class PageBuilder {
  readonly #pictureAt: PictureAt;
  readonly #blocks: DocumentNode[] = [];
  /** Pictures inside a list, a quote or a table stand after it. */
  #later: DocumentNode[] = [];
  readonly #inline = new InlineWriter();
  readonly #marks: number[] = [];
  readonly #lists: OpenList[] = [];
  #table: DocumentNode[][][] | null = null;
  #hasHeads = false;
  #cell: DocumentNode[] | null = null;
  #quoted: DocumentNode[] = [];
  #heading: HeadingTag | null = null;
  #code: string | null = null;
  #depth = 0;
  #quotes = 0;
  #tables = 0;
  #leftOut = 0;

  constructor(pictureAt: PictureAt) {
    this.#pictureAt = pictureAt;
  }

  text(text: string): void {
    if (this.#leftOut > 0) return;
    if (this.#code !== null) this.#code += text;
    else this.#inline.text(text, this.#format());
  }

  open(name: string, attributes: Attributes): void {
    this.#depth += 1;
    if (this.#depth > deepestNesting) throw new NestedTooDeep();
    if (leftOut.has(name)) this.#leftOut += 1;
    this.#marks.push(this.#leftOut > 0 ? 0 : (markOf[name] ?? 0) | marksOfStyle(attributes));
    if (this.#leftOut > 0) return;
    const heading = headingOf[name];
    if (name === 'br') this.#break();
    else if (name === 'hr') this.#addBlock(createDivider());
    else if (name === 'img') this.#image(attributes);
    else if (name === 'a') this.#inline.beginLink(parseLinkAddress(attributes['href'] ?? ''));
    else if (name === 'input' && attributes['type'] === 'checkbox') this.#check('checked' in attributes);
    else if (name === 'ul' || name === 'ol') this.#beginList(name, attributes);
    else if (name === 'li') this.#beginItem(attributes);
    else if (name === 'blockquote') {
      this.#flush();
      this.#quotes += 1;
    } else if (name === 'pre' && this.#lists.length === 0 && this.#cell === null && this.#quotes === 0) {
      this.#flush();
      this.#code = '';
    } else if (name === 'table') this.#beginTable();
    else if (name === 'tr') this.#beginRow();
    else if (name === 'td' || name === 'th') this.#beginCell(name);
    else if (heading !== undefined) {
      this.#flush();
      this.#heading = heading;
    } else if (blockNames.has(name)) this.#flush();
  }

  close(name: string): void {
    this.#depth -= 1;
    this.#marks.pop();
    if (leftOut.has(name)) this.#leftOut -= 1;
    if (this.#leftOut > 0) return;
    if (name === 'a') this.#inline.endLink();
    else if (name === 'ul' || name === 'ol') this.#endList();
    else if (name === 'li') this.#flush();
    else if (name === 'blockquote') this.#endQuote();
    else if (name === 'pre') this.#endCode();
    else if (name === 'table') this.#endTable();
    else if (name === 'td' || name === 'th') this.#endCell();
    else if (headingOf[name] !== undefined) {
      this.#flush();
      this.#heading = null;
    } else if (blockNames.has(name)) this.#flush();
  }

  finish(): JournalDocument {
    this.#endCode();
    this.#flush();
    while (this.#lists.length > 0) this.#endList();
    while (this.#tables > 0) this.#endTable();
    this.#quotes = 0;
    this.#putQuote();
    return createDocument([...this.#blocks, ...this.#later]);
  }

  #format(): number {
    return this.#marks.reduce((sum, bit) => sum | bit, 0);
  }

  #break(): void {
    if (this.#code !== null) this.#code += '\n';
    else this.#inline.lineBreak();
  }

  /** Ends the line of words that is being written, and puts it where it belongs. */
  #flush(): void {
    const children = runsToNodes(this.#inline.take());
    if (children.length === 0) return;
    if (this.#cell !== null) appendLine(this.#cell, children);
    else if (this.#lists.length > 0) this.#addToItem(children);
    else if (this.#quotes > 0) appendLine(this.#quoted, children);
    else if (this.#heading !== null) this.#addBlock(createHeading(this.#heading, children));
    else this.#addBlock(createParagraph(children));
  }

  #addBlock(block: DocumentNode): void {
    this.#flush();
    const isInside = this.#lists.length > 0 || this.#tables > 0 || this.#quotes > 0;
    (isInside ? this.#later : this.#blocks).push(block);
  }

  /** After a list, a quote or a table that is not inside another one. */
  #addOuter(block: DocumentNode | null): void {
    if (this.#lists.length > 0 || this.#tables > 0 || this.#quotes > 0) {
      if (block !== null) this.#later.push(block);
      return;
    }
    if (block !== null) this.#blocks.push(block);
    append(this.#blocks, this.#later);
    this.#later = [];
  }

  #image({ src = '', alt = '' }: Attributes): void {
    const picture = this.#pictureAt(src);
    // What a picture that isn't here would have shown stays in its words.
    if (picture === null) this.text(alt === '' ? '' : ` ${alt} `);
    else {
      const words = (alt === '' ? picture.altText : alt).slice(0, longestAltText);
      this.#addBlock(createImage({ id: picture.id, alt: words, width: 1, height: 1, shown: 'page' }));
    }
  }

  #beginList(name: string, attributes: Attributes): void {
    this.#flush();
    const isTasks = attributes['data-type'] === 'taskList' || 'data-checked' in attributes;
    const first = Number(attributes['start'] ?? 1);
    const start = Number.isInteger(first) && first >= 0 && first < 1e9 ? first : 1;
    this.#lists.push({ kind: isTasks ? 'check' : name === 'ol' ? 'number' : 'bullet', start, lines: [] });
  }

  #beginItem(attributes: Attributes): void {
    this.#flush();
    const list = this.#lists.at(-1);
    if (list === undefined) return;
    const checked = attributes['data-checked'] ?? attributes['aria-checked'];
    list.lines.push({ children: [], isChecked: checked === 'true', nested: [] });
    if (checked !== undefined) this.#becomeCheckList();
  }

  #check(isChecked: boolean): void {
    const line = this.#lists.at(-1)?.lines.at(-1);
    if (line === undefined) return;
    line.isChecked = isChecked;
    this.#becomeCheckList();
  }

  #becomeCheckList(): void {
    const list = this.#lists.pop();
    if (list !== undefined) this.#lists.push({ ...list, kind: 'check' });
  }

  #addToItem(children: readonly DocumentNode[]): void {
    const list = this.#lists.at(-1);
    const line = list?.lines.at(-1);
    // What follows a deeper list is a line of its own, or it would stand above it.
    if (line === undefined || line.nested.length > 0)
      list?.lines.push({ children: [...children], isChecked: false, nested: [] });
    else appendLine(line.children, children);
  }

  #endList(): void {
    this.#flush();
    const list = this.#lists.pop();
    if (list === undefined) return;
    if (list.lines.length === 0) return this.#addOuter(null);
    const outer = this.#lists.at(-1);
    if (outer === undefined) {
      const block = this.#cell === null && this.#quotes === 0 ? createList(list) : null;
      if (block === null) this.#addFlat(list);
      else this.#addOuter(block);
    } else if (this.#lists.length >= deepestList) append(outer.lines, list.lines);
    else if (outer.lines.length === 0) outer.lines.push({ children: [], isChecked: false, nested: [list] });
    else outer.lines.at(-1)?.nested.push(list);
  }

  /** In a cell or a quote there is no list, so its lines are lines. */
  #addFlat({ lines }: ListBlock): void {
    const into = this.#cell ?? this.#quoted;
    for (const { children, nested = [] } of lines) {
      if (children.length > 0) appendLine(into, children);
      for (const list of nested) this.#addFlat(list);
    }
  }

  #endQuote(): void {
    this.#flush();
    this.#quotes = Math.max(0, this.#quotes - 1);
    this.#putQuote();
  }

  #putQuote(): void {
    if (this.#quotes > 0) return;
    const quoted = this.#quoted;
    this.#quoted = [];
    this.#addOuter(quoted.length === 0 ? null : createQuote(quoted));
  }

  #endCode(): void {
    if (this.#code === null) return this.#flush();
    const text = this.#code.replaceAll(/\r\n?/g, '\n').replace(/^\n|\n$/g, '');
    this.#code = null;
    if (text.trim() !== '') this.#addBlock(createCode(text));
  }

  /** A table in a cell gives its words to it. */
  #beginTable(): void {
    this.#flush();
    this.#tables += 1;
    if (this.#tables === 1) {
      this.#table = [];
      this.#hasHeads = false;
    }
  }

  #beginRow(): void {
    this.#flush();
    if (this.#tables === 1) this.#table?.push([]);
  }

  #beginCell(name: 'td' | 'th'): void {
    this.#flush();
    if (this.#tables !== 1 || this.#table === null) return;
    if (this.#table.length === 0) this.#table.push([]);
    if (name === 'th' && this.#table.length === 1) this.#hasHeads = true;
    this.#cell = [];
    this.#table.at(-1)?.push(this.#cell);
  }

  #endCell(): void {
    this.#flush();
    if (this.#tables === 1) this.#cell = null;
  }

  #endTable(): void {
    this.#flush();
    if (this.#tables === 0) return;
    this.#tables -= 1;
    if (this.#tables > 0) return;
    const rows = (this.#table ?? []).filter((cells) => cells.length > 0);
    this.#table = null;
    this.#cell = null;
    const columns = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
    const isTable = columns > 0 && rows.some((cells) => cells.some((cell) => cell.length > 0));
    if (!isTable) return this.#addOuter(null);
    // A lopsided one would be mostly nothing.
    if (rows.length * columns > mostCells) {
      for (const cells of rows) for (const cell of cells) this.#addOuter(createParagraph(cell));
      return;
    }
    const filled = rows.map((cells) => Array.from({ length: columns }, (_, index) => cells[index] ?? []));
    this.#addOuter(createTable(filled, this.#hasHeads ? 'first row' : 'none'));
  }
}
