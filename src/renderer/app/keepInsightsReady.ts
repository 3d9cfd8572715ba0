import { onJournalChanged } from '../bridge/queries';

const afterUnlockMs = 5000;
/** Long enough that nobody who writes is in the middle of it. */
const afterChangeMs = 15_000;

/** Has the comparisons of Insights made when nothing else is to be done: some time after an unlock and after a change. */
export function keepInsightsReady(): () => void {
  let timer: number | undefined;
  let idle: number | undefined;
  const stop = (): void => {
    window.clearTimeout(timer);
    if (idle !== undefined) window.cancelIdleCallback(idle);
  };
  const readyIn = (milliseconds: number): void => {
    stop();
    timer = window.setTimeout(() => {
      idle = window.requestIdleCallback(() => void warm());
    }, milliseconds);
  };
  readyIn(afterUnlockMs);
  const forget = onJournalChanged(() => readyIn(afterChangeMs));
  return () => {
    stop();
    forget();
  };
}

async function warm(): Promise<void> {
  const { warmInsights } = await import('../features/insights/warmInsights');
  try {
    await warmInsights();
  } catch {
    // The room asks again, and says what is wrong.
  }
}
