import { useState } from 'react';
import { createDocument, createPromptedDocument } from '../../../shared/document/createDocument';
import type { JournalDocument } from '../../../shared/document/schema';
import type { Entry } from '../../../shared/domain/entry';
import type { AnyPrompt } from '../../../shared/domain/prompt';
import type { EntryId, PromptId, SessionId } from '../../../shared/id';
import { instantToMoment } from '../../../shared/time';
import { useIsReadOnly } from '../../bridge/careQueries';
import { usePrompt } from '../../bridge/promptQueries';
import { useEntry, useSettings } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { nothingSaid, type SaidFacts } from '../../session/saidFacts';
import type { UnsavedText } from '../../session/unsavedPages';
import { EmptyState } from '../../ui/EmptyState';
import { RoomLayout } from '../../ui/RoomLayout';
import { EntryPage } from './EntryPage';
import type { OpenedEntry } from './openedEntry';
import { useTemplateDocument } from './templates/useTemplateDocument';
import { useLeftText } from './useLeftText';

interface WriteRoomProps {
  /** Takes up the words of a page that was left before they were saved. */
  readonly unsaved?: 'first' | null;
  /** Null starts a new entry. */
  readonly entryId: EntryId | null;
  /** Puts this prompt at the head of a new entry, or at the end of one there is. */
  readonly promptId: PromptId | null;
  /** Begins a new entry from this template. */
  readonly templateId?: string | null;
  /** Another number reads the entry anew. */
  readonly reading?: number;
  /** A time of moving a new entry is about; the two are tied once there is something on the page. */
  readonly about?: SessionId | null;
  /** What was looked for; it is marked on the page. */
  readonly find?: string | null;
}

const firstPage = (prompt: AnyPrompt | undefined): JournalDocument =>
  prompt === undefined ? createDocument([]) : createPromptedDocument(prompt.id, prompt.text);

const entryToSaid = ({ at, zone, offsetMinutes, day, isStarred, givenTitle, tags }: Entry): SaidFacts => ({
  star: isStarred ? 'on' : 'off',
  title: givenTitle,
  tags,
  moment: { at, zone, offsetMinutes, day },
  about: null,
});

interface NewEntryProps {
  readonly prompt: AnyPrompt | undefined;
  readonly template: JournalDocument | null;
  readonly about: SessionId | null;
  readonly unsaved: UnsavedText | null;
}

function NewEntry({ prompt, template, about, unsaved }: NewEntryProps) {
  const boundaryHour = useSettings().data?.dayBoundaryHour;
  const [{ at, zone }] = useState(() => ({
    at: Date.now(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }));
  const moment = instantToMoment(at, zone, boundaryHour);
  const [opened] = useState<OpenedEntry>({
    document: unsaved?.document ?? template ?? firstPage(prompt),
    saved: null,
    said: nothingSaid,
    text: unsaved ? 'unsaved' : 'saved',
    held: unsaved?.held ?? (about === null ? {} : { about }),
  });
  return <EntryPage opened={opened} moment={moment} />;
}

interface StoredEntryProps {
  readonly entryId: EntryId;
  /** Is put at the end of it. */
  readonly prompt: AnyPrompt | undefined;
  readonly unsaved: UnsavedText | null;
  readonly find: string | null;
}

function StoredEntry({ entryId, prompt, unsaved, find }: StoredEntryProps) {
  const entry = useEntry(entryId);
  if (entry.data)
    return <LoadedEntry key={entryId} entry={entry.data} prompt={prompt} unsaved={unsaved} find={find} />;
  return (
    <RoomLayout label={message('write.label')}>
      {entry.error && <EmptyState title={failureMessage(entry.error.failure)} />}
    </RoomLayout>
  );
}

/** What was read when the page opened; later reads must not touch a page someone is writing on. */
function LoadedEntry({
  entry,
  prompt,
  unsaved,
  find,
}: {
  readonly prompt: AnyPrompt | undefined;
  readonly entry: NonNullable<ReturnType<typeof useEntry>['data']>;
  readonly unsaved: UnsavedText | null;
  readonly find: string | null;
}) {
  const [first] = useState(entry);
  const [opened] = useState<OpenedEntry>(
    unsaved
      ? { ...unsaved, text: 'unsaved', said: entryToSaid(first) }
      : {
          document: first.document,
          saved: { id: first.id, revision: first.revision },
          said: entryToSaid(first),
        },
  );
  const place = first.binnedAt === null ? 'journal' : 'bin';
  return <EntryPage opened={opened} moment={first} asked={prompt} find={find} place={place} />;
}

/** A page to write on. Newer words of the same page that are still on their way to the journal come first. */
export function WriteRoom({
  entryId,
  promptId,
  templateId = null,
  reading = 0,
  unsaved = null,
  about = null,
  find = null,
}: WriteRoomProps) {
  const isReadOnly = useIsReadOnly();
  const prompt = usePrompt(promptId);
  const template = useTemplateDocument(templateId);
  const left = useLeftText(entryId !== null || unsaved === 'first' ? { entryId } : null);
  if (left === 'looking' || prompt === 'looking' || template === 'looking')
    return <RoomLayout label={message('write.label')}>{null}</RoomLayout>;
  if (entryId !== null)
    return (
      <StoredEntry
        key={`${entryId} ${reading}`}
        entryId={entryId}
        prompt={prompt}
        unsaved={left}
        find={find}
      />
    );
  if (isReadOnly)
    return (
      <RoomLayout label={message('write.label')} margin={null}>
        <EmptyState title={message('write.readOnlyTitle')}>{message('write.readOnlyText')}</EmptyState>
      </RoomLayout>
    );
  const key = promptId ?? templateId ?? about ?? 'blank';
  return <NewEntry key={key} prompt={prompt} template={template} about={about} unsaved={left} />;
}
