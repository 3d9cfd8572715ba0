import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FitNotReadable, readFit } from '../../../../src/main/transfer/import/movement/fit';
import { createFit, type FitMessage } from '../../../support/fitFile';

const uint8 = 2;
const uint16 = 0x84;
const uint32 = 0x86;
const text = 7;
const enumeration = 0;

/** 2025-05-14T06:30:00Z on FIT's clock. */
const start = Date.parse('2025-05-14T06:30:00Z') / 1000 - 631_065_600;

const fileId: FitMessage = { message: 0, fields: [[0, 1, enumeration, 4]] };
const activity: FitMessage = {
  message: 34,
  local: 1,
  fields: [
    [253, 4, uint32, start + 3000],
    [5, 4, uint32, start + 3000 + 7200],
  ],
};
const session: FitMessage = {
  message: 18,
  local: 2,
  fields: [
    [2, 4, uint32, start],
    [5, 1, enumeration, 83],
    [6, 1, enumeration, 0xff],
    [7, 4, uint32, 45 * 60_000],
    [9, 4, uint32, 512_345],
    [16, 1, uint8, 141],
    [110, 16, text, 'Salsa'],
    [192, 1, uint8, 75],
    [193, 1, uint8, 40],
  ],
};
const lap = (at: number): FitMessage => ({
  message: 19,
  local: 3,
  fields: [
    [2, 4, uint32, at],
    [7, 4, uint32, 10 * 60_000],
    [9, 4, uint32, 200_000],
    [25, 1, enumeration, 1],
    [39, 1, enumeration, 0xff],
  ],
});
const point = (at: number, centimetres: number): FitMessage => ({
  message: 20,
  fields: [
    [253, 4, uint32, at],
    [5, 4, uint32, centimetres],
    [3, 1, uint8, 150],
  ],
});
const without = (one: FitMessage): FitMessage => ({
  ...one,
  fields: one.fields.filter(([number]) => number !== 2 && number !== 7),
});
const read = {
  sourceId: String(start),
  start: { is: 'instant', at: Date.parse('2025-05-14T06:30:00Z'), offsetMinutes: 120 },
  minutes: 45,
  distanceMetres: 5123,
  effort: 4,
  kind: 'dance',
  kindWord: 'dance',
  title: 'Salsa',
  note: 'Felt: strong',
};

describe('a FIT file', () => {
  it.each([
    ['of a watch', {}],
    ['with the other order of bytes and the short header', { isBigEndian: true, headerLength: 12 } as const],
  ])('%s tells when, how long, how far, how hard and how it felt', (_name, options) => {
    expect(readFit(createFit([fileId, session, activity], options))).toEqual({
      sessions: [read],
      refused: [],
      end: 'whole',
    });
  });

  it('keeps several sessions apart, and those of a second file after the first', () => {
    const other: FitMessage = {
      ...session,
      fields: session.fields.map((field) => (field[0] === 2 ? [2, 4, uint32, start + 5000] : field)),
    };
    const two = createFit([fileId, session, other, activity]);
    expect(readFit(two).sessions.map(({ sourceId }) => sourceId)).toEqual([
      String(start),
      String(start + 5000),
    ]);
    const chained = new Uint8Array([...two, ...createFit([fileId, session])]);
    expect(readFit(chained).sessions).toHaveLength(3);
  });

  it('steps over what a device defined itself, and over numbers that mean something else later', () => {
    const record: FitMessage = { message: 20, local: 2, fields: [[0, 4, 0x85, 500_000_000]], own: 3 };
    expect(readFit(createFit([fileId, record, { ...session, own: 9 }, record, activity])).sessions).toEqual([
      read,
    ]);
  });

  it('takes what a watch does not know for not known', () => {
    const unknown: FitMessage = {
      message: 18,
      fields: [
        [2, 4, uint32, start],
        [5, 1, enumeration, 0xff],
        [7, 4, uint32, 0xff_ff_ff_ff],
        [9, 4, uint32, 0xff_ff_ff_ff],
        [110, 4, text, ''],
        [193, 1, uint8, 0xff],
        [192, 2, uint16, 0xff_ff],
      ],
    };
    expect(readFit(createFit([fileId, unknown])).sessions).toEqual([
      {
        sourceId: String(start),
        start: { is: 'instant', at: Date.parse('2025-05-14T06:30:00Z'), offsetMinutes: null },
        minutes: null,
        distanceMetres: null,
        effort: null,
        kind: 'other',
        kindWord: '',
        title: null,
        note: null,
      },
    ]);
  });

  it('whose battery ran out gives what stands before its end', () => {
    const whole = createFit([fileId, session, activity]);
    expect(readFit(whole.subarray(0, whole.length - 12))).toMatchObject({
      sessions: [{ minutes: 45 }],
      end: 'cut',
    });
    expect(readFit(whole.subarray(0, 40))).toMatchObject({ sessions: [], end: 'cut' });
  });

  it('whose battery ran out before it told its session is told by its laps', () => {
    const laps = [lap(start), lap(start + 600)];
    const expected = { minutes: 20, distanceMetres: 4000, kind: 'run', start: { at: read.start.at } };
    expect(readFit(createFit([fileId, ...laps])).sessions).toMatchObject([expected]);
    // Where there is a session, laps add nothing to it.
    expect(readFit(createFit([fileId, ...laps, session, activity])).sessions).toEqual([read]);
  });

  it('whose battery ran out before its first lap is told by the times of its points', () => {
    const sport: FitMessage = { message: 12, local: 4, fields: [[0, 1, enumeration, 11]] };
    const points = [point(start, 0), point(start + 600, 80_000), point(start + 1260, 150_000)];
    expect(readFit(createFit([fileId, sport, ...points])).sessions).toMatchObject([
      { sourceId: String(start), minutes: 21, distanceMetres: 1500, kind: 'walk', title: null },
    ]);
    expect(readFit(createFit([fileId, ...points, session, activity])).sessions).toEqual([read]);
    expect(readFit(createFit([fileId, point(start, 0)])).sessions).toEqual([]);
    // Some programs never write when a session or a lap began.
    expect(readFit(createFit([fileId, ...points, without(session)])).sessions).toMatchObject([
      { sourceId: String(start), minutes: 21, distanceMetres: 5123, kind: 'dance', title: 'Salsa' },
    ]);
    expect(readFit(createFit([fileId, ...points, without(lap(start))])).sessions).toMatchObject([
      { sourceId: String(start), minutes: 21, distanceMetres: 1500 },
    ]);
  });

  it('that tells its two clocks a few minutes apart has the hour of its zone', () => {
    const late: FitMessage = {
      ...activity,
      fields: [
        [253, 4, uint32, start + 3000],
        [5, 4, uint32, start + 3000 + 7200 + 240],
      ],
    };
    expect(readFit(createFit([fileId, session, late])).sessions).toEqual([read]);
  });

  it('of several sports whose battery ran out tells the last one by the laps that no session told of', () => {
    const one: FitMessage = { ...session, fields: [...session.fields, [26, 2, uint16, 1]] };
    const messages = [fileId, lap(start), one, lap(start + 3000), lap(start + 3600)];
    const whole = createFit(messages);
    expect(readFit(whole).sessions).toHaveLength(1);
    expect(readFit(whole.subarray(0, -2))).toMatchObject({
      sessions: [{ title: 'Salsa' }, { sourceId: String(start + 3000), minutes: 20, kind: 'run' }],
      end: 'cut',
    });
  });

  it('that was never closed, so that its length is none, gives what is in it', () => {
    const open = createFit([fileId, lap(start)]).slice(0, -2);
    for (const length of [0, 0xff_ff_ff_ff]) {
      new DataView(open.buffer).setUint32(4, length, true);
      expect(readFit(open)).toMatchObject({ sessions: [{ minutes: 10 }], end: 'cut' });
    }
  });

  it('whose checksum is wrong gives what still reads as sessions, and says so', () => {
    const whole = createFit([fileId, session, activity]);
    expect(readFit(whole).end).toBe('whole');
    const at = whole.indexOf(141);
    const changed = whole.with(at, 142);
    expect(readFit(changed)).toMatchObject({ sessions: [read], end: 'damaged' });
    // In the middle of it nothing can be told apart any more, and what follows is read all the same.
    const broken = createFit([fileId, { ...session, local: 5 }]);
    broken[broken.lastIndexOf(0x45)] = 0x46;
    const chained = new Uint8Array([...changed, ...broken, ...createFit([fileId, session])]);
    expect(readFit(chained)).toMatchObject({ end: 'damaged' });
    expect(readFit(chained).sessions.length).toBeGreaterThanOrEqual(2);
    expect(readFit(new Uint8Array([...whole, 1, 2, 3])).end).toBe('damaged');
    expect(readFit(new Uint8Array([...whole, ...new Uint8Array(512)])).end).toBe('whole');
  });

  it('names a session of which nobody knows when it was', () => {
    const timeless: FitMessage = { ...session, fields: session.fields.filter(([number]) => number !== 2) };
    expect(readFit(createFit([fileId, timeless, session, activity]))).toMatchObject({
      sessions: [read],
      refused: [1],
    });
  });

  it('behind another one keeps the clock of its own place', () => {
    const far: FitMessage = {
      ...activity,
      fields: [
        [253, 4, uint32, start],
        [5, 4, uint32, start + 9 * 3600],
      ],
    };
    const chained = new Uint8Array([
      ...createFit([fileId, session, activity]),
      ...createFit([fileId, session, far]),
    ]);
    expect(readFit(chained).sessions.map((one) => one.start)).toMatchObject([
      { offsetMinutes: 120 },
      { offsetMinutes: 540 },
    ]);
  });

  it('steps over points whose time is packed into their header', () => {
    const whole = createFit([fileId, session, activity]);
    const header = whole.subarray(0, 14);
    const body = whole.subarray(14, -2);
    // A definition of local 1 with one byte, then three points of it with compressed headers.
    const packed = Uint8Array.of(0x41, 0, 0, 20, 0, 1, 3, 1, 2, 0xa5, 120, 0xa6, 121, 0xbf, 0xff);
    const bytes = new Uint8Array([...header, ...packed, ...body, 0, 0]);
    new DataView(bytes.buffer).setUint32(4, packed.length + body.length, true);
    expect(readFit(bytes)).toMatchObject({ sessions: [read] });
  });

  it('of a course or a weight is not taken for movement, nor is another file', () => {
    expect(() => readFit(createFit([{ message: 0, fields: [[0, 1, enumeration, 6]] }, session]))).toThrow(
      FitNotReadable,
    );
    for (const bytes of ['', 'PK', '<?xml version="1.0"?><gpx></gpx>'])
      expect(() => readFit(Buffer.from(bytes))).toThrow(FitNotReadable);
  });

  it('never does anything but read or refuse, whatever is in it', () => {
    const whole = createFit([fileId, session, activity]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 }), (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        try {
          for (const { minutes, effort, distanceMetres } of readFit(bytes).sessions) {
            expect(distanceMetres === null || distanceMetres >= 0).toBe(true);
            expect(minutes === null || minutes >= 1).toBe(true);
            expect(effort === null || (effort >= 0 && effort <= 10)).toBe(true);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(FitNotReadable);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
