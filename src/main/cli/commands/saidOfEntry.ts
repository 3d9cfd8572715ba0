import {
  givenTitleLimit,
  givenTitleSchema,
  mostTagsOfAnEntry,
  tagNameLimit,
  tagNameSchema,
} from '../../../shared/domain/entry';
import type { EntryId } from '../../../shared/id';
import { err, ok, type Result } from '../../../shared/result';
import { foldTag } from '../../../shared/search/foldTag';
import type { Journal } from '../../journal/journal';
import { unclear, type CliFailure } from '../cliFailure';
import type { Order } from '../command';

/** What `add` can say of an entry beside its text. */
export interface SaidOfEntry {
  readonly title: string | null;
  readonly tags: readonly string[];
  readonly star: 'on' | 'off';
}

export const saidOfEntryOptions = {
  title: { type: 'string' },
  tags: { type: 'string' },
  star: { type: 'boolean' },
} as const;

export function parseSaidOfEntry({ option, isSwitchedOn }: Order): Result<SaidOfEntry, CliFailure> {
  const titleText = option('title');
  const title = titleText === undefined ? null : givenTitleSchema.safeParse(titleText);
  if (title?.success === false)
    return err(unclear(`--title takes one line of 1 to ${givenTitleLimit} characters.`));
  const tags = (option('tags')?.split(',') ?? []).map((name) => tagNameSchema.safeParse(name));
  const names = tags.flatMap(({ data }) => (data === undefined || foldTag(data) === '' ? [] : [data]));
  if (names.length < tags.length || names.length > mostTagsOfAnEntry)
    return err(
      unclear(
        `--tags takes up to ${mostTagsOfAnEntry} tags with a comma between them, each of 1 to ${tagNameLimit} characters.`,
      ),
    );
  return ok({ title: title?.data ?? null, tags: names, star: isSwitchedOn('star') ? 'on' : 'off' });
}

export const saysAnything = ({ title, tags, star }: SaidOfEntry): boolean =>
  title !== null || tags.length > 0 || star === 'on';

/** Inside `inTransaction`: whoever answers with the failure there leaves nothing behind. */
export function sayOfEntry(
  { entryFacts }: Journal,
  id: EntryId,
  { title, tags, star }: SaidOfEntry,
): Result<null, CliFailure> {
  const acts = [
    () => (title === null ? ok(null) : entryFacts.setTitle({ id, title })),
    () => (tags.length === 0 ? ok(null) : entryFacts.setTags({ id, tags })),
    () => (star === 'off' ? ok(null) : entryFacts.setStar({ id, star })),
  ];
  for (const act of acts) {
    const done = act();
    if (!done.ok) return done;
  }
  return ok(null);
}
