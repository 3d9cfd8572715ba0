import { effortWordPoints } from '../../shared/domain/movement';
import { message } from '../i18n/i18n';

/** Our five words for effort, and what lies between them. `effort` is 0 to 10. */
export function effortWords(effort: number): string {
  const exact = effortWordPoints.find((point) => point === effort);
  if (exact !== undefined) return message(`words.effort.${exact}`);
  const low = effortWordPoints.findLast((point) => point < effort) ?? 0;
  const high = effortWordPoints.find((point) => point > effort) ?? 10;
  return message('movement.effortBetween', {
    low: message(`words.effort.${low}`),
    high: message(`words.effort.${high}`),
  });
}
