import { message } from '../../../i18n/i18n';
import { showToast } from '../../../session/toastStore';
import type { AskedQuestion } from './listQuestions';
import { setCardsShown } from './useInsightCards';

/** Puts a question aside for good. It is said where it went, and can be taken back at once. */
export function hideQuestion({ id }: Pick<AskedQuestion, 'id'>): void {
  void setCardsShown([id], 'hidden');
  // The button that was pressed goes with its card; the page takes the focus, where it is.
  document.querySelector('main')?.focus({ preventScroll: true });
  showToast({
    text: message('insights.hidden'),
    action: { label: message('insights.hideUndo'), run: () => void setCardsShown([id], 'shown') },
  });
}
