import { describe, expect, it } from 'vitest';
import { dayLine } from '../../../src/renderer/features/today/dayLine';
import { latestFeeling } from '../../../src/renderer/features/today/latestFeeling';
import { entrySummarySchema } from '../../../src/shared/domain/entry';
import { checkInSchema } from '../../../src/shared/domain/mood';
import type { Output } from '../../../src/shared/ipc/contract';
import { addDays, civilDaySchema, instantToMoment } from '../../../src/shared/time';

const day = civilDaySchema.parse('2026-11-22');
const at = (clock: string) => instantToMoment(Date.parse(`2026-11-22T${clock}:00Z`), 'UTC');
const emptyDay: Output<'today.read'> = {
  day,
  entries: [],
  checkIns: [],
  sessions: [],
  onThisDay: [],
  latestEarlier: null,
  outing: null,
};
const entry = (moment = at('07:40')) =>
  entrySummarySchema.parse({
    id: '0190a000-0000-7000-8000-000000000001',
    ...moment,
    title: 'Rain.',
    excerpt: '',
    wordCount: 1,
    promptIds: [],
    imageCount: 0,
    firstImageId: null,
    revision: 1,
    givenTitle: null,
    isStarred: false,
    tags: [],
    binnedAt: null,
  });
const checkIn = (clock: string, role: 'moment' | 'before') =>
  checkInSchema.parse({
    id: '0190a000-0000-7000-8000-000000000002',
    ...at(clock),
    valence: 0,
    energy: null,
    feelings: [],
    note: null,
    givenOn: 'stops',
    role,
    sessionId: null,
    isRemembered: false,
  });

describe('the line under the date', () => {
  it('welcomes the very first page', () => {
    expect(dayLine(emptyDay, 9)).toBe('Morning. The first page.');
  });

  it('remembers in the evening that something was written in the morning', () => {
    expect(dayLine({ ...emptyDay, entries: [entry()] }, 19)).toBe('Evening. You wrote this morning.');
  });

  it('bids welcome after a long gap, and says nothing of how long it was', () => {
    const latestEarlier = { ...entry(), day: addDays(day, -200) };
    expect(dayLine({ ...emptyDay, latestEarlier }, 14)).toBe(
      'Afternoon. The page is open. Good to have you here.',
    );
  });

  it('does not speak of a gap of some days', () => {
    const latestEarlier = { ...entry(), day: addDays(day, -6) };
    expect(dayLine({ ...emptyDay, latestEarlier }, 23)).toBe('Night. The page is open.');
  });
});

describe('the feeling a time of moving may begin with', () => {
  const now = at('18:00').at;

  it('is the newest check-in of its own within four hours', () => {
    const noon = checkIn('14:30', 'moment');
    const later = checkIn('17:40', 'moment');
    expect(latestFeeling([noon, later], now)).toBe(later);
  });

  it('is not one from the morning, nor one that belongs to a session already', () => {
    expect(latestFeeling([checkIn('08:00', 'moment'), checkIn('17:50', 'before')], now)).toBeNull();
  });
});
