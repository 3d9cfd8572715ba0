import { describe, expect, it } from 'vitest';
import { packetRecordsSchema, type RecordChoice } from '../../../src/shared/packet/packetRecords';
import { chooseRecords, coverRecords, piecesAt, placeOf } from '../../../src/shared/packet/packetRecords';
import { findNames, readName } from '../../../src/shared/packet/findNames';
import { bar } from '../../../src/shared/packet/bars';
import { createCheckInId, createEntryId, createSessionId, createSpanId } from '../../../src/shared/id';
import { addDays, civilDaySchema } from '../../../src/shared/time';
import { documentOf } from '../../support/documents';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { plainDraft } from '../../support/plainSession';

const day = (text: string) => civilDaySchema.parse(text);
const neutral = { valence: 0, energy: null, feelings: [] } as const;
const everything: RecordChoice = {
  kinds: new Set(['entries', 'checkIns', 'sessions', 'spans']),
  tags: [],
  leftOut: new Set(),
  pictures: 'with',
};

/** On each of three days an entry, a check-in and a session, and one span over the first two. Says "Anna" wherever a person can say it. */
function fill({ journal, clock, ports }: TestJournal): void {
  const { randomBytes } = ports;
  for (const at of ['2025-05-10T08:00:00Z', '2025-05-11T08:00:00Z', '2025-05-12T08:00:00Z']) {
    clock.set(at);
    const id = createEntryId(clock.now(), randomBytes);
    journal.entries.save({ id, document: documentOf('We met Anna.', 'And rain.'), baseRevision: 0 });
    journal.entryFacts.setTitle({ id, title: 'Anna’s day' });
    journal.entryFacts.setTags({ id, tags: at.includes('11') ? ['Therapy', 'with Anna'] : ['walks'] });
    const checkInId = createCheckInId(clock.now(), randomBytes);
    journal.checkIns.save({ id: checkInId, ...neutral, feelings: ['annaish', 'Anna'], note: 'Anna rang' });
    const session = {
      ...plainDraft,
      id: createSessionId(clock.now(), randomBytes),
      kind: 'walk' as const,
      startedAt: clock.now(),
      minutes: 30,
      company: 'Anna',
      note: 'Anna came',
      before: neutral,
      after: { ...neutral, feelings: ['Anna'] },
    };
    expect(journal.sessions.save(session).ok).toBe(true);
  }
  const span = { kind: 'travel' as const, name: 'to Anna', note: 'Anna’s house' };
  const id = createSpanId(clock.now(), randomBytes);
  journal.spans.save({ id, ...span, firstDay: day('2025-05-10'), lastDay: day('2025-05-11') });
}

function read({ journal }: TestJournal, from: string, to: string) {
  const found = journal.packet.read({ from: day(from), to: day(to) });
  if (!found.ok) throw new Error(found.error.type);
  return packetRecordsSchema.parse(found.value);
}

describe('records for somebody', () => {
  it('are those of the days that were chosen, the oldest first, without the bin', async () => {
    await using test = await createTestJournal();
    fill(test);
    const found = read(test, '2025-05-11', '2025-05-12');
    expect(found.entries.map((entry) => entry.day)).toEqual(['2025-05-11', '2025-05-12']);
    expect(found.checkIns.map((checkIn) => checkIn.day)).toEqual(['2025-05-11', '2025-05-12']);
    expect(found.sessions.map((session) => session.day)).toEqual(['2025-05-11', '2025-05-12']);
    expect(found.spans).toHaveLength(1);
    const [first] = found.entries;
    if (first) test.journal.entries.moveToBin({ id: first.id });
    expect(read(test, '2025-05-11', '2025-05-12').entries).toHaveLength(1);
    expect(read(test, '2025-05-12', '2025-05-12').spans).toEqual([]);
  });

  it('are all there, however many check-ins a day has', async () => {
    await using test = await createTestJournal();
    for (let minute = 0; minute < 450; minute += 1) {
      test.clock.advance({ minutes: 1 });
      const id = createCheckInId(test.clock.now(), test.ports.randomBytes);
      test.journal.checkIns.save({ id, ...neutral });
    }
    const found = read(test, '2025-05-14', '2025-05-14').checkIns;
    expect(found).toHaveLength(450);
    expect(found.map(({ at }) => at)).toEqual(
      found.map(({ at }) => at).toSorted((one, other) => one - other),
    );
  });

  it('can be too many for one set of pages', async () => {
    await using test = await createTestJournal();
    test.journal.inTransaction(() => {
      for (let index = 0; index < 2001; index += 1) {
        const moment = {
          at: test.clock.now() + index,
          zone: 'Europe/Paris',
          offsetMinutes: 120,
          day: day('2025-05-14'),
        };
        const id = createEntryId(moment.at, test.ports.randomBytes);
        test.journal.entries.insert({ id, moment, document: documentOf('a') });
      }
    });
    const wanted = { from: day('2025-05-14'), to: day('2025-05-14') };
    expect(test.journal.packet.read(wanted)).toEqual({ ok: false, error: { type: 'PacketTooLong' } });
    const later = addDays(wanted.to, 1);
    expect(test.journal.packet.read({ from: later, to: later }).ok).toBe(true);
  });

  it('are chosen by kind and tag, and single entries stay away', async () => {
    await using test = await createTestJournal();
    fill(test);
    const found = read(test, '2025-05-10', '2025-05-12');
    const tagged = chooseRecords(found, { ...everything, tags: ['THÉRAPY'] });
    expect(tagged.entries.map((entry) => entry.day)).toEqual(['2025-05-11']);
    expect(tagged.checkIns).toHaveLength(3);
    const leftOut = new Set(found.entries.slice(0, 1).map(({ id }) => id));
    expect(chooseRecords(found, { ...everything, leftOut }).entries).toHaveLength(2);
    expect(chooseRecords(found, { ...everything, kinds: new Set(['spans']) })).toEqual({
      entries: [],
      checkIns: [],
      sessions: [],
      spans: found.spans,
    });
  });

  it('hold no covered name in any of their texts, and are still records', async () => {
    await using test = await createTestJournal();
    fill(test);
    const found = read(test, '2025-05-10', '2025-05-12');
    const name = readName('anna') ?? [];
    expect(findNames(JSON.stringify(found), [name]).length).toBeGreaterThan(20);
    const covered = coverRecords(found, { names: [name], passages: [] }, 'with');
    expect(findNames(JSON.stringify(covered), [name])).toEqual([]);
    expect(JSON.stringify(covered)).toContain('annaish');
    expect(packetRecordsSchema.safeParse(covered).success).toBe(true);
  });

  it('lose a passage in the one text it was chosen in', async () => {
    await using test = await createTestJournal();
    fill(test);
    const found = read(test, '2025-05-10', '2025-05-10');
    const [entry, checkIn] = [found.entries[0], found.checkIns[0]];
    if (!entry || !checkIn) throw new Error('the day has both');
    const place = `${placeOf.text(entry)}/1`;
    expect(piecesAt(found, place)).toEqual(['And rain.']);
    expect(piecesAt(found, placeOf.title(entry))).toEqual(['Anna’s day']);
    expect(piecesAt(found, placeOf.checkIn(checkIn))).toEqual(['Anna rang']);
    const passages = [
      { place, from: 4, to: 8 },
      { place: placeOf.checkIn(checkIn), from: 0, to: 9 },
    ];
    const covered = coverRecords(found, { names: [], passages }, 'with');
    expect(JSON.stringify(covered.entries)).toContain(`And ${bar}.`);
    expect(JSON.stringify(covered.entries)).toContain('We met Anna.');
    expect(covered.checkIns[0]?.note).toBe(bar);
    expect(covered.sessions[0]?.note).toBe('Anna came');
  });
});
