import type { App } from 'electron';

/** What differs between a packaged app and a checkout. No environment variable reaches a packaged app. */
export interface BuildMode {
  readonly devTools: 'on' | 'off';
  readonly answers: 'checked' | 'trusted';
  /** Address of Vite's server during `npm run dev`. */
  readonly devServer: string | undefined;
  /** File with the answers to system dialogs, for end-to-end tests. */
  readonly rehearsedAnswers: string | undefined;
  /** Milliseconds; shorter in tests of what happens when nobody is there. */
  readonly minute: number;
  /** What a lock leaves: another process, or in this one another page, because who drives it from outside would lose it. */
  readonly afterLock: 'another process' | 'another page';
}

const realMinute = 60_000;

export function buildMode({ isPackaged }: Pick<App, 'isPackaged'>): BuildMode {
  if (isPackaged)
    return {
      devTools: 'off',
      answers: 'trusted',
      devServer: undefined,
      rehearsedAnswers: undefined,
      minute: realMinute,
      afterLock: 'another process',
    };
  const devServer = process.env.ELECTRON_RENDERER_URL || undefined;
  const isDriven = devServer !== undefined || process.env.FOOTNOTE_TEST_AFTER_LOCK === 'another page';
  return {
    devTools: 'on',
    answers: 'checked',
    devServer,
    rehearsedAnswers: process.env.FOOTNOTE_TEST_PICKERS || undefined,
    minute: Number(process.env.FOOTNOTE_TEST_MINUTE) || realMinute,
    afterLock: isDriven ? 'another page' : 'another process',
  };
}
