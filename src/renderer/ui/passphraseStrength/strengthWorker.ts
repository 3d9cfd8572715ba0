import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as commonDictionary } from '@zxcvbn-ts/language-common';
import { dictionary as englishDictionary } from '@zxcvbn-ts/language-en';
import type { StrengthAnswer, StrengthQuestion } from './strength';

/**
 * A thread of its own: some passphrases take a third of a second to judge, and typing must not wait for that. The
 * page ends it with the form, and what was typed goes with it.
 */
const judge = new ZxcvbnFactory({
  dictionary: { ...commonDictionary, ...englishDictionary },
  graphs: adjacencyGraphs,
  // What comes after so many characters can only add to the estimate.
  maxLength: 96,
});

addEventListener('message', ({ data }: MessageEvent<StrengthQuestion>) => {
  const { guessesLog10, feedback } = judge.check(data.passphrase, [...data.known]);
  const answer: StrengthAnswer = { guessesLog10, warning: feedback.warning };
  postMessage(answer);
});
