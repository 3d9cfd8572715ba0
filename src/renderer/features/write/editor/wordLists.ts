/** A paragraph that Word shows as a line of a list. */
interface WordLine {
  readonly paragraph: HTMLElement;
  readonly level: number;
  readonly tag: 'ol' | 'ul';
}

function readLine(paragraph: HTMLElement): WordLine | null {
  const level = /mso-list:[^;"']*level(\d)/.exec(paragraph.getAttribute('style') ?? '')?.[1];
  if (level === undefined) return null;
  const marker = [...paragraph.querySelectorAll('span')].find((span) =>
    (span.getAttribute('style') ?? '').replaceAll(' ', '').includes('mso-list:Ignore'),
  );
  const sign = marker?.textContent?.trim() ?? '';
  marker?.remove();
  return { paragraph, level: Number(level), tag: /^[\dA-Za-z]{1,4}[.)]/.test(sign) ? 'ol' : 'ul' };
}

/**
 * Word writes lists as paragraphs whose marker is text. They become lists again, so that the editor reads them as such; the document
 * is one that was parsed to be read and is never shown.
 */
export function restoreWordLists(page: Document): void {
  let open: { readonly list: HTMLElement; readonly level: number }[] = [];
  let last: Element | null = null;
  for (const paragraph of page.querySelectorAll<HTMLElement>('p[style*="mso-list"]')) {
    const line = readLine(paragraph);
    if (line === null) continue;
    const goesOn = last !== null && paragraph.previousElementSibling === last;
    open = goesOn ? open.filter(({ level }) => level <= line.level) : [];
    const top = open.at(-1);
    const isSame = top?.level === line.level && top.list.localName === line.tag;
    if (!isSame) {
      if (top?.level === line.level) open = open.slice(0, -1);
      const list = page.createElement(line.tag);
      const parent = open.at(-1)?.list.lastElementChild;
      if (parent) parent.append(list);
      else {
        paragraph.before(list);
        last = list;
      }
      open = [...open, { list, level: line.level }];
    }
    const item = page.createElement('li');
    item.append(...paragraph.childNodes);
    open.at(-1)?.list.append(item);
    paragraph.remove();
  }
}
