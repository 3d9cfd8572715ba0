import type { Misspelled, SpellingLanguage, SpellingRequest, SpellingResponse } from './spellingMessages';
import { trustedWorker } from '../../../ui/trustedWorker';
// oxlint-disable-next-line import/default -- the build makes it of `?worker&url`
import workerAddress from './spellingWorker?worker&url';

const startSpellingWorker = trustedWorker(workerAddress, 'footnote-spelling');

/** The dictionary, in a thread of its own. Answers come in the order of the questions. */
export interface Speller {
  readonly check: (texts: readonly string[]) => Promise<readonly (readonly Misspelled[])[]>;
  readonly suggest: (word: string) => Promise<readonly string[]>;
  readonly setOwnWords: (words: readonly string[]) => void;
  /** Ends the thread; what was asked is never answered. */
  readonly stop: () => void;
}

export function createSpeller(language: SpellingLanguage): Speller {
  const worker = startSpellingWorker('Footnote spelling');
  const waiting = new Map<number, (response: SpellingResponse) => void>();
  let lastId = 0;

  const send = (request: SpellingRequest): void => {
    worker.postMessage(request, []);
  };
  const ask = async (request: (id: number) => SpellingRequest): Promise<SpellingResponse> =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      send(request(lastId));
    });

  worker.addEventListener('message', ({ data }: MessageEvent<SpellingResponse>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  send({ type: 'language', language });

  return {
    check: async (texts) => {
      const response = await ask((id) => ({ type: 'check', id, texts }));
      return response.type === 'checked' ? response.misspelled : [];
    },
    suggest: async (word) => {
      const response = await ask((id) => ({ type: 'suggest', id, word }));
      return response.type === 'suggested' ? response.words : [];
    },
    setOwnWords: (words) => send({ type: 'ownWords', words }),
    stop: () => {
      worker.terminate();
      waiting.clear();
    },
  };
}
