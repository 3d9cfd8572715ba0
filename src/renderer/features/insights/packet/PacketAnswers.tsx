import { useEffect, useRef } from 'react';
import { defaultJournalSettings } from '../../../../shared/domain/settings';
import { useSettings } from '../../../bridge/queries';
import { useFindPrompt } from '../../../bridge/promptQueries';
import { message } from '../../../i18n/i18n';
import { formatDay } from '../../../i18n/formats';
import type { PacketAnswersProps } from '../../../session/packetAnswers';
import { listQuestions, type AskedQuestion } from '../cards/listQuestions';
import { useInsightCards } from '../cards/useInsightCards';
import { useInsights } from '../insightsQueries';
import { OutcomeOfCards } from '../outcomeOfCards';
import { OverviewCard } from '../OverviewCard';
import { PictureTurnsOfPage } from '../pictureTurns';
import { SaidRange } from '../saidRange';
import styles from './PacketAnswers.module.css';
import { takeAnswers } from './takeAnswers';

/** Pictures hear of their width in one frame, draw in the next, and place what depends on it in the third. */
const framesToSettle = 5;

/**
 * The wanted answers, laid out of sight in the light and as wide as a page, so that they can be drawn from. Nothing of this is
 * printed: a page gets what `takeAnswers` makes of it.
 */
export function PacketAnswers({ range, wanted, covering, onOffered, onTaken }: PacketAnswersProps) {
  const room = useRef<HTMLDivElement>(null);
  const questions = useQuestions(range);
  const shown = questions?.filter(({ id }) => wanted.has(id)) ?? [];
  const offered = questions?.map(({ id, question }) => ({ id, question }));
  const offeredKey = JSON.stringify(offered);
  const shownKey = JSON.stringify(questions && shown.map(({ id }) => id));

  useEffect(() => {
    if (offered !== undefined) onOffered(offered);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new list of the same questions is no news
  }, [offeredKey, onOffered]);

  useEffect(() => {
    let frame = 0;
    let left = framesToSettle;
    const wait = (): void => {
      left -= 1;
      if (left > 0) frame = requestAnimationFrame(wait);
      else if (room.current) onTaken(takeAnswers(room.current, covering));
    };
    if (shownKey !== undefined) frame = requestAnimationFrame(wait);
    return () => cancelAnimationFrame(frame);
  }, [shownKey, covering, range, onTaken]);

  return (
    <div ref={room} className={styles.outOfSight} inert aria-hidden>
      <OutcomeOfCards value="valence">
        <SaidRange
          value={message('insights.lookedAt', {
            from: formatDay(range.from, 'date'),
            to: formatDay(range.to, 'date'),
          })}
        >
          <PictureTurnsOfPage value="atOnce">
            {shown.map((question, index) => (
              <div key={question.id}>{question.render(index + 1)}</div>
            ))}
          </PictureTurnsOfPage>
        </SaidRange>
      </OutcomeOfCards>
    </div>
  );
}

/** Those that have something to look at on these days, in the order of the room; undefined until they are known. */
function useQuestions(range: PacketAnswersProps['range']): readonly AskedQuestion[] | undefined {
  const weekStartsOn = useSettings().data?.weekStartsOn ?? defaultJournalSettings.weekStartsOn;
  const shown = useInsightCards(range, 'valence');
  const { data, isPlaceholderData } = useInsights(range, 'valence');
  const findPrompt = useFindPrompt();
  if (data === undefined || isPlaceholderData || shown === undefined) return undefined;
  if (data.days.length === 0) return [];
  const { days, absentDays, pairs, unpairedSessions } = data;
  const overview: AskedQuestion = {
    id: 'overview',
    question: message('insights.overview.question'),
    state: 'asked',
    notes: 1,
    render: (number) => (
      <OverviewCard
        number={number}
        days={days}
        absentDays={absentDays}
        range={range}
        weekStartsOn={weekStartsOn}
      />
    ),
  };
  const others = listQuestions({
    shown,
    range,
    pairs,
    unpairedSessions,
    weekStartsOn,
    promptText: (id) => findPrompt(id)?.text ?? message('insights.card.writing.leftPrompt'),
  });
  return [overview, ...others].filter(({ state }) => state === 'asked');
}
