import type { EntrySummary } from '../../../shared/domain/entry';
import type { AnyPrompt } from '../../../shared/domain/prompt';
import type { Output } from '../../../shared/ipc/contract';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { promptSourceWords } from '../../i18n/words';
import { useSession } from '../../session/sessionStore';
import { Footnote } from '../../ui/Footnote';
import { Label } from '../../ui/Label';
import { KitFootnote } from './KitFootnote';
import { KeptLine } from './KeptLine';
import { HappenedToday } from './HappenedToday';
import styles from './TodayMargin.module.css';
import { todayKeys } from './useTodayKeys';

interface TodayMarginProps {
  readonly today: Output<'today.read'>;
  /** The prompt whose source stands at the foot. */
  readonly prompt: AnyPrompt | undefined;
  readonly earlierAnswer: Output<'prompts.offer'>['earlier'];
}

interface EarlierPageProps {
  readonly entry: EntrySummary;
  readonly heading: string;
  readonly text: string;
  readonly keys?: string;
}

/** Words of an earlier page; they lead to it. */
function EarlierPage({ entry, heading, text, keys }: EarlierPageProps) {
  const openView = useSession((session) => session.openView);
  return (
    <section className={styles.earlier}>
      <Label>{heading}</Label>
      <button
        type="button"
        className={styles.quote}
        aria-keyshortcuts={keys}
        onClick={() => openView({ room: 'write', entryId: entry.id, promptId: null })}
      >
        <span className={styles.words}>{text}</span>
        <span className={styles.date}>{formatDay(entry.day, 'date')}</span>
      </button>
    </section>
  );
}

/** What happened today, what stood here in other years, and where the question comes from. */
export function TodayMargin({ today, prompt, earlierAnswer }: TodayMarginProps) {
  const openView = useSession((session) => session.openView);
  const remembered = today.onThisDay.find((entry) => entry.title !== '');
  return (
    <>
      <HappenedToday today={today} />
      {earlierAnswer && (
        <EarlierPage
          entry={earlierAnswer.entry}
          heading={message('today.answeredBefore')}
          text={earlierAnswer.answer}
        />
      )}
      {remembered && remembered.id !== earlierAnswer?.entry.id && (
        <EarlierPage
          entry={remembered}
          heading={message('today.onThisDay', { year: formatDay(remembered.day, 'year') })}
          text={[remembered.title, remembered.excerpt].filter(Boolean).join(' ')}
          keys={todayKeys.onThisDay}
        />
      )}
      {prompt && <Footnote number={1}>{promptSourceWords(prompt)}</Footnote>}
      <KitFootnote number={prompt ? 2 : 1} />
      <KeptLine />
      <p className={styles.nothing}>
        <button type="button" className={styles.hard} onClick={() => openView({ room: 'hardDay' })}>
          {message('app.room.hardDay')}
        </button>
      </p>
    </>
  );
}
