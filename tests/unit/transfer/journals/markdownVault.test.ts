import { describe, expect, it } from 'vitest';
import {
  formatToDateOfPath,
  dateOfPath,
  textToMoment,
  textToTime,
} from '../../../../src/main/transfer/import/journals/markdownDates';
import { markdownReader } from '../../../../src/main/transfer/import/journals/markdownVault';
import { moodScaleOf } from '../../../../src/main/transfer/import/journals/markdownMood';
import { documentToPlainText } from '../../../../src/shared/document/plainText';
import { documentToMarkdown } from '../../../../src/shared/document/markdown';
import { fileOf, filesOfZip, readOptions, type FileContents } from '../../../support/foreign';
import { createNewImage } from '../../../support/images';

const read = async (files: FileContents) => markdownReader.read(await filesOfZip(files), readOptions);
const readOne = async (text: string, name = '2026-05-04.md') => {
  const { entries, refused } = await read({ [name]: text });
  const [entry] = entries;
  if (entry === undefined) throw new Error(`nothing was read: ${JSON.stringify(refused)}`);
  return entry;
};
const textOf = async (body: string) => documentToPlainText((await readOne(body)).document);

describe('a vault of Obsidian', () => {
  it('is recognised by its notes, whatever it is called', async () => {
    expect(await markdownReader.recognises(await filesOfZip({ 'a/2026-05-04.md': 'x' }))).toBe(true);
    expect(await markdownReader.recognises(await fileOf('x', 'note.md'))).toBe(true);
    expect(await markdownReader.recognises(await filesOfZip({ 'a.txt': 'x', '.trash/b.md': 'x' }))).toBe(
      false,
    );
    const strava = { 'activities.csv': 'x', 'activities/1.fit.gz': 'x', 'README.md': 'x' };
    expect(await markdownReader.recognises(await filesOfZip(strava))).toBe(false);
    const vault = { ...strava, '.obsidian/app.json': '{}' };
    expect(await markdownReader.recognises(await filesOfZip(vault))).toBe(true);
  });

  it('takes a sign that only Unicode counts as the end of a line for a part of one', async () => {
    const { title, document } = await readOne('---\ntitle: "One\u2028two"\n---\nBy the weir');
    expect(title).toBe('One\u2028two');
    expect(documentToPlainText(document)).toBe('By the weir');
  });

  it('gives an entry a note, on the day its facts or its name say', async () => {
    const { entries, source, assumed } = await read({
      '.obsidian/app.json': '{}',
      'Daily/2026-05-04.md': '---\ntime: "18:40"\n---\nBy the weir',
      'Notes/Walk.md': '---\ndate: 2026-05-05\ntime: 07:05\ntitle: "Early: out"\n---\nFog',
      'Notes/2026-05-06 1830 Walk with Mara.md': 'Rain',
    });
    expect(source).toBe('obsidian');
    expect(assumed).toEqual(['home-zone']);
    expect(entries.map(({ written, title }) => ({ written, title }))).toEqual([
      { written: { is: 'wall', day: '2026-05-04', time: '18:40' }, title: null },
      { written: { is: 'wall', day: '2026-05-06', time: '18:30' }, title: 'Walk with Mara' },
      { written: { is: 'wall', day: '2026-05-05', time: '07:05' }, title: 'Early: out' },
    ]);
  });

  it('follows the names its daily notes are given, also in another language and in folders', async () => {
    const { entries } = await read({
      '.obsidian/daily-notes.json': '{"folder":"Tagebuch","format":"YYYY/MM-MMMM/D. MMMM YYYY dddd"}',
      'Tagebuch/2026/03-März/9. März 2026 Montag.md': 'Föhn',
    });
    expect(entries[0]?.written).toMatchObject({ day: '2026-03-09' });
  });

  it('takes facts as they stand: a word is a word, and a time is no number', async () => {
    const { entries } = await read({
      '2026-05-04.md':
        '---\r\ntime: 18:40\r\ntags: [yes, "1984", no, Réunion/été]\r\ntag: "#run, walk"\r\nweather: {sky: clear}\r\nslept: 7.10\r\nwith: [[Mara]]\r\npublish: true\r\n---\r\nText',
    });
    const [entry] = entries;
    expect(entry?.tags).toEqual(['yes', '1984', 'no', 'Réunion/été', 'run', 'walk']);
    expect(entry?.written).toMatchObject({ time: '18:40' });
    expect(entry && documentToPlainText(entry.document)).toBe('Text\nslept: 7.10\nwith: Mara');
  });

  it('reads facts that are no YAML line by line', async () => {
    const entry = await readOne('---\ntags: #run\nmood: @home\n\tbad: tab\n---\nText');
    expect(entry.tags).toEqual(['run']);
    expect(documentToPlainText(entry.document)).toContain('Text');
    expect((await readOne('---\naliases: *nobody\ntitle: "Half\ntags:\n  - one\n---\nText')).tags).toEqual([
      'one',
    ]);
  });

  it('takes a line of dashes that nothing closes for the text it is', async () => {
    expect(await textOf('---\nnot facts')).toContain('not facts');
  });

  it('reads links, embeds, callouts and comments as the words they are', async () => {
    expect(
      await textOf(
        [
          'With [[People/Mara|M.]] at [[Places#The weir]] ^abc-1',
          '',
          '> [!warning]- Mind the step',
          '> Slippery',
          '',
          '![[Some note]] and `[[code]]` %%kept words%%',
          '%%',
          'behind the curtain',
          '%%',
          '```',
          '[[stays]]',
          '```',
        ].join('\n'),
      ),
    ).toBe(
      'With M. at Places > The weir\nMind the step\nSlippery\nSome note and [[code]] kept words\nbehind the curtain\n[[stays]]',
    );
  });

  it('finds tags in the text, but none in code, in a heading or of figures alone', async () => {
    const entry = await readOne('# Title\n#river and (#two/deep) `#code` #2024 a#b\n```\n#no\n```');
    expect(entry.tags).toEqual(['river', 'two/deep']);
  });

  it('shows the pictures of the vault, wherever they lie, and asks nobody for others', async () => {
    const picture = createNewImage(1).bytes;
    const other = createNewImage(2).bytes;
    const { entries, refused } = await read({
      'Daily/2026-05-04.md':
        '![[boat.png|300]]\n\n![A heron](../files/a%20heron.PNG)\n\n![](https://example.org/spy.png)\n\n![out](../../../etc/x.png)\n\n![[talk.m4a]]',
      'deep/below/boat.png': picture,
      'files/a heron.png': other,
      'files/talk.m4a': 'sound',
    });
    const [entry] = entries;
    expect(entry?.pictures.map(({ name }) => name)).toEqual(['deep/below/boat.png', 'files/a heron.png']);
    const markdown = entry === undefined ? '' : documentToMarkdown(entry.document);
    expect(markdown.match(/<!-- image: /g)).toHaveLength(2);
    expect(markdown).toContain('![A heron](image:');
    expect(markdown).toContain('https://example.org/spy.png');
    expect(refused).toEqual([{ file: 'Daily/2026-05-04.md', line: null, reason: 'media' }]);
  });

  it('makes check-ins of moods, on the scale that all of them share, and keeps words as words', async () => {
    const { entries, assumed } = await read({
      '2026-05-04.md': '---\nmood: 2\n---\nA',
      '2026-05-05.md': 'B\nmood:: 4',
      '2026-05-06.md': 'C [mood:: 5]',
      '2026-05-07.md': '---\nmood: sunny\n---\nD',
    });
    expect(entries.map(({ checkIn }) => checkIn?.valence)).toEqual([-2 / 3, 2 / 3, 1, undefined]);
    expect(entries.map(({ document }) => documentToPlainText(document))).toEqual([
      'A',
      'B\nmood:: 4',
      'C [mood:: 5]',
      'D\nmood: sunny',
    ]);
    expect(assumed).toContain('mood-scale');
  });

  it('names what belongs to no day, and leaves alone what the program keeps for itself', async () => {
    const { entries, refused } = await read({
      'Recipes/Soup.md': 'Leeks',
      '.obsidian/plugins/2026-05-04.md': 'x',
      '.trash/2026-05-04.md': 'x',
      '2026-02-30.md': 'no such day',
    });
    expect(entries).toEqual([]);
    expect(refused).toEqual([
      { file: '2026-02-30.md', line: null, reason: 'date-unclear' },
      { file: 'Recipes/Soup.md', line: null, reason: 'date-unclear' },
    ]);
  });

  it('gives the same note the same name wherever the vault lies, and another text another', async () => {
    const one = await read({ 'Vault/Daily/2026-05-04.md': 'A' });
    const two = await read({ 'Daily/2026-05-04.md': 'A and more' });
    expect(one.entries[0]?.sourceId).toBe(two.entries[0]?.sourceId);
  });

  it('is not stopped by facts that are nested or repeated beyond reason', async () => {
    const deep = `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]`;
    for (const matter of [deep, bomb])
      expect((await read({ '2026-05-04.md': `---\n${matter}\n---\nText` })).entries).toHaveLength(1);
  });
});

describe('other folders of Markdown', () => {
  it('of Logseq: what is a list there is a page here', async () => {
    const { entries } = await read({
      'logseq/config.edn': '{:journal/file-name-format "yyyy_MM_dd"}',
      'journals/2026_05_04.md':
        '- First thought\n  goes on\n\t- below it\n\t  collapsed:: true\n\t\t- deeper\n- TODO Letter\n- DONE Boots\n- ```\n  code\n  ```\n- #river [[Mara]]',
      'logseq/bak/journals/2026_05_04.md': 'old',
      'pages/Mara.md': '- someone',
    });
    expect(entries).toHaveLength(1);
    const [entry] = entries;
    expect(entry?.written).toMatchObject({ day: '2026-05-04' });
    expect(entry?.tags).toEqual(['river']);
    expect(entry && documentToMarkdown(entry.document)).toBe(
      'First thought\\\ngoes on\n\n- below it\n  - deeper\n\n* [ ] Letter\n* [x] Boots\n\n```\ncode\n```\n\n#river Mara\n',
    );
  });

  it('of Pile: HTML below facts, replies of a machine left out', async () => {
    const { entries } = await read({
      '2026/May/260504-184005.md':
        '---\ntitle: ""\ncreatedAt: 2026-05-04T18:40:05+02:00\nisReply: false\nisAI: false\nhighlight: null\ntags: []\n---\n<p>By <strong>the</strong> weir</p><img src="https://example.org/x.png">',
      '2026/May/260504-184105.md':
        '---\ncreatedAt: 2026-05-04T18:41:05+02:00\nisReply: true\nisAI: true\n---\n<p>I am a machine</p>',
    });
    expect(entries.map(({ document }) => documentToPlainText(document))).toEqual([
      'By the weir\nhighlight: null',
    ]);
    expect(entries[0]?.written).toMatchObject({ is: 'wall', day: '2026-05-04', time: '18:40' });
  });

  it('of Joplin: times with their zone, the place left out and said', async () => {
    const { entries, assumed } = await read({
      'Walk.md':
        '---\ntitle: Walk\nupdated: 2026-05-05 10:00:00Z\ncreated: 2026-05-04 16:40:05Z\nlatitude: 52.1\nlongitude: 13.2\ntags:\n  - two words\n---\n\nBy the weir',
    });
    expect(entries[0]).toMatchObject({
      written: { is: 'instant', at: Date.parse('2026-05-04T16:40:05Z') },
      modifiedAt: Date.parse('2026-05-05T10:00:00Z'),
      title: 'Walk',
    });
    expect(assumed).toContain('place-and-weather');
  });
});

describe('a date', () => {
  it.each([
    ['2026-05-04', { is: 'wall', day: '2026-05-04', time: null }],
    ['[[2026-05-04]]', { is: 'wall', day: '2026-05-04', time: null }],
    ['2026/5/4 6:40 PM', { is: 'wall', day: '2026-05-04', time: '18:40' }],
    ['2026-05-04T18:40', { is: 'wall', day: '2026-05-04', time: '18:40' }],
    ['2026-05-04 18:40:05', { is: 'wall', day: '2026-05-04', time: '18:40' }],
    ['4.5.2026', { is: 'wall', day: '2026-05-04', time: null }],
    ['Monday, May 4th, 2026', { is: 'wall', day: '2026-05-04', time: null }],
    ['4. Mai 2026', { is: 'wall', day: '2026-05-04', time: null }],
    ['4 de mayo de 2026', { is: 'wall', day: '2026-05-04', time: null }],
    [
      '2026-05-04T18:40:05+02:00',
      { is: 'instant', at: Date.parse('2026-05-04T16:40:05Z'), zone: null, offsetMinutes: 120 },
    ],
    [
      '2026-05-04 16:40:05Z',
      { is: 'instant', at: Date.parse('2026-05-04T16:40:05Z'), zone: null, offsetMinutes: null },
    ],
  ])('of the facts: %s', (text, expected) => {
    expect(textToMoment(text)).toEqual(expected);
  });

  it.each(['5/4/2026', '2026-13-01', '2026-02-29', 'soon', '', '20260504x'])(
    'that says no day is none: %s',
    (text) => {
      expect(textToMoment(text)).toBeNull();
    },
  );

  it.each([
    ['a/2026-05-04', '2026-05-04', null],
    ['2026_05_04', '2026-05-04', null],
    ['20260504', '2026-05-04', null],
    ['2026-05-04T1840', '2026-05-04', '18:40'],
    ['2026-05-04 at 18.40.05', '2026-05-04', '18:40'],
    ['2026/05/04', '2026-05-04', null],
    ['Journal/2026/05-May/2026-05-04-Monday', '2026-05-04', null],
    ['2026/May/260504-184005', '2026-05-04', '18:40'],
  ])('of a path: %s', (path, day, time) => {
    expect(dateOfPath(path)).toEqual({ day, time });
  });

  it.each(['Soup', '12345678901234', '2026', 'v1.2.3'])('is not seen in %s', (path) => {
    expect(dateOfPath(path)).toBeNull();
  });

  it.each([
    ['YYYY-MM-DD', '2026-05-04'],
    ['dddd, MMMM Do YYYY', 'Monday, May 4th 2026'],
    ['YYYY/MM/DD-dddd', '2026/05/04-Monday'],
    ['[Day of] YYYY.M.D (HHmm)', 'Day of 2026.5.4 (1840)'],
    ['D MMM YY', '4 mai 26'],
  ])('in the format %s', (format, path) => {
    expect(formatToDateOfPath(format)?.(path)?.day).toBe('2026-05-04');
  });

  it('is not in a format of weeks', () => {
    expect(formatToDateOfPath('gggg-[W]ww')).toBeNull();
  });

  it.each([
    ['6:40 pm', '18:40'],
    ['12:05 AM', '00:05'],
    ['6:40\u202Fp.m.', '18:40'],
    ['18:40:05', '18:40'],
    ['25:00', null],
    ['1120', null],
  ])('and a time: %s', (text, expected) => {
    expect(textToTime(text)).toBe(expected);
  });
});

const stops = (moods: readonly string[]) => moods.map((mood) => moodScaleOf(moods)(mood));

describe('the scale of moods', () => {
  it('is 1 to 5, 1 to 10 or -3 to 3, by what stands there', () => {
    expect(stops(['1', '3', '5'])).toEqual([-1, 0, 1]);
    expect(stops(['1', '7', '10'])).toEqual([-1, 1 / 3, 1]);
    expect(stops(['-3', '0', '3'])).toEqual([-1, 0, 1]);
    expect(stops(['4/5', 'good', '2,0'])).toEqual([2 / 3, null, -2 / 3]);
    expect(stops(['80', '0'])).toEqual([null, null]);
  });
});
