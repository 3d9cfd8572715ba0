import type { ReactNode } from 'react';
import { civilDaySchema, type CivilDay } from '../../../shared/time';
import { message } from '../../i18n/i18n';
import { FilterLine } from './FilterLine';
import styles from './Filters.module.css';

interface FilterPanelProps {
  readonly id: string;
  readonly children: ReactNode;
}

/** What narrows a list, a line each. */
export function FilterPanel({ id, children }: FilterPanelProps) {
  return (
    <section id={id} className={styles.panel} aria-label={message('ui.filters')}>
      {children}
    </section>
  );
}

interface DayRange {
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
}

const dayOrNull = (text: string): CivilDay | null => civilDaySchema.safeParse(text).data ?? null;

/** The first and the last day; without one it is open to that side. */
export function DatesFilter({
  from,
  to,
  onChange,
}: DayRange & { readonly onChange: (range: Partial<DayRange>) => void }) {
  return (
    <FilterLine label={message('ui.filterDates')}>
      <input
        type="date"
        className={styles.select}
        aria-label={message('ui.filterFrom')}
        value={from ?? ''}
        onChange={(event) => onChange({ from: dayOrNull(event.target.value) })}
      />
      <span aria-hidden>–</span>
      <input
        type="date"
        className={styles.select}
        aria-label={message('ui.filterTo')}
        value={to ?? ''}
        onChange={(event) => onChange({ to: dayOrNull(event.target.value) })}
      />
    </FilterLine>
  );
}

interface ChoiceFilterProps<Value extends string> {
  readonly label: string;
  /** What stands for no choice. */
  readonly any: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}

/** One of a few, or none. */
export function ChoiceFilter<Value extends string>({
  label,
  any,
  choices,
  value,
  onChange,
}: ChoiceFilterProps<Value>) {
  return (
    <select
      className={styles.select}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(choices.find((one) => one.value === event.target.value)?.value ?? null)}
    >
      <option value="">{any}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
