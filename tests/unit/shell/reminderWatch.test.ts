import { describe, expect, it } from 'vitest';
import { createReminderWatch } from '../../../src/main/shell/reminderWatch';
import { words } from '../../../src/main/shell/words';
import { weekdays, type Reminders } from '../../../src/shared/domain/reminder';
import { createFakeClock } from '../../support/journalFixture';

function watched(start: string, first: Partial<Reminders> = {}, zone = 'Europe/Berlin') {
  const clock = createFakeClock(start, zone);
  let choice: Reminders = { state: 'on', times: ['18:00'], days: weekdays, ...first };
  let isInFront = false;
  const shown: string[] = [];
  let look: (() => void) | null = null;
  const watch = createReminderWatch({
    clock,
    choice: () => choice,
    isInFront: () => isInFront,
    show: () => shown.push(new Date(clock.now()).toISOString().slice(0, 16)),
    repeat: (next) => {
      look = next;
      return () => {
        look = null;
      };
    },
  });
  watch.settle();
  return {
    clock,
    watch,
    shown,
    isWatching: () => look !== null,
    choose: (next: Partial<Reminders>) => {
      choice = { ...choice, ...next };
      watch.settle();
    },
    comeToFront: (is: boolean) => {
      isInFront = is;
    },
    /** As the timer does. */
    live: (minutes: number) => {
      for (let half = 0; half < minutes * 2; half += 1) {
        clock.advance({ minutes: 0.5 });
        look?.();
      }
    },
  };
}

describe('reminders', () => {
  it('look at no clock until somebody wants them', () => {
    const { isWatching, choose, live, shown } = watched('2026-03-10T16:50Z', { state: 'off' });
    expect(isWatching()).toBe(false);
    live(20);
    expect(shown).toEqual([]);
    choose({ state: 'on' });
    expect(isWatching()).toBe(true);
    choose({ state: 'off' });
    expect(isWatching()).toBe(false);
  });

  it('come once at the chosen time of each chosen day', () => {
    const { live, shown } = watched('2026-03-10T16:50Z', { times: ['18:00', '19:00'] });
    live(26 * 60);
    expect(shown).toEqual(['2026-03-10T17:00', '2026-03-10T18:00', '2026-03-11T17:00', '2026-03-11T18:00']);
  });

  it('stay away while the window is before the person, then and afterwards', () => {
    const { live, shown, comeToFront } = watched('2026-03-10T16:50Z');
    comeToFront(true);
    live(12);
    comeToFront(false);
    live(30);
    expect(shown).toEqual([]);
  });

  it('come once after a sleep that ended soon, and not after a night', () => {
    const { clock, watch, live, shown } = watched('2026-03-10T16:50Z', { times: ['17:55', '18:00'] });
    clock.advance({ minutes: 15 });
    watch.look();
    live(5);
    expect(shown).toEqual(['2026-03-10T17:05']);
    clock.advance({ hours: 30 });
    watch.look();
    live(5);
    expect(shown).toHaveLength(1);
  });

  it('are not repeated for somebody who flies west into the same evening', () => {
    const { clock, live, shown } = watched('2026-03-10T16:50Z');
    live(20);
    clock.travelTo('America/New_York');
    live(8 * 60);
    expect(shown).toEqual(['2026-03-10T17:00']);
    live(24 * 60);
    expect(shown).toEqual(['2026-03-10T17:00', '2026-03-11T22:00']);
  });

  it('are not repeated when the clock is set back, nor in the hour that summer time ends with', () => {
    const { clock, live, shown } = watched('2026-03-10T16:50Z');
    live(15);
    clock.set('2026-03-10T16:55Z');
    live(15);
    expect(shown).toHaveLength(1);
    const autumn = watched('2026-10-25T00:10Z', { times: ['02:30'] });
    autumn.live(3 * 60);
    expect(autumn.shown).toEqual(['2026-10-25T00:30']);
  });

  it('do not come for a time that had passed when it was chosen', () => {
    const { choose, live, shown } = watched('2026-03-10T17:05Z', { state: 'off' });
    choose({ state: 'on' });
    live(10);
    expect(shown).toEqual([]);
  });

  it('say one sentence that could be anybody’s', () => {
    expect(words.reminder).toBe('Footnote is here if you like.');
  });
});
