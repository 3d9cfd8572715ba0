import type { MovementSession } from '../../../shared/domain/movement';
import { valenceToStop, type CheckIn } from '../../../shared/domain/mood';
import { message } from '../../i18n/i18n';
import { moodWord, sessionWords } from '../../i18n/words';
import { effortWords } from '../../ui/effortWords';
import { companyWord, metresInWords } from '../../ui/sessionWords';

const moodOf = ({ valence }: CheckIn): string => moodWord(valenceToStop(valence));

/** "neutral before, pleasant after", as far as it was noted. */
function feltWords(before: CheckIn | null, after: CheckIn | null): readonly string[] {
  if (before !== null && after !== null) {
    return [message('packet.sheet.fromTo', { before: moodOf(before), after: moodOf(after) })];
  }
  if (before !== null) return [message('packet.sheet.before', { felt: moodOf(before) })];
  return after === null ? [] : [message('packet.sheet.after', { felt: moodOf(after) })];
}

/** What was noted of a time of moving, one fact after the other. */
export function sessionFacts(session: MovementSession): readonly string[] {
  const { kind, minutes, before, after, effort, distanceMetres, company } = session;
  return [
    sessionWords(kind, minutes),
    ...(distanceMetres === null
      ? []
      : [message('packet.sheet.distance', { distance: metresInWords(distanceMetres, 'km') })]),
    ...(effort === null ? [] : [message('packet.sheet.effort', { effort: effortWords(effort) })]),
    ...(company === null ? [] : [companyWord(company)]),
    ...feltWords(before, after),
  ];
}
