import { describe, expect, it } from 'vitest';
import {
  fieldsToDraft,
  fieldsToKeep,
  newSessionFields,
  outingToFields,
  sessionToFields,
} from '../../../src/renderer/ui/sessionDraft';
import { effortWords } from '../../../src/renderer/ui/effortWords';
import type { SessionFields } from '../../../src/renderer/session/sessionFields';
import { plainSession } from '../../support/plainSession';
import { sessionIdSchema } from '../../../src/shared/id';
import { movementSessionSchema } from '../../../src/shared/domain/movement';

const id = sessionIdSchema.parse('0190a000-0000-7000-8000-000000000001');
const now = Date.parse('2026-11-22T17:30:00Z');
const felt = { valence: 0, energy: null, feelings: [] };
const outing = {
  kind: 'run',
  startedAt: now - 42 * 60_000,
  zone: 'Europe/Paris',
  beforeAt: now - 44 * 60_000,
  before: felt,
} as const;
const fields = outingToFields(outing, id, now);
const draftOf = (given: SessionFields) => fieldsToDraft(given, now);

describe('the form for a time of moving', () => {
  it('counts the minutes since leaving', () => {
    expect(fields.minutes).toBe('42');
  });

  it('begins half an hour ago when nothing else is known', () => {
    const draft = draftOf(newSessionFields({ id, now }));
    expect(draft).toMatchObject({ ok: true, value: { minutes: 30, startedAt: now - 30 * 60_000 } });
  });

  it('keeps nothing of an empty note', () => {
    expect(draftOf({ ...fields, note: '  ' })).toMatchObject({ ok: true, value: { note: null } });
  });

  it.each(['', '12.5', 'an hour'])('asks again when the minutes are “%s”', (minutes) => {
    expect(draftOf({ ...fields, minutes })).toEqual({ ok: false, error: { type: 'MinutesUnclear' } });
  });

  it.each([
    ['', '07:40'],
    ['2026-02-30', '07:40'],
    ['2026-02-03', ''],
  ])('asks again when the start is “%s %s”', (date, time) => {
    expect(draftOf({ ...fields, date, time })).toEqual({ ok: false, error: { type: 'StartUnclear' } });
  });

  it('is saved at a lock when it is clear', () => {
    expect(fieldsToKeep(fields, now)).toMatchObject({ kind: 'save', draft: { minutes: 42 } });
  });

  it.each([{ minutes: 'abc' }, { minutes: '' }, { time: '' }])(
    'makes nothing up at a lock, and loses no words, with %o',
    (unclear) => {
      expect(fieldsToKeep({ ...fields, ...unclear, note: ' ' }, now)).toEqual({ kind: 'leave' });
      expect(fieldsToKeep({ ...fields, ...unclear, note: 'The stairs.' }, now)).toMatchObject({
        kind: 'waits',
      });
    },
  );

  it('leaves the start of a recorded session where it was, in the zone it was recorded in', () => {
    const session = movementSessionSchema.parse({
      ...plainSession,
      id,
      kind: 'hike',
      at: Date.parse('2026-05-02T22:15:00Z'),
      zone: 'Asia/Tokyo',
      offsetMinutes: 540,
      day: '2026-05-03',
      minutes: 90,
      effort: 5,
      note: null,
      before: null,
      after: null,
    });
    const opened = sessionToFields(session);
    expect([opened.date, opened.time]).toEqual(['2026-05-03', '07:15']);
    expect(draftOf(opened)).toMatchObject({ ok: true, value: { startedAt: session.at } });
  });

  it.each([
    ['0', 'EndsBeforeStart'],
    ['-20', 'EndsBeforeStart'],
    ['1441', 'LongerThanADay'],
    ['10000', 'LongerThanADay'],
  ])('says what is wrong with %s minutes', (minutes, type) => {
    expect(draftOf({ ...fields, minutes })).toEqual({ ok: false, error: { type } });
  });

  it('takes no day and no time that has not come', () => {
    expect(draftOf({ ...fields, date: '2026-11-23' })).toEqual({ ok: false, error: { type: 'StartsLater' } });
    const untimed = { ...fields, isTimed: false };
    expect(draftOf({ ...untimed, date: '2026-11-23' }).ok).toBe(false);
    expect(draftOf({ ...untimed, date: '2026-11-22' }).ok).toBe(true);
  });

  it('keeps the seconds of a start that nobody touched, and the moment of leaving', () => {
    expect(draftOf(fields)).toMatchObject({
      value: { startedAt: outing.startedAt, beforeAt: outing.beforeAt, zone: 'Europe/Paris' },
    });
  });

  it('stands at noon when only the day is known', () => {
    const given = { ...fields, isTimed: false, date: '2026-11-20', time: '' };
    expect(draftOf(given)).toMatchObject({ value: { startedAt: Date.parse('2026-11-20T11:00:00Z') } });
  });

  it('sends an untouched distance as it is stored, and a typed one in the unit it was typed in', () => {
    const stored = { ...fields, distanceMetres: 5_037 };
    expect(draftOf(stored)).toMatchObject({ value: { distanceMetres: 5_037 } });
    const typed = (text: string, unit: 'km' | 'mi') => draftOf({ ...stored, distanceTyped: { text, unit } });
    expect(typed('3,1', 'mi')).toMatchObject({ value: { distanceMetres: 4_989 } });
    expect(typed('', 'km')).toMatchObject({ value: { distanceMetres: null } });
    expect(typed('far', 'km')).toEqual({ ok: false, error: { type: 'DistanceUnclear' } });
  });

  it('has a word for every effort from 0 to 10', () => {
    expect(effortWords(5)).toBe('steady');
    expect(effortWords(6)).toBe('between steady and hard');
    expect(new Set(Array.from({ length: 11 }, (_, effort) => effortWords(effort))).size).toBeGreaterThan(8);
  });
});
