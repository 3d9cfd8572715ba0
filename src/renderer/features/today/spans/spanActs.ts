import { spanToDraft, type Span, type SpanDraft } from '../../../../shared/domain/span';
import type { Failure } from '../../../../shared/ipc/failures';
import { err, ok, type Result } from '../../../../shared/result';
import { call } from '../../../bridge/client';
import { invalidateJournal, promptOfferKey, queryClient } from '../../../bridge/queries';
import { readSpans } from '../../../bridge/spanQueries';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { spanDaysInWords, spanWords } from '../../../i18n/spanWords';
import type { FlushOutcome } from '../../../session/pendingWork';
import { useSession } from '../../../session/sessionStore';
import { showToast } from '../../../session/toastStore';
import { fieldsToSpan, isToKeep } from './spanDraft';

/** What runs decides what is asked as well. */
function invalidateSpans(): void {
  invalidateJournal();
  void queryClient.invalidateQueries({ queryKey: promptOfferKey });
}

export async function saveSpan(draft: SpanDraft): Promise<Result<null, Failure>> {
  const reply = await call('spans.save', draft);
  invalidateSpans();
  return reply.ok ? ok(null) : err(reply.error);
}

async function putBack(span: Span): Promise<void> {
  const saved = await saveSpan(spanToDraft(span));
  if (!saved.ok) showToast({ text: failureMessage(saved.error) });
}

const undoTo = (span: Span) => ({ label: message('ui.undo'), run: () => void putBack(span) });

export async function removeSpan(span: Span): Promise<void> {
  const reply = await call('spans.remove', { id: span.id });
  invalidateSpans();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  else showToast({ text: message('spans.removed', { span: spanWords(span) }), action: undoTo(span) });
}

/** Answers whether it worked; what went wrong is said. */
export async function endSpan(span: Span, lastDay: Span['firstDay']): Promise<boolean> {
  const saved = await saveSpan({ ...spanToDraft(span), lastDay });
  showToast(
    saved.ok
      ? {
          text: message('spans.ended', {
            span: spanWords(span),
            days: spanDaysInWords({ ...span, lastDay }),
          }),
          action: undoTo(span),
        }
      : { text: failureMessage(saved.error) },
  );
  return saved.ok;
}

/** What stands in a form that was left open. What is not clear in it keeps the journal open, and the form. */
export async function keepUnfinishedSpan(): Promise<FlushOutcome> {
  const { unfinishedSpan, setUnfinishedSpan } = useSession.getState();
  if (unfinishedSpan === null) return 'saved';
  const spans = await readSpans();
  if (!isToKeep(unfinishedSpan, spans)) return 'saved';
  const today = await call('today.read', {});
  if (!today.ok) return 'failed';
  const draft = fieldsToSpan(unfinishedSpan, { spans, today: today.value.day });
  if (!draft.ok || !(await saveSpan(draft.value)).ok) return 'failed';
  setUnfinishedSpan(null);
  return 'saved';
}
