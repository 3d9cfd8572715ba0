import { createContext, use, useEffect, useState } from 'react';

/** `byTurns`: one picture after the other, so that the words of a long page and the keys do not wait for all of them. */
export type PictureTurns = 'atOnce' | 'byTurns';

export const PictureTurnsOfPage = createContext<PictureTurns>('atOnce');

const waiting = new Set<() => void>();
let isGoing = false;

/** A frame is painted, and keys are answered, between two pictures. */
function goOn(): void {
  isGoing = waiting.size > 0;
  if (!isGoing) return;
  requestAnimationFrame(() =>
    setTimeout(() => {
      const [next] = waiting;
      if (next !== undefined) {
        waiting.delete(next);
        next();
      }
      goOn();
    }),
  );
}

/** Whether it is this picture's turn to be drawn; once it was, it stays. Turns come in the order of the page. */
export function usePictureTurn(): boolean {
  const turns = use(PictureTurnsOfPage);
  const [isDrawn, setDrawn] = useState(turns === 'atOnce');
  useEffect(() => {
    if (isDrawn) return undefined;
    const take = (): void => setDrawn(true);
    waiting.add(take);
    if (!isGoing) goOn();
    return () => {
      waiting.delete(take);
    };
  }, [isDrawn]);
  return isDrawn;
}
