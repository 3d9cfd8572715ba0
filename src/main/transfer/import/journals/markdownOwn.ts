import { z } from 'zod';
import { documentToImageIds } from '../../../../shared/document/imageIds';
import { documentToOwnText, textToTitleAndExcerpt } from '../../../../shared/document/plainText';
import { imageFileName, imageMediaTypeSchema } from '../../../../shared/domain/image';
import { entryIdSchema } from '../../../../shared/id';
import { printable } from '../../export/markdownFacts';
import { fromObsidianTags } from '../../export/obsidianTags';
import type { ForeignEntry, ForeignPicture } from './foreignJournal';
import { isoToInstant } from './foreignText';
import { factOf, isYes, type NoteFacts } from './markdownFrontMatter';
import { markdownWithPictures } from './markdownWithPictures';
import { embedsToMarkdown } from './obsidianText';
import { linesWithFences } from './outsideFences';
import type { VaultPictures } from './vaultPictures';

/** Whether a note was written by our own export, with an entry or with a day in it. */
export const isOwnNote = (facts: NoteFacts): boolean =>
  facts.has('footnote_day') || (facts.has('footnote_id') && facts.has('written'));

/** It was in the bin when it was written out, and nobody brings that back unasked. */
export const wasBinned = (facts: NoteFacts): boolean => facts.has('binned');

const markSchema = z.object({
  id: entryIdSchema,
  written: z.string(),
  zone: z.string(),
  title: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
  starred: z.boolean().default(false),
  created: z.int().nullable().default(null),
  updated: z.int().nullable().default(null),
});
type Said = z.infer<typeof markSchema>;

/** Entries as they were; null of one whose facts were changed so that they say nothing any more. */
export async function readOwnNote(
  name: string,
  { facts, body }: { readonly facts: NoteFacts; readonly body: string },
  pictures: VaultPictures,
): Promise<readonly (ForeignEntry | null)[]> {
  const toEntry = (said: Said | null, day: string | undefined, text: string) =>
    said === null ? Promise.resolve(null) : ownEntry(name, said, day, text, pictures);
  if (!facts.has('footnote_day')) {
    const entry = await toEntry(factsToSaid(facts), factOf(facts, 'date'), body);
    return [entry === null ? null : { ...entry, title: givenTitle(entry) }];
  }
  const day = factOf(facts, 'footnote_day');
  return Promise.all(splitDay(body).map(({ said, text }) => toEntry(said, day, text)));
}

function factsToSaid(facts: NoteFacts): Said | null {
  const said = markSchema.safeParse({
    id: factOf(facts, 'footnote_id'),
    written: factOf(facts, 'written'),
    zone: factOf(facts, 'zone'),
    title: factOf(facts, 'title') ?? null,
    tags: fromObsidianTags(
      (facts.get('tags') ?? []).map((tag) => tag.replace(/^#/, '')),
      facts.get('tag_names') ?? [],
    ),
    starred: isYes(factOf(facts, 'starred')),
    created: isoToInstant(factOf(facts, 'created')),
    updated: isoToInstant(factOf(facts, 'updated')),
  });
  return said.success ? said.data : null;
}

/** A title that is nothing but the first line was given by nobody. */
const givenTitle = ({ title, document }: ForeignEntry): string | null =>
  title === printable(textToTitleAndExcerpt(documentToOwnText(document)).title) ? null : title;

async function ownEntry(
  name: string,
  { id, written, zone, title, tags, starred, created, updated }: Said,
  day: string | undefined,
  text: string,
  pictures: VaultPictures,
): Promise<ForeignEntry | null> {
  const at = isoToInstant(written);
  if (at === null) return null;
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(written) ?? [];
  const size = Number(hours) * 60 + Number(minutes);
  const markdown = [...linesWithFences(text)]
    .map(({ line, is }) => (is === 'text' ? embedsToMarkdown(line) : line))
    .join('\n');
  const { pictureAt, found } = await pictures.of(name, markdown, ownPictureAddress);
  const document = markdownWithPictures(markdown, pictureAt);
  const own = documentToImageIds(document).flatMap((imageId): readonly ForeignPicture[] => {
    for (const mediaType of imageMediaTypeSchema.options) {
      const file = pictures.nameOf(name, `../../images/${imageFileName({ id: imageId, mediaType })}`);
      if (file !== null) return [{ id: imageId, name: file, altText: '' }];
    }
    return [];
  });
  return {
    sourceId: null,
    ownId: id,
    written: {
      is: 'instant',
      at,
      zone,
      offsetMinutes: sign === undefined ? null : sign === '-' ? -size : size,
      ...(day === undefined ? {} : { day }),
    },
    ...(created === null ? {} : { createdAt: created }),
    modifiedAt: updated,
    title,
    document,
    pictures: [...own, ...found.filter((picture) => !own.some((one) => one.id === picture.id))],
    tags,
    isStarred: starred,
    checkIn: null,
    place: { file: name, line: null },
  };
}

/** The comment behind one of our own pictures says which one it is. */
const ownPictureAddress = /^(?:\.\.\/)*images\/[0-9a-f-]{36}\.\w+$/;

const mark = /^<!-- footnote entry: (\{[^\n]*\}) -->$/;

/** The entries of a day, each from the comment it begins with. A code block that shows such a comment is a text like any other. */
function splitDay(body: string): readonly { readonly said: Said | null; readonly text: string }[] {
  const parts: { readonly said: Said | null; readonly lines: string[] }[] = [];
  for (const { line, is } of linesWithFences(body)) {
    const json = is === 'text' ? mark.exec(line)?.[1] : undefined;
    if (json === undefined) parts.at(-1)?.lines.push(line);
    else parts.push({ said: jsonToSaid(json), lines: [] });
  }
  return parts.map(({ said, lines }) => ({
    said,
    text: lines.join('\n').replace(/^\s*## [^\n]*(?:\n|$)/, ''),
  }));
}

/** Somebody wrote above the first entry of a day: whose words they are nothing tells. */
export function hasWordsBefore({
  facts,
  body,
}: {
  readonly facts: NoteFacts;
  readonly body: string;
}): boolean {
  if (!facts.has('footnote_day')) return false;
  for (const { line, is } of linesWithFences(body)) {
    if (is === 'text' && mark.test(line)) return false;
    if (line.trim() !== '') return true;
  }
  return false;
}

function jsonToSaid(json: string): Said | null {
  try {
    const said = markSchema.safeParse(JSON.parse(json));
    return said.success ? said.data : null;
  } catch {
    return null;
  }
}
