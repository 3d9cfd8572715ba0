import type { Verdict } from '../../src/shared/domain/insights';
import { listFound } from '../../src/shared/insights/insightCards';
import { diaries, empty, type MadeUp } from './diaries';
import { galleryStates, type GalleryCard, type GalleryState } from './galleryNames';

export interface Sample {
  readonly card: GalleryCard;
  readonly state: GalleryState;
  readonly from: MadeUp;
  /**
   * `found`: the engine says so of this diary. `said`: no made-up diary comes to it, as with a state a card cannot reach, so the
   * word is put in the engine's mouth.
   */
  readonly how: 'found' | 'said';
}

/** What stands behind one card, by the names it is judged by. */
const namesOf: Readonly<Record<GalleryCard, readonly string[]>> = {
  overview: [],
  sessions: ['sessions'],
  kinds: [],
  movementDays: ['movementDays'],
  nextDay: ['nextDay'],
  dose: ['minutes'],
  qualities: ['play', 'connection', 'achievement', 'safety'],
  feelings: [],
  rhythm: [0, 1, 2, 3, 4, 5, 6].map((weekday) => `weekday:${weekday}`),
  longRun: [],
  writing: ['beforeWriting', 'afterWriting'],
  spans: [],
};

const strongestFirst: readonly Verdict[] = ['CLEAR', 'LEANING', 'ABOUT_SAME', 'UNCLEAR', 'TOO_LITTLE'];

/** The word that a card of several comparisons comes to: what is settled is said before what is not. */
function stateOf(card: GalleryCard, { cards }: MadeUp): Verdict | null {
  const names = namesOf[card].map((name) => `${name}:${cards.outcome}`);
  const verdicts = listFound(cards).flatMap(({ card: name, verdict }) =>
    names.includes(name) ? [verdict] : [],
  );
  if (card === 'feelings') verdicts.push(...cards.feelings.map(({ verdict }) => verdict));
  if (card === 'kinds') verdicts.push(...cards.kinds.map(({ verdict }) => verdict));
  return strongestFirst.find((verdict) => verdicts.includes(verdict)) ?? null;
}

function sampleOf(card: GalleryCard, state: GalleryState): Sample {
  if (state === 'EMPTY') return { card, state, from: empty, how: 'found' };
  const found = diaries.find((diary) => stateOf(card, diary) === state);
  if (found !== undefined) return { card, state, from: found, how: 'found' };
  const [first = empty] = diaries.slice(galleryStates.indexOf(state));
  return { card, state, from: first, how: 'said' };
}

export const samplesOf = (card: GalleryCard): readonly Sample[] =>
  galleryStates.map((state) => sampleOf(card, state));
