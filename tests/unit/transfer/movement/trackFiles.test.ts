import { describe, expect, it } from 'vitest';
import { readGpx, readTcx } from '../../../../src/main/transfer/import/movement/trackFiles';
import { XmlNotReadable } from '../../../../src/main/transfer/import/xml';

/** In pieces, as a file comes. */
function* inPieces(text: string, length = 37): Generator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

const tcx = (body: string): string => `          <?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>${body}</Activities></TrainingCenterDatabase>`;

const lap = (seconds: string, metres: string): string => `<Lap StartTime="2024-03-31T00:30:00.000Z">
  <TotalTimeSeconds>${seconds}</TotalTimeSeconds><DistanceMeters>${metres}</DistanceMeters><AverageHeartRateBpm><Value>140</Value></AverageHeartRateBpm>
  <Track><Trackpoint><Time>2024-03-31T00:30:00.000Z</Time><Position><LatitudeDegrees>1</LatitudeDegrees></Position><DistanceMeters>999999</DistanceMeters></Trackpoint></Track></Lap>`;

describe('a TCX file', () => {
  it('tells the start, the sum of its laps and the notes, and nothing of points and hearts', async () => {
    const text = tcx(
      `<Activity Sport="Running"><Id>2024-03-31T00:30:00.000Z</Id>${lap('600.5', '2000.4')}${lap('1200', '4000')}<Notes>Along the &amp; over the dyke</Notes></Activity>
       <Activity Sport="Other"><Id>2024-04-01T18:00:00Z</Id>${lap('3600', '')}</Activity>`,
    );
    expect((await readTcx(inPieces(text))).sessions).toEqual([
      {
        sourceId: '2024-03-31T00:30:00.000Z',
        start: { is: 'instant', at: Date.parse('2024-03-31T00:30:00Z'), offsetMinutes: null },
        minutes: 30,
        distanceMetres: 6000,
        effort: null,
        kind: 'run',
        kindWord: 'Running',
        title: null,
        note: 'Along the & over the dyke',
      },
      expect.objectContaining({
        kind: 'other',
        kindWord: 'Other',
        minutes: 60,
        distanceMetres: null,
        note: null,
      }),
    ]);
  });

  it('keeps the notes of laps, and begins with its first lap where its id is no time', async () => {
    const [first, second] = [lap('600', '2000'), lap('600', '2000')].map((one) =>
      one.replace('</Lap>', '<Notes>uphill</Notes></Lap>'),
    );
    const text = tcx(`<Activity Sport="Running"><Id>a1</Id>${first}${second}<Notes>windy</Notes></Activity>`);
    expect((await readTcx(inPieces(text))).sessions).toMatchObject([
      { start: { at: Date.parse('2024-03-31T00:30:00Z') }, note: 'uphill\n\nuphill\n\nwindy' },
    ]);
  });

  it('counts no lap of a course among those of an activity', async () => {
    const text = tcx(
      `<Activity Sport="Running"><Id>2024-03-31T00:30:00Z</Id>${lap('600', '2000')}</Activity>`,
    );
    const both = text.replace(
      '</Activities>',
      `</Activities><Courses><Course>${lap('9000', '90000')}</Course></Courses>`,
    );
    expect((await readTcx(inPieces(both))).sessions).toMatchObject([{ minutes: 10, distanceMetres: 2000 }]);
  });

  it('of a pool has no distance of its points, and a broken number is none', async () => {
    const text = tcx(
      `<Activity Sport="Swimming"><Id>2024-05-01T06:00:00Z</Id>${lap('NaN', '1.79e308')}</Activity>`,
    );
    expect((await readTcx(inPieces(text))).sessions).toMatchObject([
      { kind: 'swim', minutes: null, distanceMetres: null },
    ]);
  });
});

const gpx = (body: string, head = ''): string =>
  `<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns:gpxtpx="y">${head}${body}</gpx>`;
const point = (time: string): string =>
  `<trkpt lat="54.12345" lon="7.98765"><ele>3</ele>${time && `<time>${time}</time>`}<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>120.5</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions></trkpt>`;

/** As Windows writes it in the west, a byte at a time. */
const latin = (text: string) => [...Buffer.from(text, 'latin1')].map((byte) => Uint8Array.of(byte));

describe('a GPX file', () => {
  it('tells each track from its first to its last time, with its name, and not where it went', async () => {
    const text = gpx(
      `<trk><name>Morning walk</name><type>walking</type><trkseg>${point('2024-10-27T00:50:00Z')}${point('2024-10-27T01:35:00Z')}</trkseg><trkseg/></trk>
       <trk><name>Abendlauf</name><desc>quiet</desc><type>9</type><trkseg>${point('2024-10-28T17:00:00+01:00')}${point('2024-10-28T16:20:00Z')}</trkseg></trk>`,
    );
    const { sessions: read } = await readGpx(inPieces(text));
    expect(read).toMatchObject([
      { title: 'Morning walk', kind: 'walk', minutes: 45, distanceMetres: null },
      { title: 'Abendlauf', kind: 'run', kindWord: '9', minutes: 20, note: 'quiet' },
    ]);
    expect(JSON.stringify(read)).not.toMatch(/54\.12345|7\.98765|120\.5/);
  });

  it('of a track indoors has the file’s time and no length; without any time it is named and left out', async () => {
    const indoors = `<trk><name>Spin</name><trkseg>${point('')}</trkseg></trk>`;
    expect(
      (await readGpx(inPieces(gpx(indoors, '<metadata><time>2024-01-02T07:00:00Z</time></metadata>'))))
        .sessions,
    ).toMatchObject([{ start: { at: Date.parse('2024-01-02T07:00:00Z') }, minutes: null }]);
    expect(await readGpx(inPieces(gpx(indoors)))).toMatchObject({ sessions: [], refused: [1] });
  });

  it('of Strava tells the sport by its number where the name doesn’t', async () => {
    const track = `<trk><name>50k</name><type>1</type><trkseg>${point('2024-10-27T00:50:00Z')}</trkseg></trk>`;
    const strava = gpx(track).replace('creator="x"', 'creator="StravaGPX Android"');
    expect((await readGpx(inPieces(strava))).sessions).toMatchObject([{ kind: 'ride', title: '50k' }]);
    expect((await readGpx(inPieces(gpx(track)))).sessions).toMatchObject([{ kind: 'other' }]);
  });

  it('keeps what was said of a track beside its description', async () => {
    const track = `<trk><name>Dyke</name><cmt>muddy</cmt><desc>windy</desc><trkseg>${point('2024-10-27T00:50:00Z')}</trkseg></trk>`;
    expect((await readGpx(inPieces(gpx(track)))).sessions).toMatchObject([{ note: 'muddy\n\nwindy' }]);
  });

  it('that is no Unicode is read as it says it is, or as Windows wrote it, which is told', async () => {
    const track = `<trk><name>Über die Höhe</name><trkseg>${point('2024-10-27T00:50:00Z')}</trkseg></trk>`;
    const said = gpx(track).replace('version="1.0"', 'version="1.0" encoding="ISO-8859-1"');
    // In pieces of one byte the declaration is not seen, so that it counts for nothing.
    expect(await readGpx([Buffer.from(said, 'latin1')])).toMatchObject({
      sessions: [{ title: 'Über die Höhe' }],
      encoding: 'utf',
    });
    expect(await readGpx(latin(gpx(track)))).toMatchObject({
      sessions: [{ title: 'Über die Höhe' }],
      encoding: 'windows-1252',
    });
    expect(await readGpx(inPieces(gpx(track), 1))).toMatchObject({
      sessions: [{ title: 'Über die Höhe' }],
      encoding: 'utf',
    });
  });
});

describe('XML that means harm, or is none', () => {
  it.each([
    ['nothing', ''],
    ['a text', 'Went for a walk.'],
    ['a page', '<html><body>walk</body></html>'],
    ['half a file', '<gpx><trk><name>Wal'],
    [
      'an entity that fills itself',
      '<!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><gpx><trk><name>&b;</name></trk></gpx>',
    ],
    [
      'an entity from elsewhere',
      '<!DOCTYPE gpx [<!ENTITY a SYSTEM "file:///etc/passwd">]><gpx><trk><name>&a;</name></trk></gpx>',
    ],
    ['a well without a floor', `<gpx>${'<x>'.repeat(200)}`],
    ['a name without an end', `<gpx><trk><name>${'walk '.repeat(40_000)}</name></trk></gpx>`],
  ])('is refused: %s', async (_name, text) => {
    await expect(readGpx(inPieces(text, 5000))).rejects.toThrow(XmlNotReadable);
  });

  it('with a document type that defines nothing is read', async () => {
    const text =
      '<!DOCTYPE gpx [ <!ELEMENT gpx ANY> ]><gpx><metadata><time>2024-01-02T07:00:00Z</time></metadata><trk/></gpx>';
    expect((await readGpx(inPieces(text))).sessions).toHaveLength(1);
  });
});
