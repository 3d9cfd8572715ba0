import { coverPieces, coverText, type Covering } from '../../../../shared/packet/covering';
import type { TakenAnswer } from '../../../session/packetAnswers';
import { cardToDrawing } from '../saving/cardToDrawing';
import { DrawnPicture } from './DrawnPicture';

/** What holds one line of words, in HTML and in a drawing. */
const blocks = 'text, p, li, td, th, dt, dd, h2, h3, figcaption, caption, output, label, div, section';

/** In a copy of a card every text is what may be said of it, before anything is measured or drawn. */
function coverWords(card: HTMLElement, covering: Covering): void {
  card.normalize();
  const lines = new Map<Element, Text[]>();
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const line = node.parentElement?.closest(blocks) ?? card;
    // A label of a drawing may stand in several lines, each a text of its own.
    const block = line instanceof SVGElement ? (line.parentElement ?? line) : line;
    if (node instanceof Text) lines.set(block, [...(lines.get(block) ?? []), node]);
  }
  for (const [block, texts] of lines) {
    // Its lines have no blank between them.
    const between = block instanceof SVGElement ? ' ' : '';
    const pieces = texts.flatMap(({ data }) => [data, between]);
    const covered = coverPieces(pieces, null, covering);
    for (const [index, text] of texts.entries()) text.data = covered[2 * index] ?? '';
  }
}

const wordsOf = (part: Element | null): string => part?.textContent?.trim() ?? '';

/** The sentence without the number of its footnote. */
const sentenceOf = (part: Element | null): string => part?.firstChild?.textContent?.trim() ?? '';

/** The cards inside `room`, as they stand there, on pages. Each is copied beside itself, covered, drawn and taken away again. */
export function takeAnswers(room: HTMLElement, covering: Covering): readonly TakenAnswer[] {
  return [...room.querySelectorAll<HTMLElement>('section[aria-labelledby]')].flatMap((card, index) => {
    const [heading, answer, evidence] = [
      card.querySelector('h2'),
      card.querySelector('[data-part="answer"]'),
      card.querySelector('[data-part="foot"] [role="note"]'),
    ];
    const said = (text: string): string => coverText(text, null, covering);
    const words = {
      question: said(wordsOf(heading)),
      answer: said(sentenceOf(answer)),
      evidence: said(evidence?.lastChild?.textContent?.trim() ?? ''),
    };
    const copy = card.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return [];
    for (const part of copy.querySelectorAll('h2, [data-part], [data-saved]')) part.remove();
    coverWords(copy, covering);
    card.after(copy);
    const hasPicture = copy.querySelector('svg, table, li') !== null;
    const drawing = hasPicture ? cardToDrawing(copy) : null;
    copy.remove();
    return [
      {
        key: `${index} ${words.question}`,
        ...words,
        picture: drawing && <DrawnPicture drawing={drawing} label={`${words.question} ${words.answer}`} />,
      },
    ];
  });
}
