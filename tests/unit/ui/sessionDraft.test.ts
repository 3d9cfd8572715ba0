import { describe, expect, it } from 'vitest';
import {
  effortWords,
  fieldsToDraft,
  fieldsToKeep,
  newSessionFields,
  sessionToFields,
} from '../../../src/renderer/ui/sessionDraft';
import { sessionIdSchema } from '../../../src/shared/id';
import { movementSessionSchema } from '../../../src/shared/domain/movement';

const id = sessionIdSchema.parse('0190a000-0000-7000-8000-000000000001');
const now = Date.parse('2026-11-22T17:30:00Z');
const fields = newSessionFields({ id, now, startedAt: now - 42 * 60_000 });

describe('the form for a time of moving', () => {
  it('counts the minutes since leaving', () => {
    expect(fields.minutes).toBe('42');
  });

  it('begins half an hour ago when nothing else is known', () => {
    const draft = fieldsToDraft(newSessionFields({ id, now }));
    expect(draft).toMatchObject({ ok: true, value: { minutes: 30, startedAt: now - 30 * 60_000 } });
  });

  it('keeps nothing of an empty note', () => {
    expect(fieldsToDraft({ ...fields, note: '  ' })).toMatchObject({ ok: true, value: { note: null } });
  });

  it.each(['', '0', '12.5', 'an hour', '1441'])('asks again when the minutes are “%s”', (minutes) => {
    expect(fieldsToDraft({ ...fields, minutes })).toEqual({ ok: false, error: { type: 'MinutesUnclear' } });
  });

  it.each([
    ['', '07:40'],
    ['2026-02-30', '07:40'],
    ['2026-02-03', ''],
  ])('asks again when the start is “%s %s”', (date, time) => {
    expect(fieldsToDraft({ ...fields, date, time })).toEqual({ ok: false, error: { type: 'StartUnclear' } });
  });

  it('is saved at a lock when it is clear', () => {
    expect(fieldsToKeep(fields)).toMatchObject({ kind: 'save', draft: { minutes: 42 } });
  });

  it.each([{ minutes: 'abc' }, { minutes: '' }, { time: '' }])(
    'makes nothing up at a lock, and loses no words, with %o',
    (unclear) => {
      expect(fieldsToKeep({ ...fields, ...unclear, note: ' ' })).toEqual({ kind: 'leave' });
      expect(fieldsToKeep({ ...fields, ...unclear, note: 'The stairs.' })).toMatchObject({ kind: 'waits' });
    },
  );

  it('leaves the start of a recorded session where it was, in the zone it was recorded in', () => {
    const session = movementSessionSchema.parse({
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
    expect(fieldsToDraft(opened)).toMatchObject({ ok: true, value: { startedAt: session.at } });
  });

  it('has a word for every effort from 0 to 10', () => {
    expect(effortWords(5)).toBe('steady');
    expect(effortWords(6)).toBe('between steady and hard');
    expect(new Set(Array.from({ length: 11 }, (_, effort) => effortWords(effort))).size).toBeGreaterThan(8);
  });
});
