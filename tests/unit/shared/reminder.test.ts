import { describe, expect, it } from 'vitest';
import {
  defaultReminders,
  dueReminder,
  nextReminder,
  weekdays,
  type Reminders,
} from '../../../src/shared/domain/reminder';

const at = (text: string): number => Date.parse(text);
const everyDay = (...times: string[]): Reminders => ({ state: 'on', times, days: weekdays });
const next = (reminders: Reminders, after: string, zone = 'Europe/Berlin') => {
  const found = nextReminder(reminders, at(after), zone);
  return found && [new Date(found.at).toISOString().slice(0, 16), found.wall];
};

describe('the next reminder', () => {
  it('does not come while nobody wants one, nor without a day', () => {
    expect(defaultReminders.state).toBe('off');
    expect(next(defaultReminders, '2026-03-10T10:00Z')).toBeNull();
    expect(next({ ...everyDay('18:00'), days: [] }, '2026-03-10T10:00Z')).toBeNull();
  });

  it('is the first of the times on the wall clock, in whatever order they were chosen', () => {
    const reminders = everyDay('21:30', '07:30');
    expect(next(reminders, '2026-03-10T10:00Z')).toEqual(['2026-03-10T20:30', '2026-03-10T21:30']);
    expect(next(reminders, '2026-03-10T20:30Z')).toEqual(['2026-03-11T06:30', '2026-03-11T07:30']);
  });

  it('waits for a chosen day of the week', () => {
    const reminders: Reminders = { ...everyDay('18:00'), days: [2] };
    expect(next(reminders, '2026-03-10T17:00Z')).toEqual(['2026-03-17T17:00', '2026-03-17T18:00']);
    expect(next(reminders, '2026-03-10T16:59Z')).toEqual(['2026-03-10T17:00', '2026-03-10T18:00']);
  });

  it('comes later where clocks jump over it, and once where they go back over it', () => {
    const reminders = everyDay('02:30');
    expect(next(reminders, '2026-03-28T12:00Z')).toEqual(['2026-03-29T01:30', '2026-03-29T02:30']);
    expect(next(reminders, '2026-10-24T12:00Z')).toEqual(['2026-10-25T00:30', '2026-10-25T02:30']);
    expect(next(reminders, '2026-10-25T00:30Z')).toEqual(['2026-10-26T01:30', '2026-10-26T02:30']);
  });

  it('keeps to the wall clock over the change to summer time and at the ends of the world', () => {
    const reminders = everyDay('18:00');
    expect(next(reminders, '2026-03-28T18:00Z')?.[0]).toBe('2026-03-29T16:00');
    expect(next(reminders, '2026-03-10T10:00Z', 'Pacific/Kiritimati')?.[0]).toBe('2026-03-11T04:00');
    expect(next(reminders, '2026-03-10T10:00Z', 'Pacific/Honolulu')?.[0]).toBe('2026-03-11T04:00');
    // Samoa had no 30 December 2011.
    expect(next(reminders, '2011-12-30T09:00Z', 'Pacific/Apia')?.[0]).toBe('2011-12-31T04:00');
  });
});

const due = (reminders: Reminders, since: string, now: string) =>
  dueReminder(reminders, { since: at(since), now: at(now), zone: 'Europe/Berlin' })?.wall ?? null;

describe('a reminder that is due', () => {
  it('is due from its minute on, once', () => {
    const reminders = everyDay('18:00');
    expect(due(reminders, '2026-03-10T16:59:30Z', '2026-03-10T16:59:59Z')).toBeNull();
    expect(due(reminders, '2026-03-10T16:59:30Z', '2026-03-10T17:00:00Z')).toBe('2026-03-10T18:00');
    expect(due(reminders, '2026-03-10T17:00:00Z', '2026-03-10T17:00:30Z')).toBeNull();
  });

  it('is said after a short sleep and not after a long one', () => {
    const reminders = everyDay('18:00');
    expect(due(reminders, '2026-03-10T16:00Z', '2026-03-10T17:14Z')).toBe('2026-03-10T18:00');
    expect(due(reminders, '2026-03-10T16:00Z', '2026-03-10T17:16Z')).toBeNull();
    expect(due(reminders, '2026-02-01T00:00Z', '2026-03-10T12:00Z')).toBeNull();
  });

  it('is one at most, however many times went by', () => {
    expect(due(everyDay('17:50', '17:55', '18:00'), '2026-03-10T10:00Z', '2026-03-10T17:01Z')).toBe(
      '2026-03-10T18:00',
    );
  });
});
