import { createDocument, createParagraph, createText } from '../../../shared/document/createDocument';
import { countWords } from '../../../shared/document/countWords';
import { documentToOwnText, textToTitleAndExcerpt } from '../../../shared/document/plainText';
import { documentVersion, type JournalDocument } from '../../../shared/document/schema';
import { checkInSchema } from '../../../shared/domain/mood';
import { movementSessionSchema } from '../../../shared/domain/movement';
import { createEntryId, entryIdSchema } from '../../../shared/id';
import type { Clock, RandomBytes } from '../../../shared/ports';
import { instantToMoment, momentSchema, type Moment } from '../../../shared/time';
import { documentToText, textToDocument } from '../../journal/entries/storedDocument';
import type { Row } from './damagedDatabase';

/** The first paragraph of an entry whose page failed its check. */
export const alteredNote =
  'Footnote brought this entry out of a damaged file. Its page did not pass the check, so some of it may not be as you wrote it.';

interface RepairPorts {
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
}

/** An entry from an unchecked page, made whole enough to be read and marked; null when no word of it is left. */
export function repairEntry(row: Row, ports: RepairPorts): Row | null {
  const found = parseDocument(row['document']) ?? wordsToDocument(row);
  if (found === null) return null;
  const document = createDocument([
    createParagraph([createText(alteredNote)]),
    ...(found.root.children ?? []),
  ]);
  const own = documentToOwnText(document);
  const now = ports.clock.now();
  const id = entryIdSchema.safeParse(row['id']);
  const { at, zone, offsetMinutes, day } = repairMoment(row, now);
  return {
    entry_row: row['entry_row'] ?? null,
    id: id.success ? id.data : createEntryId(now, ports.randomBytes),
    at,
    zone,
    offset_minutes: offsetMinutes,
    day,
    ...textToTitleAndExcerpt(own),
    word_count: countWords(own),
    revision: saneCount(row['revision']) + 1,
    created_at: saneInstant(row['created_at']) ?? at,
    updated_at: now,
    binned_at: saneInstant(row['binned_at']),
    document_version: documentVersion,
    document: documentToText(document),
  };
}

function parseDocument(text: unknown): JournalDocument | null {
  try {
    return typeof text === 'string' ? textToDocument(text) : null;
  } catch {
    return null;
  }
}

/** The words of a document that no longer parses: every text of it, a paragraph each; else what the lists show of it. */
function wordsToDocument({ document, title, excerpt }: Row): JournalDocument | null {
  const texts = [...String(document ?? '').matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
    unescape(text),
  );
  const words = texts.length > 0 ? texts : [title, excerpt].filter((text) => typeof text === 'string');
  const paragraphs = words.filter((text) => text.trim() !== '');
  return paragraphs.length === 0
    ? null
    : createDocument(paragraphs.map((text) => createParagraph([createText(text)])));
}

function unescape(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}

function repairMoment(row: Row, now: number): Moment {
  const whole = momentSchema.safeParse({
    at: row['at'],
    zone: row['zone'],
    offsetMinutes: row['offset_minutes'],
    day: row['day'],
  });
  if (whole.success) return whole.data;
  const at =
    saneInstant(row['at']) ?? saneInstant(row['created_at']) ?? saneInstant(row['updated_at']) ?? now;
  return instantToMoment(at, 'UTC');
}

/** Between 1900 and 2200: beyond it a flipped bit is likelier than a life. */
const saneInstant = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value - 2.5e12) < 4.8e12
    ? value
    : null;

/** As large as a journal's counters get in a life, and a backup's name can hold. */
export const saneCount = (value: unknown): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 1e9 ? value : 0;

const momentOf = (row: Row) => ({
  at: row['at'],
  zone: row['zone'],
  offsetMinutes: row['offset_minutes'],
  day: row['day'],
});

export const isCheckInWhole = (row: Row): boolean =>
  checkInSchema.safeParse({
    ...momentOf(row),
    id: row['id'],
    valence: row['valence'],
    energy: row['energy'],
    feelings: parseJson(row['feelings']),
    // A backup of before has neither.
    note: row['note'] ?? null,
    givenOn: row['given_on'] ?? 'stops',
    role: row['role'],
    sessionId: row['session_id'],
    isRemembered: row['is_remembered'] === 1,
  }).success;

export const isSessionWhole = (row: Row): boolean =>
  movementSessionSchema
    .pick({
      id: true,
      at: true,
      zone: true,
      offsetMinutes: true,
      day: true,
      kind: true,
      minutes: true,
      effort: true,
      note: true,
    })
    .safeParse({
      ...momentOf(row),
      id: row['id'],
      kind: row['kind'],
      minutes: row['minutes'],
      effort: row['effort'],
      note: row['note'],
    }).success;

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
