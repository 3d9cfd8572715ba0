import { useState } from 'react';
import { useIsReadOnly } from '../../bridge/careQueries';
import { useFindPrompt } from '../../bridge/promptQueries';
import { usePromptOffer, useToday } from '../../bridge/queries';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { useNow } from '../../session/useNow';
import { RoomLayout } from '../../ui/RoomLayout';
import { CheckInPanel } from './CheckInPanel';
import { dayLine } from './dayLine';
import { SpansToday } from './spans/SpansToday';
import { MovingPanel } from './MovingPanel';
import { PromptOffer } from './PromptOffer';
import { RitualsToday } from './RitualsToday';
import { TodayMargin } from './TodayMargin';
import styles from './TodayRoom.module.css';
import { useTodayKeys } from './useTodayKeys';

/** The heart: the day, a question, how it is, and moving. */
export function TodayRoom() {
  const now = useNow();
  const today = useToday();
  const offer = usePromptOffer();
  const findPrompt = useFindPrompt();
  const isReadOnly = useIsReadOnly();
  /** While a form about moving is open it has the page to itself. */
  const [act, setAct] = useState<'day' | 'moving'>('day');
  useTodayKeys();
  if (!today.data)
    return (
      <RoomLayout label={message('today.label')} margin={null}>
        {null}
      </RoomLayout>
    );

  const prompt = offer.data?.promptId ? findPrompt(offer.data.promptId) : undefined;
  const isDay = act === 'day';
  return (
    <RoomLayout
      label={message('today.label')}
      heading={formatDay(today.data.day, 'long')}
      margin={
        <TodayMargin
          today={today.data}
          prompt={isDay && !isReadOnly ? prompt : undefined}
          earlierAnswer={isDay ? (offer.data?.earlier ?? null) : null}
        />
      }
    >
      <SpansToday
        today={today.data.day}
        line={<p className={styles.line}>{dayLine(today.data, new Date(now).getHours())}</p>}
        isDay={isDay}
      />
      {isReadOnly && <p className={styles.readOnly}>{message('today.readOnly')}</p>}
      {isDay && !isReadOnly && (
        <>
          {offer.data && <PromptOffer prompt={prompt} today={today.data.day} />}
          <CheckInPanel />
        </>
      )}
      {!isReadOnly && <MovingPanel today={today.data} onActChange={setAct} />}
      {isDay && !isReadOnly && <RitualsToday />}
    </RoomLayout>
  );
}
