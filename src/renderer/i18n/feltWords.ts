import { energyToStop, valenceToStop, type CheckIn, type EarlierSaying } from '../../shared/domain/mood';
import { message } from './i18n';
import { energyWord, feelingWord, moodWord } from './words';

const capitalise = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** "Slightly unpleasant" */
export const moodOf = ({ valence }: Pick<CheckIn, 'valence'>): string =>
  capitalise(moodWord(valenceToStop(valence)));

/** "Slightly unpleasant; energy low; anxiety, hope": what was noted, in one line. */
export function sayingWords({ valence, energy, feelings }: CheckIn | EarlierSaying): string {
  return [
    moodOf({ valence }),
    energy === null ? '' : message('feeling.energyOf', { energy: energyWord(energyToStop(energy)) }),
    feelings.map(feelingWord).join(', '),
  ]
    .filter((part) => part !== '')
    .join('; ');
}
