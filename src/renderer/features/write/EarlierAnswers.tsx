import { useState } from 'react';
import type { EntryId, PromptId } from '../../../shared/id';
import type { Output } from '../../../shared/ipc/contract';
import { useAnswers } from '../../bridge/promptQueries';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import { Label } from '../../ui/Label';
import styles from './EarlierAnswers.module.css';

type Answer = Output<'prompts.answers'>['answers'][number];

/** A page with several questions shows less of each. */
const fewAnswers = { alone: 2, among: 1 } as const;
const manyAnswers = 50;

/** The words as they stand there; pressing them opens the entry. */
function EarlierAnswer({ entry, answer }: Answer) {
  const openView = useSession((session) => session.openView);
  return (
    <li>
      <button
        type="button"
        className={styles.earlier}
        onClick={() => openView({ room: 'write', entryId: entry.id, promptId: null })}
      >
        <span className={styles.day}>{formatDay(entry.day, 'date')}</span>
        <span className={styles.answer}>{answer}</span>
      </button>
    </li>
  );
}

interface EarlierAnswersProps {
  readonly promptId: PromptId;
  readonly except: EntryId | null;
  /** Of the question's footnote; where a page has several questions it says whose answers these are. */
  readonly mark?: number | undefined;
}

/** What was answered to this prompt before, elsewhere than here. */
export function EarlierAnswers({ promptId, except, mark }: EarlierAnswersProps) {
  const [shown, setShown] = useState<'few' | 'many'>('few');
  const few = fewAnswers[mark === undefined ? 'alone' : 'among'];
  const found = useAnswers(promptId, except, shown === 'few' ? few : manyAnswers).data;
  if (found === undefined || found.answers.length === 0) return null;
  return (
    <section className={styles.answers}>
      <Label>
        {message('write.answeredBefore')}
        {mark !== undefined && <sup className={styles.mark}>{mark}</sup>}
      </Label>
      <ol className={styles.list} data-shown={shown}>
        {found.answers.map((one) => (
          <EarlierAnswer key={one.entry.id} {...one} />
        ))}
      </ol>
      {shown === 'few' && found.hasMore && (
        <Button look="quiet" className={styles.more} onClick={() => setShown('many')}>
          {message('write.answeredEarlier')}
        </Button>
      )}
    </section>
  );
}
