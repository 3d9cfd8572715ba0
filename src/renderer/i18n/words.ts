import type { Outcome } from '../../shared/domain/insights';
import type { EnergyStop, MoodStop, OfferedFeeling } from '../../shared/domain/mood';
import { energyStops, moodStops, offeredFeelings } from '../../shared/domain/mood';
import { isOfferedKind, type MovementKind } from '../../shared/domain/movementKind';
import { isOwnPrompt, type AnyPrompt, type Prompt } from '../../shared/domain/prompt';
import { shortSourceTitles } from '../../shared/prompts/sourceTitles';
import { message } from './i18n';
import { ownKindName } from './ownKindNames';

export const moodWord = (stop: MoodStop): string => message(`words.mood.${stop}`);

export const energyWord = (stop: EnergyStop): string => message(`words.energy.${stop}`);

/** The word of a stop of the outcome, from 1; the middle one for a number that is none of its stops. */
export const scaleWord = (outcome: Outcome, stop: number): string =>
  outcome === 'valence'
    ? moodWord(moodStops.find((one) => one === stop) ?? 4)
    : energyWord(energyStops.find((one) => one === stop) ?? 3);

/** The name of an offered kind; of one of the person's own what they called it. */
export const kindWord = (kind: MovementKind): string =>
  isOfferedKind(kind) ? message(`words.kind.${kind}`) : (ownKindName(kind) ?? message('words.ownKind'));

const isOffered = (feeling: string): feeling is OfferedFeeling =>
  offeredFeelings.some((offered) => offered === feeling);

/** The name of an offered feeling; a person's own word as it is. */
export const feelingWord = (feeling: string): string =>
  isOffered(feeling) ? message(`words.feeling.${feeling}`) : feeling;

/** "Dance class, 50 min" */
export const sessionWords = (kind: MovementKind, minutes: number): string =>
  message('words.session', { kind: kindWord(kind), minutes });

/** A section named like its article is where that begins. */
function sourceValues({ article, section }: Prompt['source']) {
  const title = shortSourceTitles[article];
  return { article: title, section, isWhole: section === title };
}

/** Where a prompt comes from, as its footnote says it. */
export function promptSourceWords(prompt: AnyPrompt): string {
  if (isOwnPrompt(prompt)) return message('words.promptSourceOwn');
  const { isWhole, ...values } = sourceValues(prompt.source);
  return message(isWhole ? 'words.promptSourceWhole' : 'words.promptSource', values);
}

/** The same, where several stand in a row. */
export function sourceWords(source: Prompt['source']): string {
  const { isWhole, ...values } = sourceValues(source);
  return message(isWhole ? 'words.sourceWhole' : 'words.source', values);
}
