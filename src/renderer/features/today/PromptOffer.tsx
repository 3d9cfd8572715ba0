import type { AnyPrompt, PromptResponse } from '../../../shared/domain/prompt';
import type { CivilDay } from '../../../shared/time';
import { call } from '../../bridge/client';
import { promptOfferKey, queryClient } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import { FootnoteMark } from '../../ui/FootnoteMark';
import { showToast } from '../../session/toastStore';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import styles from './TodayRoom.module.css';
import { todayKeys } from './useTodayKeys';

async function respond(prompt: AnyPrompt, response: PromptResponse): Promise<void> {
  const next = await call('prompts.respond', { promptId: prompt.id, response });
  if (next.ok) queryClient.setQueryData(promptOfferKey, next.value);
  else showToast({ text: failureMessage(next.error) });
}

interface PromptOfferProps {
  /** Undefined when none is offered. */
  readonly prompt: AnyPrompt | undefined;
  readonly today: CivilDay;
}

/** One question, to take, to change or to leave. */
export function PromptOffer({ prompt, today }: PromptOfferProps) {
  const openView = useSession((session) => session.openView);
  const writing = useSession((session) => session.writing);
  return (
    <section className={styles.offer}>
      <h2>
        <VisuallyHidden>{message('today.prompt')}</VisuallyHidden>
      </h2>
      <p className={styles.prompt} aria-live="polite">
        {prompt ? (
          <>
            {prompt.text}
            <FootnoteMark number={1} beside="prompt" />
          </>
        ) : (
          message('today.noPrompt')
        )}
      </p>
      <div className={styles.actions}>
        <Button
          look="primary"
          aria-keyshortcuts={todayKeys.write}
          onClick={() => openView({ room: 'write', entryId: null, promptId: prompt?.id ?? null })}
        >
          {message('today.write')}
        </Button>
        {prompt && (
          <>
            {writing?.day === today && (
              <Button
                look="quiet"
                onClick={() => openView({ room: 'write', entryId: writing.id, promptId: prompt.id })}
              >
                {message('today.intoEntry')}
              </Button>
            )}
            <Button
              look="quiet"
              aria-keyshortcuts={todayKeys.another}
              onClick={() => void respond(prompt, 'another')}
            >
              {message('today.another')}
            </Button>
            <Button look="quiet" onClick={() => void respond(prompt, 'not-now')}>
              {message('today.notNow')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
