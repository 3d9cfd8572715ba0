import { bytesToText, readTable, TableNotReadable } from '../table';
import { faceToValence } from './fiveFaces';
import { moodToFace } from './dailyWords';
import { createMomentNames, daylioToEntry, daylioToSessions, type DaylioMoment } from './daylioPage';
import { ForeignNotReadable, type Assumption, type ForeignJournal, type RefusedPart } from './foreignJournal';
import { lineBelow } from './plainToDocument';

/** What the table is known to tell; whatever a later version adds stands below the words. */
const columns = new Set([
  'full_date',
  'year',
  'date',
  'weekday',
  'time',
  'mood',
  'activities',
  'scales',
  'note_title',
  'note',
]);

/** By the names of its columns, which are English whatever the language of the app. */
export function isDaylioTable(start: string): boolean {
  const [head = ''] = start.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const names = head
    .toLowerCase()
    .split(/[,;\t]/)
    .map((name) => name.replaceAll('"', '').trim());
  return ['date', 'weekday', 'time', 'mood', 'activities', 'note'].every((name) => names.includes(name));
}

/** The table Daylio exports, of any of its years. Its times have no zone. Throws `ForeignNotReadable`. */
export function readDaylioTable(bytes: Uint8Array): ForeignJournal {
  const { heads, rows } = tableOrThrow(bytes);
  const lower = heads.map((head) => head.toLowerCase());
  const assumed = new Set<Assumption>(['home-zone']);
  if (bytesToText(bytes).encoding === 'windows-1252') assumed.add('windows-1252');
  const refused: RefusedPart[] = [];
  const moments: DaylioMoment[] = [];
  const nameOf = createMomentNames();
  for (const [index, row] of rows.entries()) {
    const cell = (name: string): string => row[lower.indexOf(name)]?.trim() ?? '';
    const place = { file: null, line: index + 1 };
    const day = cell('full_date') === '' ? wordsToDay(cell('year'), cell('date')) : cell('full_date');
    if (day === null || !/^\d{4}-\d\d-\d\d$/.test(day)) {
      refused.push({ ...place, reason: 'date-unclear' });
      continue;
    }
    const time = textToClock(cell('time'));
    const mood = cell('mood');
    const known = moodToFace(mood);
    if (known === null && mood !== '') assumed.add('mood-words');
    if (known?.isEnglish === false) assumed.add('mood-scale');
    moments.push({
      sourceId: nameOf(day, time),
      written: { is: 'wall', day, time },
      day,
      valence: known === null ? null : faceToValence(known.face),
      moodWord: known === null && mood !== '' ? mood : null,
      activities: cell('activities')
        .split(/\s+\|\s+/)
        .filter((activity) => activity !== '')
        .map((activity) => ({ name: activity, isFeeling: false })),
      title: cell('note_title'),
      note: cell('note'),
      more: [
        ...lineBelow('Scales', cell('scales') === '' ? [] : cell('scales').split(/\s+\|\s+/)),
        ...(time === null && cell('time') !== '' ? lineBelow('Time', [cell('time')]) : []),
        ...heads.flatMap((head, column) => {
          const said = columns.has(head.toLowerCase()) ? '' : (row[column]?.trim() ?? '');
          return said === '' ? [] : lineBelow(head, [said]);
        }),
      ],
      pictures: [],
      pictureNodes: [],
      isStarred: false,
      place,
    });
  }
  return {
    source: 'daylio',
    entries: moments.map(daylioToEntry),
    sessions: moments.flatMap(daylioToSessions),
    refused,
    assumed: [...assumed],
  };
}

function tableOrThrow(bytes: Uint8Array): ReturnType<typeof readTable> {
  try {
    return readTable(bytes, 'doubled');
  } catch (cause) {
    if (cause instanceof TableNotReadable) throw new ForeignNotReadable('not a table', { cause });
    throw cause;
  }
}

/** "18:40", "6:40 pm", with the narrow blank some devices write. Null for what is neither. */
function textToClock(text: string): string | null {
  const match = /^(\d{1,2})[:.](\d\d)(?:[:.]\d\d)?\s*(?:([ap])\.?\s?m\.?)?$/i.exec(
    text.replaceAll(/[\u00A0\u202F]/g, ' ').trim(),
  );
  if (match === null) return null;
  const [, hourText = '', minute = '', half] = match;
  const hour =
    half === undefined ? Number(hourText) : (Number(hourText) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return hour > 23 || Number(minute) > 59 ? null : `${String(hour).padStart(2, '0')}:${minute}`;
}

const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'cs'] as const;
let monthsByName: ReadonlyMap<string, number> | undefined;

/** Names of months, whole and short, in the languages of most people who have such an old file. */
const monthNames = (): ReadonlyMap<string, number> =>
  (monthsByName ??= new Map(
    languages.flatMap((language) =>
      Array.from({ length: 12 }, (_, month) => month).flatMap((month) =>
        (['long', 'short'] as const).map((form) => {
          const format = new Intl.DateTimeFormat(language, { month: form, day: 'numeric', timeZone: 'UTC' });
          const parts = format.formatToParts(Date.UTC(2018, month, 15));
          const name = parts.find(({ type }) => type === 'month')?.value ?? '';
          return [name.toLowerCase().replace(/\.$/, ''), month + 1] as const;
        }),
      ),
    ),
  ));

/** Of a file of 2018: the year in a column of its own, the day in words. Null for words nobody here knows. */
function wordsToDay(year: string, words: string): string | null {
  const day = /(?<!\d)(\d{1,2})(?!\d)/.exec(words)?.[1];
  const month = words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .map((word) => monthNames().get(word))
    .find((found) => found !== undefined);
  if (!/^\d{4}$/.test(year) || day === undefined || month === undefined) return null;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
