import type { CardFormat, SavedCard } from '../../../../shared/domain/savedCard';
import { call } from '../../../bridge/client';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { cardToDrawing } from './cardToDrawing';
import { cardToPage, type CardWords } from './cardToPage';
import { drawingToPng } from './drawingToPng';
import { drawingToSvg } from './drawingToSvg';

/** The card as the file it becomes. */
async function cardToFile(format: CardFormat, words: CardWords, card: HTMLElement): Promise<SavedCard> {
  if (format === 'html') return { format, text: cardToPage(words) };
  const drawing = cardToDrawing(card);
  if (format === 'png') return { format, bytes: await drawingToPng(drawing) };
  const description = `${words.answer} ${words.evidence}`.trim();
  return { format, text: drawingToSvg(drawing, { title: words.question, description }) };
}

/** Asks for a place and writes there, and nowhere else. Returns what to say about it; null when nothing was chosen. */
export async function writeCard(
  format: CardFormat,
  words: CardWords,
  card: HTMLElement,
): Promise<string | null> {
  const file = await cardToFile(format, words, card);
  const target = await call('card.chooseTarget', { format });
  if (!target.ok) return target.error.type === 'Cancelled' ? null : failureMessage(target.error);
  const saved = await call('card.save', { token: target.value.token, card: file });
  return saved.ok ? message('saving.saved', { place: target.value.place }) : failureMessage(saved.error);
}
