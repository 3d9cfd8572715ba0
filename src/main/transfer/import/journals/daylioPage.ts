import { isDocumentEmpty } from '../../../../shared/document/plainText';
import type { DocumentNode, JournalDocument } from '../../../../shared/document/schema';
import { createDocument } from '../../../../shared/document/createDocument';
import type { ForeignSession } from '../movement/foreignSession';
import { activityToFeeling, activityToKind } from './dailyWords';
import type { ForeignEntry, ForeignMoment, ForeignPicture } from './foreignJournal';
import { htmlToDocument } from './htmlToDocument';
import { lineBelow, plainToDocument, withBlocks } from './plainToDocument';

export interface DaylioMoment {
  /** The same each time the file is read, and in the table and the backup. */
  readonly sourceId: string;
  readonly written: ForeignMoment;
  /** The day on the calendar. */
  readonly day: string;
  /** -1 to 1; null where nobody can tell. */
  readonly valence: number | null;
  /** The person's own word for the mood; null for one of Daylio's. */
  readonly moodWord: string | null;
  readonly activities: readonly { readonly name: string; readonly isFeeling: boolean }[];
  readonly title: string;
  readonly note: string;
  /** Lines that have no place of their own here. */
  readonly more: readonly DocumentNode[];
  readonly pictures: readonly ForeignPicture[];
  readonly pictureNodes: readonly DocumentNode[];
  readonly isStarred: boolean;
  readonly place: { readonly file: string | null; readonly line: number | null };
}

/**
 * What moments are called: the table has no ids of the backup, and names of moods in the language of the phone, so it is the day and the clock. Of several in one minute the
 * first keeps it, in the order of both files.
 */
export function createMomentNames(): (day: string, time: string | null) => string {
  const seen = new Map<string, number>();
  return (day, time) => {
    const name = `${day} ${time ?? ''}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}\n${count}`;
  };
}

/**
 * A moment with words or pictures is an entry with a check-in, its activities tags. One of a mood and activities alone is a check-in, and what the person did is said in it. A mood of
 * which nobody knows how good it is stays in the words.
 */
export function daylioToEntry(moment: DaylioMoment): ForeignEntry {
  const { valence, moodWord, activities, sourceId, written, pictures, isStarred, place } = moment;
  const isFeeling = (one: DaylioMoment['activities'][number]): boolean =>
    valence !== null && (one.isFeeling || activityToFeeling(one.name) !== null);
  const feelings = activities.filter(isFeeling).map(({ name }) => activityToFeeling(name) ?? name);
  const tags = activities.filter((one) => !isFeeling(one)).map(({ name }) => name);
  const words = withBlocks(noteToDocument(moment.note), [
    ...moment.pictureNodes,
    ...moment.more,
    ...(valence === null && moodWord !== null ? lineBelow('Mood', [moodWord]) : []),
  ]);
  const isPage =
    !isDocumentEmpty(words) ||
    moment.title.trim() !== '' ||
    pictures.length > 0 ||
    valence === null ||
    isStarred;
  const said = [
    ...(moodWord === null ? [] : [moodWord]),
    ...(isPage || tags.length === 0 ? [] : [tags.join(', ')]),
  ].join('\n');
  return {
    sourceId,
    written,
    modifiedAt: null,
    title: moment.title.trim() === '' ? null : moment.title,
    document: isPage ? words : createDocument([]),
    pictures,
    tags: isPage ? tags : [],
    isStarred,
    checkIn: valence === null ? null : { valence, energy: null, feelings, note: said === '' ? null : said },
    place,
  };
}

/** What the person did that is clearly a movement: on that day, at no hour, and for nobody knows how long. */
export const daylioToSessions = ({ activities, sourceId, day }: DaylioMoment): readonly ForeignSession[] =>
  activities.flatMap(({ name }) => {
    const kind = activityToKind(name);
    if (kind === null) return [];
    return [
      {
        sourceId: `${sourceId}\n${name}`,
        start: { is: 'day', day },
        minutes: null,
        distanceMetres: null,
        effort: null,
        kind,
        kindWord: name,
        title: name,
        note: null,
      },
    ];
  });

const looksLikeHtml = (note: string): boolean =>
  /<(?:br|b|i|u|s|p|div|span|font|ul|ol|li|strong|em|h[1-6])(?:\s[^<>]*)?\/?>|&(?:nbsp|amp|lt|gt|quot|#\d+);/i.test(
    note,
  );

const noteToDocument = (note: string): JournalDocument =>
  looksLikeHtml(note) ? htmlToDocument(note.replaceAll(/\r\n?|\n/g, '<br>')) : plainToDocument(note);
