import { useEffect, useRef, useState } from 'react';
import { answerToStrength, type Strength, type StrengthAnswer, type StrengthQuestion } from './strength';
import { trustedWorker } from '../trustedWorker';
// oxlint-disable-next-line import/default -- the build makes it of `?worker&url`
import workerAddress from './strengthWorker?worker&url';

const startWorker = trustedWorker(workerAddress, 'footnote-strength');

interface Judge {
  readonly judge: (passphrase: string) => void;
  readonly end: () => void;
}

/** One question at a time: of what is typed meanwhile only the last counts. */
function createJudge(known: readonly string[], say: (strength: Strength | null) => void): Judge {
  const worker = startWorker('Footnote strength');
  let isBusy = false;
  let next: string | null = null;
  const ask = (passphrase: string): void => {
    isBusy = true;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage({ passphrase, known } satisfies StrengthQuestion);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<StrengthAnswer>) => {
    isBusy = false;
    const waiting = next;
    next = null;
    if (waiting === null) say(answerToStrength(data));
    else if (waiting === '') say(null);
    else ask(waiting);
  });
  return {
    judge: (passphrase) => {
      if (isBusy) next = passphrase;
      else if (passphrase === '') say(null);
      else ask(passphrase);
    },
    end: () => worker.terminate(),
  };
}

/** How strong the passphrase is that was given to `judge` last; null while there is none. The letters are kept nowhere. */
export function useStrength(known: readonly string[]) {
  const [strength, setStrength] = useState<Strength | null>(null);
  const worker = useRef<Judge | null>(null);
  const knownWords = known.join('\n');

  useEffect(() => {
    const started = createJudge(knownWords.split('\n'), setStrength);
    worker.current = started;
    return () => {
      worker.current = null;
      started.end();
    };
  }, [knownWords]);

  return { strength, judge: (passphrase: string): void => worker.current?.judge(passphrase.trim()) };
}
