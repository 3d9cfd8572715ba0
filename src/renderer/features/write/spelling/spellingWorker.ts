import commonWords from '@zxcvbn-ts/language-en/dist/commonWords.json.mjs';
import { createSpellChecker, type SpellChecker } from './spellChecker';
import type { SpellingLanguage, SpellingRequest, SpellingResponse } from './spellingMessages';

/** Half a megabyte each, so only the one that is used is read. */
async function createChecker(language: SpellingLanguage): Promise<SpellChecker> {
  const text =
    language === 'en-GB'
      ? (await import('./britishEnglish')).britishEnglish
      : (await import('./americanEnglish')).americanEnglish;
  return createSpellChecker({ ...text, commonWords });
}

let checker: Promise<SpellChecker> | undefined;

async function answer(request: SpellingRequest): Promise<SpellingResponse | null> {
  if (request.type === 'language') {
    checker = createChecker(request.language);
    return null;
  }
  const ready = await checker;
  if (ready === undefined) return null;
  switch (request.type) {
    case 'ownWords':
      ready.setOwnWords(request.words);
      return null;
    case 'check':
      return {
        type: 'checked',
        id: request.id,
        misspelled: request.texts.map((text) =>
          ready.findMisspelled(text).map(({ from, to }) => ({ from, to })),
        ),
      };
    case 'suggest':
      return { type: 'suggested', id: request.id, words: ready.suggest(request.word) };
  }
}

addEventListener('message', async ({ data }: MessageEvent<SpellingRequest>) => {
  const response = await answer(data);
  if (response !== null) postMessage(response);
});
