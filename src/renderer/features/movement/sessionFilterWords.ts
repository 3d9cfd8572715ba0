import type { SessionFilters } from '../../../shared/domain/movementHistory';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { kindWord } from '../../i18n/words';
import { companyWord } from '../../ui/sessionWords';
import type { FilterInWords } from '../../ui/filters/FilterChips';

/** A filter that is set, and the filters without it. */
export interface SetSessionFilter extends FilterInWords {
  readonly without: SessionFilters;
}

function datesInWords({ from, to }: SessionFilters): string {
  const [first, last] = [from, to].map((day) => (day === null ? '' : formatDay(day, 'date')));
  if (to === null) return message('history.chip.from', { from: first ?? '' });
  if (from === null) return message('history.chip.to', { to: last ?? '' });
  return from === to ? (first ?? '') : message('history.chip.between', { from: first ?? '', to: last ?? '' });
}

function effortInWords({ from, to }: { readonly from: number; readonly to: number }): string {
  const effort = from === to ? String(from) : message('history.chip.between', { from, to });
  return message('history.chip.effort', { effort });
}

export function sessionFiltersInWords(filters: SessionFilters): readonly SetSessionFilter[] {
  const { from, to, kinds, company, place, felt, effort, words } = filters;
  const found: SetSessionFilter[] = [];
  const add = (key: string, label: string, some: Partial<SessionFilters>): void => {
    found.push({ key, label, without: { ...filters, ...some } });
  };
  if (from !== null || to !== null) add('dates', datesInWords(filters), { from: null, to: null });
  for (const kind of kinds)
    add(`kind ${kind}`, kindWord(kind), { kinds: kinds.filter((one) => one !== kind) });
  for (const who of company)
    add(`with ${who}`, companyWord(who), { company: company.filter((one) => one !== who) });
  if (place !== null) add('place', message(`history.place.${place}`), { place: null });
  if (felt !== null) add('felt', message(`history.felt.${felt}`), { felt: null });
  if (effort !== null) add('effort', effortInWords(effort), { effort: null });
  if (words.trim() !== '')
    add('words', message('history.chip.words', { words: words.trim() }), { words: '' });
  return found;
}
