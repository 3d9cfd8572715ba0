import { useState } from 'react';
import { createDocument, createPromptedDocument } from '../../../shared/document/createDocument';
import type { JournalDocument } from '../../../shared/document/schema';
import type { EntryId, PromptId } from '../../../shared/id';
import { promptById } from '../../../shared/prompts/promptLibrary';
import { instantToMoment } from '../../../shared/time';
import { useEntry, useSettings } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { EmptyState } from '../../ui/EmptyState';
import { RoomLayout } from '../../ui/RoomLayout';
import { EntryPage, type OpenedEntry } from './EntryPage';

interface WriteRoomProps {
  /** Null starts a new entry. */
  readonly entryId: EntryId | null;
  /** Puts this prompt at the head of a new entry. */
  readonly promptId: PromptId | null;
}

function firstPage(promptId: PromptId | null): JournalDocument {
  const prompt = promptId === null ? undefined : promptById(promptId);
  return prompt === undefined ? createDocument([]) : createPromptedDocument(prompt.id, prompt.text);
}

function NewEntry({ promptId }: Pick<WriteRoomProps, 'promptId'>) {
  const boundaryHour = useSettings().data?.dayBoundaryHour;
  const [{ at, zone, document }] = useState(() => ({
    at: Date.now(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    document: firstPage(promptId),
  }));
  const [opened] = useState<Omit<OpenedEntry, 'moment'>>({ document, saved: null });
  return <EntryPage opened={opened} moment={instantToMoment(at, zone, boundaryHour)} />;
}

function StoredEntry({ entryId }: { readonly entryId: EntryId }) {
  const entry = useEntry(entryId);
  if (entry.data) return <LoadedEntry key={entryId} entry={entry.data} />;
  return (
    <RoomLayout label={message('write.label')}>
      {entry.error && <EmptyState title={failureMessage(entry.error.failure)} />}
    </RoomLayout>
  );
}

/** What was read when the page opened; later reads must not touch a page someone is writing on. */
function LoadedEntry({ entry }: { readonly entry: NonNullable<ReturnType<typeof useEntry>['data']> }) {
  const [first] = useState(entry);
  const [opened] = useState<OpenedEntry>({
    document: first.document,
    saved: { id: first.id, revision: first.revision },
  });
  return <EntryPage opened={opened} moment={first} />;
}

/** A page to write on. */
export function WriteRoom({ entryId, promptId }: WriteRoomProps) {
  return entryId === null ? (
    <NewEntry key={promptId ?? 'blank'} promptId={promptId} />
  ) : (
    <StoredEntry key={entryId} entryId={entryId} />
  );
}
