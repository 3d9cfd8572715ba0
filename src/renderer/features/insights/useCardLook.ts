import { createContext, use, useState } from 'react';
import { setInsightsPlace, useInsightsPlace, type CardLook } from '../../session/insightsPlaceStore';

/** What the question around is put aside by; null where a card stands outside its room and nothing is remembered of it. */
export const QuestionId = createContext<string | null>(null);

const asMade: CardLook = { table: 'closed', intervals: 'bars' };

/** How a card looks, and a way to change it. Who opens a day from it and comes back finds it so. */
export function useCardLook(question: string): readonly [CardLook, (change: Partial<CardLook>) => void] {
  const id = use(QuestionId);
  const name = `${id} ${question}`;
  const remembered = useInsightsPlace((place) => place.looks[name]);
  const [own, setOwn] = useState(asMade);
  const look = id === null ? own : (remembered ?? asMade);
  return [
    look,
    (change) => {
      const next = { ...look, ...change };
      if (id === null) setOwn(next);
      else setInsightsPlace({ looks: { ...useInsightsPlace.getState().looks, [name]: next } });
    },
  ];
}
