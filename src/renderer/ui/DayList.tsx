import type { ReactNode } from 'react';
import type { CivilDay } from '../../shared/time';
import { formatDay } from '../i18n/formats';
import styles from './DayList.module.css';
import { DayFigure } from './timeline/DayFigure';

interface DayListProps<Item extends { readonly id: string; readonly day: CivilDay }> {
  /** Newest day first. */
  readonly items: readonly Item[];
  readonly renderItem: (item: Item) => ReactNode;
}

interface DayGroup<Item> {
  readonly day: CivilDay;
  readonly items: readonly Item[];
  readonly isFirstOfMonth: boolean;
}

function itemsToDays<Item extends { readonly day: CivilDay }>(
  items: readonly Item[],
): readonly DayGroup<Item>[] {
  const byDay = new Map<CivilDay, readonly Item[]>();
  for (const item of items) byDay.set(item.day, [...(byDay.get(item.day) ?? []), item]);
  let month = '';
  return [...byDay].map(([day, ofDay]) => {
    const isFirstOfMonth = day.slice(0, 7) !== month;
    month = day.slice(0, 7);
    return { day, items: ofDay, isFirstOfMonth };
  });
}

/** Records under their days, the way a diary is printed: the figure of the day hangs before the text. */
export function DayList<Item extends { readonly id: string; readonly day: CivilDay }>({
  items,
  renderItem,
}: DayListProps<Item>) {
  return itemsToDays(items).map(({ day, items: ofDay, isFirstOfMonth }) => (
    <section key={day} aria-label={formatDay(day, 'full')}>
      {isFirstOfMonth && <h2 className={styles.month}>{formatDay(day, 'month')}</h2>}
      <div className={styles.day}>
        <DayFigure day={day} />
        <ol className={styles.content}>
          {ofDay.map((item) => (
            <li key={item.id}>{renderItem(item)}</li>
          ))}
        </ol>
      </div>
    </section>
  ));
}
