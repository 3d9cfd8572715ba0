import type { AnyPrompt, OwnPrompt, OwnPromptDraft } from '../../../shared/domain/prompt';
import { call } from '../../bridge/client';
import { invalidatePromptShelf } from '../../bridge/promptQueries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { showToast } from '../../session/toastStore';

const undo = (run: () => Promise<unknown>) => ({ label: message('ui.undo'), run: () => void run() });

/** Answers whether it worked; what went wrong is said. */
export async function saveOwnPrompt(draft: OwnPromptDraft): Promise<boolean> {
  const reply = await call('prompts.saveOwn', draft);
  invalidatePromptShelf();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  return reply.ok;
}

export async function removeOwnPrompt({ id, text, theme, moments }: OwnPrompt): Promise<void> {
  const reply = await call('prompts.removeOwn', { id });
  invalidatePromptShelf();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  else
    showToast({
      text: message('library.own.removed'),
      action: undo(() => saveOwnPrompt({ id, text, theme, moments })),
    });
}

async function setShown(prompt: AnyPrompt, state: 'shown' | 'hidden'): Promise<boolean> {
  const reply = await call('prompts.setShown', { promptId: prompt.id, state });
  invalidatePromptShelf();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  return reply.ok;
}

export async function hidePrompt(prompt: AnyPrompt): Promise<void> {
  if (!(await setShown(prompt, 'hidden'))) return;
  showToast({
    text: message('library.hiddenNow'),
    action: undo(() => setShown(prompt, 'shown')),
  });
}

export async function showPrompt(prompt: AnyPrompt): Promise<void> {
  if (await setShown(prompt, 'shown')) showToast({ text: message('library.shownNow') });
}
